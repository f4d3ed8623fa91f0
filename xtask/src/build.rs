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
        written_by_the_models(root)?;
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

/// What the page holds of the report as it is: what it says where it cannot run, and the text that opens first.
fn written_by_the_models(root: &Path) -> Outcome {
    for name in ["headlines", "prose"] {
        let told = output(root, "cargo", &["run", "--quiet", "--", name]);
        let told = told.ok_or_else(|| Stop::Failed(format!("{name}: the command line failed")))?;
        let file = root.join(format!("target/web/{name}.json"));
        let folder = fs::create_dir_all(root.join("target/web"));
        folder
            .and_then(|()| fs::write(&file, told))
            .map_err(|error| Stop::Failed(format!("{name}: {}: {error}", file.display())))?;
    }
    Ok(())
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
