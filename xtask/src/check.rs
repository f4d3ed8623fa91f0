//! `test` and `bench`: the checks from the quickest to the slowest.

use std::path::Path;
use std::process::Command;

use crate::command::{command, find, run};
use crate::server::Server;
use crate::tools::{DENY, SHEAR};
use crate::{Outcome, Stop, build, fingerprint, mutants, setup, step};

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
    (
        "crate docs",
        &["doc", "--quiet", "--no-deps", "--workspace"],
    ),
];

/// How far the tests go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What every change must pass, in the browsers that are there.
    Quick,
    /// In all three browsers, with large budgets for what is drawn at random, and with the models changed on purpose.
    All,
}

/// Cases that each property of the Rust tests draws under `--all`; else a few hundred.
const MANY_CASES: &str = "20000";

/// Everything that must hold before a change goes in; the browser tests' summary comes last.
pub fn test(root: &Path, extent: Extent) -> Outcome {
    let browser = prepare(root)?;
    if extent == Extent::All {
        setup::browsers(root)?;
    }
    let sources = fingerprint::sources(root, &setup::compiler(root));
    for (name, arguments) in CHECKS {
        step::when_changed(root, name, sources, "", || {
            run(name, &mut command(root, "cargo", arguments))
        })?;
    }
    setup::node_packages(root)?;
    let tests = fingerprint::of(&root.join("e2e"));
    step::when_changed(root, "types of the browser tests", tests, "", || {
        let check = ["node_modules/typescript/bin/tsc", "--project", "e2e"];
        run(
            "types of the browser tests",
            &mut command(root, "node", &check),
        )
    })?;
    SHEAR.install(root)?;
    step::when_changed(root, "unused dependencies", sources, "", || {
        run(
            "unused dependencies",
            &mut command(root, "cargo-shear", &["shear"]),
        )
    })?;
    audit(root, sources)?;
    step::always("cargo test", || {
        let mut tests = command(root, "cargo", &["test", "--quiet", "--workspace"]);
        if extent == Extent::All {
            tests.env("PROPTEST_CASES", MANY_CASES);
        }
        run("cargo test", &mut tests)
    })?;
    if extent == Extent::All {
        workbook(root, sources)?;
        mutants::mutants(root, sources)?;
    }
    build::build(root)?;
    build::single_file(root)?;
    playwright(root, &browser, "speed", extent)
}

/// Licences, second versions and origins of all crates; known weaknesses where their list can be reached.
fn audit(root: &Path, sources: u64) -> Outcome {
    const CONFIG: [&str; 4] = ["deny", "--config", "xtask/deny.toml", "check"];
    DENY.install(root)?;
    let deny = |checks: &[&str]| command(root, "cargo-deny", &[&CONFIG, checks].concat());
    step::when_changed(root, "licences of crates", sources, "", || {
        run(
            "licences of crates",
            &mut deny(&["--hide-inclusion-graph", "licenses", "bans", "sources"]),
        )
    })?;
    // The list changes without the sources, so it is asked every time; not reaching it is no fault of a change.
    let said = deny(&["--hide-inclusion-graph", "advisories"]).output();
    let said = said.map_err(|error| Stop::Failed(format!("known weaknesses: {error}")))?;
    let words = String::from_utf8_lossy(&said.stderr);
    if said.status.success() {
        println!("✓ known weaknesses");
    } else if words.contains("failed to fetch advisory database") {
        println!("– known weaknesses: left out, their list cannot be reached from here");
    } else {
        eprint!("{words}");
        return Err(Stop::Failed("known weaknesses were found".to_owned()));
    }
    Ok(())
}

/// The test that LibreOffice takes part in.
const TEST_OF_WORKBOOK: &str = "workbook::libreoffice_computes_what_the_models_say";

/// LibreOffice computes the workbook; nothing where it is not installed.
fn workbook(root: &Path, sources: u64) -> Outcome {
    let office = ["soffice", "soffice.exe", "libreoffice"];
    let Some(office) = office.into_iter().find_map(find) else {
        println!("– workbook in LibreOffice: not installed, left out");
        return Ok(());
    };
    step::when_changed(root, "workbook in LibreOffice", sources, "", || {
        let test = ["test", "--test", "model", TEST_OF_WORKBOOK];
        let mut test = command(root, "cargo", &test);
        let done = test
            .args(["--", "--exact", "--ignored"])
            .env("SOFFICE", &office)
            .output();
        let done =
            done.map_err(|error| Stop::Failed(format!("workbook in LibreOffice: {error}")))?;
        let said = String::from_utf8_lossy(&done.stdout);
        print!("{said}");
        // A test that is no longer found would pass.
        match done.status.success() && said.contains("1 passed") {
            true => Ok(()),
            false => Err(Stop::Failed(format!(
                "workbook in LibreOffice failed:\n{}",
                String::from_utf8_lossy(&done.stderr)
            ))),
        }
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
fn playwright(root: &Path, browser: &Path, project: &str, extent: Extent) -> Outcome {
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
    if extent == Extent::All {
        playwright.env("REPORT_TESTS", "all");
    }
    playwright.env(
        "REPORT_ADDRESS",
        format!("http://127.0.0.1:{}/", server.port()),
    );
    run(&name, &mut playwright)
}
