//! The commands of the project: `cargo xtask serve | test | build | bench`.
//!
//! `setup` gets the tools, `step` skips what is current, `build`, `check` and `server` are the steps themselves.
//! Exit codes: 0 done, 1 a step failed, 2 wrong usage or something to install by hand.

mod bench;
mod build;
mod check;
mod command;
mod files;
mod fingerprint;
mod mutants;
mod server;
mod setup;
mod step;
mod tools;

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--no-build]  build the report, then serve dist/ on this machine (port 8040 or the next free one)
  test [--all]                   formatting, lints, dependencies, Rust tests, build, browser tests; with the option also
                                 in Firefox and WebKit, with large budgets for what is drawn at random, the workbook in
                                 LibreOffice where that is installed, and whether the tests notice
                                 a change at any place of the models (fifty minutes on two cores)
  build [--single-file]          build the report into dist/, ready for any static host; with the option also as one
                                 file that opens from disk, dist-single/industry2040.html
  bench [--no-build]             models, slider to paint and first load beside JavaScript, Python and their apps; writes
                                 the tables of bench/README.md

What is missing is installed into target/ and node_modules/ first; steps whose result is current are skipped.
Environment: CHROMIUM names the browser of the tests; CI=true forbids changes to Cargo.lock and focused tests.";

/// Why a command stops.
#[derive(Debug)]
pub enum Stop {
    /// Wrong usage, or something that the user must install: a sentence.
    Usage(String),
    /// A step failed: its name, and what went wrong where its own output does not say it.
    Failed(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Stop::Usage(message) | Stop::Failed(message) => f.write_str(message),
        }
    }
}

/// What a step returns.
pub type Outcome<T = ()> = Result<T, Stop>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("xtask: {stop}");
            ExitCode::from(match stop {
                Stop::Usage(_) => 2,
                Stop::Failed(_) => 1,
            })
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    let root = root();
    match arguments {
        ["help" | "--help" | "-h"] | [_, "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve(&root, options),
        ["test"] => check::test(&root, check::Extent::Quick),
        ["test", "--all"] => check::test(&root, check::Extent::All),
        ["test", option, ..] => Err(Stop::Usage(format!(
            "test: `{option}` is not an option; accepted is `--all`."
        ))),
        ["build"] => build::build(&root),
        ["build", "--single-file"] => {
            build::build(&root)?;
            build::single_file(&root)
        }
        ["build", option, ..] => Err(Stop::Usage(format!(
            "build: `{option}` is not an option; accepted is `--single-file`."
        ))),
        ["bench"] => check::bench(&root, true),
        ["bench", "--no-build"] => check::bench(&root, false),
        ["bench", option, ..] => Err(Stop::Usage(format!(
            "bench: `{option}` is not an option; accepted is `--no-build`."
        ))),
        [] => Err(Stop::Usage(format!("a command is missing.\n\n{HELP}"))),
        _ => Err(Stop::Usage(format!(
            "`{}` is not a command.\n\n{HELP}",
            arguments.join(" ")
        ))),
    }
}

/// `serve`: `--no-build` serves what is there.
fn serve(root: &Path, options: &[&str]) -> Outcome {
    let mut port = None;
    let mut build = true;
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--no-build" => build = false,
            "--port" => port = Some(parse_port(rest.next())?),
            _ => {
                let accepted = "accepted are `--port N` and `--no-build`";
                return Err(Stop::Usage(format!(
                    "serve: `{option}` is not an option; {accepted}."
                )));
            }
        }
    }
    if build {
        build::build(root)?;
    }
    let server = server::Server::start(&root.join("dist"), port)?;
    println!("http://127.0.0.1:{}/", server.port());
    server.wait()
}

fn parse_port(argument: Option<&&str>) -> Outcome<u16> {
    let message = || {
        let found = argument.map_or("nothing".to_owned(), |found| format!("`{found}`"));
        let accepted = "takes a number from 0 (any free port) to 65535";
        Stop::Usage(format!("serve: `--port` {accepted}, not {found}."))
    };
    argument
        .and_then(|text| text.parse().ok())
        .ok_or_else(message)
}

/// The folder of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default()
}
