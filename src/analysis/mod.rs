//! What a result rests on, and what it would take to change it.

pub mod attribution;
pub mod checks;
pub mod goal;
pub mod influence;
pub mod tool;
pub mod uncertainty;
