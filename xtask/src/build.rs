//! `dist/`: the report as any static host takes it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{command, output, run};
use crate::{Outcome, Stop, fingerprint, setup, step};

/// Gets the tools and builds, unless `dist` is current.
pub fn build(root: &Path) -> Outcome {
    setup::for_build(root)?;
    dist(root)
}

/// Builds with the tools that are there.
pub fn dist(root: &Path) -> Outcome {
    let sources = fingerprint::sources(root, &setup::compiler(root));
    step::when_changed(root, "build", sources, "dist", || {
        headlines(root)?;
        // Messages of panics name source files; what is shipped should not name the folders of this machine.
        let remap = [
            (cargo_home(), "cargo"),
            (root.to_path_buf(), "industry2040"),
        ]
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
        // These flags take the place of those in .cargo/config.toml.
        let flags = [&remap[..], &["-Clink-args=--emit-relocs".to_owned()]]
            .concat()
            .join("\x1f");
        // Trunk reads NO_COLOR as a boolean and refuses the value 1, which is customary.
        run(
            "build",
            command(root, "trunk", &["build", "--log", "warn"])
                .env("CARGO_ENCODED_RUSTFLAGS", flags)
                .env_remove("NO_COLOR"),
        )
    })
}

/// What the page says where it cannot run comes from the models as well.
fn headlines(root: &Path) -> Outcome {
    let told = output(root, "cargo", &["run", "--quiet", "--", "headlines"]);
    let told = told.ok_or_else(|| Stop::Failed("headlines: the command line failed".to_owned()))?;
    let file = root.join("target/web/headlines.json");
    let written = fs::create_dir_all(root.join("target/web")).and_then(|()| fs::write(&file, told));
    written.map_err(|error| Stop::Failed(format!("headlines: {}: {error}", file.display())))
}

/// Puts all of `dist` into one HTML file.
pub fn single_file(root: &Path) -> Outcome {
    let inputs =
        fingerprint::of(&root.join("dist")) ^ fingerprint::of(&root.join("xtask/web/single.js"));
    step::when_changed(root, "single file", inputs, "dist-single", || {
        run(
            "single file",
            &mut command(root, "node", &["xtask/web/single.js"]),
        )
    })
}

/// Where cargo keeps the sources of dependencies.
fn cargo_home() -> PathBuf {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let default = || PathBuf::from(home.unwrap_or_default()).join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(default, PathBuf::from)
}
