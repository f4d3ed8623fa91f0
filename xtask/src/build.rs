//! `dist/`: the report as any static host takes it.

use std::path::Path;

use crate::command::{command, run};
use crate::{Outcome, fingerprint, setup, step};

/// Gets the tools and builds, unless `dist` is current.
pub fn build(root: &Path) -> Outcome {
    setup::for_build(root)?;
    dist(root)
}

/// Builds with the tools that are there.
pub fn dist(root: &Path) -> Outcome {
    let sources = fingerprint::sources(root, &setup::compiler(root));
    step::when_changed(root, "build", sources, "dist", || {
        // Trunk reads NO_COLOR as a boolean and refuses the value 1, which is customary.
        run(
            "build",
            command(root, "trunk", &["build", "--log", "warn"]).env_remove("NO_COLOR"),
        )
    })
}
