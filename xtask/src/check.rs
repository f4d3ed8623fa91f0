//! `test` and `bench`: the checks from the quickest to the slowest.

use std::path::Path;
use std::process::Command;

use crate::command::{command, find, run};
use crate::server::Server;
use crate::tools::SHEAR;
use crate::{Outcome, Stop, build, fingerprint, setup, step};

/// Checks whose result depends on the sources alone: name and arguments of cargo.
const CHECKS: &[(&str, &[&str])] = &[
    ("format", &["fmt", "--all", "--check"]),
    (
        "clippy",
        &[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    ),
    (
        "clippy wasm32",
        &[
            "clippy",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--lib",
            "--bins",
            "--",
            "-D",
            "warnings",
        ],
    ),
];

/// Everything that must hold before a change goes in; the browser tests' summary comes last. `all` adds what needs
/// other programs.
pub fn test(root: &Path, all: bool) -> Outcome {
    let browser = prepare(root)?;
    let sources = fingerprint::sources(root, &setup::compiler(root));
    for (name, arguments) in CHECKS {
        step::when_changed(root, name, sources, "", || {
            run(name, &mut command(root, "cargo", arguments))
        })?;
    }
    SHEAR.install(root)?;
    step::when_changed(root, "unused dependencies", sources, "", || {
        run(
            "unused dependencies",
            &mut command(root, "cargo-shear", &["shear"]),
        )
    })?;
    step::always("cargo test", || {
        run(
            "cargo test",
            &mut command(root, "cargo", &["test", "--quiet", "--workspace"]),
        )
    })?;
    if all {
        workbook(root, sources)?;
    }
    build::build(root)?;
    build::single_file(root)?;
    playwright(root, &browser, "speed")
}

/// LibreOffice computes the workbook; nothing where it is not installed.
fn workbook(root: &Path, sources: u64) -> Outcome {
    let office = ["soffice", "soffice.exe", "libreoffice"];
    let Some(office) = office.into_iter().find_map(find) else {
        println!("– workbook in LibreOffice: not installed, left out");
        return Ok(());
    };
    step::when_changed(root, "workbook in LibreOffice", sources, "", || {
        let test = [
            "test",
            "--quiet",
            "--test",
            "model",
            "libreoffice",
            "--",
            "--ignored",
        ];
        run(
            "workbook in LibreOffice",
            command(root, "cargo", &test).env("SOFFICE", &office),
        )
    })
}

/// The comparison of `bench/README.md`; without a build, of what stands in `dist`.
pub fn bench(root: &Path, build: bool) -> Outcome {
    let browser = prepare(root)?;
    if build {
        build::build(root)?;
    }
    crate::bench::bench(root, &browser)
}

/// What would stop the run later is asked for at its start.
fn prepare(root: &Path) -> Outcome<std::path::PathBuf> {
    if find("cargo-fmt").is_none() && find("cargo-fmt.exe").is_none() {
        return Err(Stop::Usage(
            "rustfmt is missing: please run `rustup component add rustfmt clippy`.".to_owned(),
        ));
    }
    setup::for_rust(root)?;
    setup::chromium(root)
}

/// Runs one Playwright project against `dist`, served by this process on a free port.
fn playwright(root: &Path, browser: &Path, project: &str) -> Outcome {
    let name = format!("browser {project}");
    println!("▸ {name}");
    let server = Server::start(&root.join("dist"), Some(0))?;
    let mut playwright: Command = command(
        root,
        "node",
        &[
            "node_modules/@playwright/test/cli.js",
            "test",
            "--config",
            "e2e/playwright.config.ts",
        ],
    );
    playwright.args(["--project", project]);
    playwright.env("CHROMIUM", browser);
    playwright.env(
        "REPORT_ADDRESS",
        format!("http://127.0.0.1:{}/", server.port()),
    );
    run(&name, &mut playwright)
}
