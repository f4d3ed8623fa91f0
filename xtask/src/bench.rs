//! `bench`: models, slider to paint and first load beside what else one could build this with.

use std::path::{Path, PathBuf};

use crate::command::{command, find, run};
use crate::{Outcome, Stop, fingerprint, setup, step};

/// The virtual environment of the Python side.
const ENVIRONMENT: &str = "target/bench/python";
const REQUIREMENTS: &str = "bench/requirements.txt";

/// Builds the Rust side, gets the Python side where there is a Python, and runs the comparison.
pub fn bench(root: &Path, browser: &Path) -> Outcome {
    setup::for_build(root)?;
    let rust: [(&str, &[&str]); 2] = [
        (
            "native benchmark",
            &["bench", "--quiet", "--bench", "native", "--no-run"],
        ),
        (
            "WebAssembly benchmark",
            &[
                "build",
                "--quiet",
                "--release",
                "--example",
                "bench_wasm",
                "--target",
                "wasm32-unknown-unknown",
            ],
        ),
    ];
    for (name, arguments) in rust {
        step::always(name, || run(name, &mut command(root, "cargo", arguments)))?;
    }
    let mut comparison = command(root, "node", &["bench/run.js"]);
    comparison.env("CHROMIUM", browser).env_remove("PYTHON");
    match python(root) {
        Ok(python) => {
            comparison.env("PYTHON", python);
        }
        Err(stop) => println!("  {stop} The rows of Python are left out."),
    }
    step::always("comparison", || run("comparison", &mut comparison))
}

/// The Python of the virtual environment, with the pinned packages.
fn python(root: &Path) -> Outcome<PathBuf> {
    let missing = || Stop::Usage("There is no Python 3 here.".to_owned());
    let names = ["python3", "python3.exe", "python.exe"];
    let system = names
        .iter()
        .find_map(|name| find(name))
        .ok_or_else(missing)?;
    let system = system.to_string_lossy();
    let folder = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    let own = root.join(ENVIRONMENT).join(folder);
    let wanted = fingerprint::of(&root.join(REQUIREMENTS));
    step::when_changed(
        root,
        "Python packages",
        wanted,
        &format!("{ENVIRONMENT}/pyvenv.cfg"),
        || {
            run(
                "Python environment",
                &mut command(root, &system, &["-m", "venv", ENVIRONMENT]),
            )?;
            let install = [
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "-r",
                REQUIREMENTS,
            ];
            run(
                "Python packages",
                &mut command(root, &own.to_string_lossy(), &install),
            )
        },
    )?;
    Ok(own)
}
