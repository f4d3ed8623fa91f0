//! What a result rests on.

pub mod influence;
