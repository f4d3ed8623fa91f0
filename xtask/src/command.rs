//! Running other programs.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Outcome, Stop};

/// npm is a script on Windows, which `Command` finds by its full name only.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// A program that runs in the workspace and finds the project's own tools first.
pub fn command(root: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(root)
        .args(arguments)
        .env("PATH", path(root));
    command
}

/// Runs `command` to its end; a failure carries the name of the step.
pub fn run(step: &str, command: &mut Command) -> Outcome {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .map_err(|error| Stop::Failed(format!("{step}: cannot start {program}: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::Failed(format!("{step} failed ({program}: {status})")))
    }
}

/// What `program` prints, without surrounding space; `None` when it is missing or fails.
pub fn output(root: &Path, program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(root, program, arguments)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where `program` stands on the caller's `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// `PATH` with the pinned tools in front, where Trunk looks for wasm-bindgen and wasm-opt.
fn path(root: &Path) -> OsString {
    let own = [
        root.join("target/tools/bin"),
        root.join("node_modules/.bin"),
    ];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(own.into_iter().chain(std::env::split_paths(&inherited)))
        .unwrap_or(inherited)
}
