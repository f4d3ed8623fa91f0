//! One step: skipped when its result is current, otherwise run, timed and stamped.

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::{Outcome, Stop, fingerprint};

/// Runs a step and prints its name and duration.
pub fn always(name: &str, step: impl FnOnce() -> Outcome) -> Outcome {
    println!("▸ {name}");
    let start = Instant::now();
    step()?;
    println!("✓ {name} ({:.1} s)", start.elapsed().as_secs_f64());
    Ok(())
}

/// Runs a step unless `inputs` and what stands at `result` are as they were when it last succeeded.
///
/// `result` is relative to the workspace; a step that leaves nothing behind names an empty path.
pub fn when_changed(
    root: &Path,
    name: &str,
    inputs: u64,
    result: &str,
    step: impl FnOnce() -> Outcome,
) -> Outcome {
    let stamp = root.join("target/xtask").join(name.replace(' ', "-"));
    let state = || {
        let result = if result.is_empty() {
            0
        } else {
            fingerprint::of(&root.join(result))
        };
        format!("{inputs:016x} {result:016x}\n")
    };
    if fs::read_to_string(&stamp).is_ok_and(|last| last == state()) {
        println!("✓ {name} (current)");
        return Ok(());
    }
    always(name, step)?;
    let written =
        fs::create_dir_all(root.join("target/xtask")).and_then(|()| fs::write(&stamp, state()));
    written
        .map_err(|error| Stop::Failed(format!("{name}: cannot write {}: {error}", stamp.display())))
}
