//! The command line over the same models, native only.

mod export;
mod headlines;
mod input;
mod manifest;
mod output;
mod parameters;
mod prose;

use export::Wanted;

pub use export::book;
pub use headlines::headlines;
pub use input::{Defect, scenario_from_json};
pub use output::{json, value};
pub use parameters::table;
pub use prose::prose;

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::model;
use crate::scenario::Scenario;

/// How to call the command line.
pub const USAGE: &str = "\
industry2040: the projection models of the report on the command line

usage:
  industry2040 evaluate [FILE]   reads a JSON object of parameter ids and numbers, such as {\"macro.fx\": 140},
                                 or a whole scenario as the report and `export` write it,
                                 from FILE or from standard input (no FILE, or -);
                                 what it does not name keeps its default; prints every output as JSON
  industry2040 export [--address URL] FOLDER [FILE]
                                 writes the scenario of FILE (without one, the base case) into FOLDER: results, inputs,
                                 parameters, register, contradictions and the table of every figure as CSV, the
                                 whole as JSON, a workbook with live formulas in each language, and a README.txt;
                                 links begin with URL, where the report is found, such as https://host/report/
  industry2040 headlines         prints the results at the heads of the chapters in the base case, in words, as JSON
  industry2040 prose             prints the text of the overview with its placeholders, which the page carries, as JSON
  industry2040 params            prints the parameters as CSV: ids, units, defaults, ranges, origins
  industry2040 --help            prints this

exit status: 0 done, 2 nothing computed; the message says what was not accepted and what is
";

/// What stands for standard input where a file is asked for.
const STANDARD_INPUT: &str = "-";

/// Why nothing was computed; one message per line.
struct Failure(String);

/// Runs the command that the arguments (without the program's name) ask for.
pub fn main(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.collect();
    let done = command(&arguments).and_then(|text| print(&text));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            // Nobody is left to tell when standard error is closed.
            writeln!(io::stderr(), "{message}").ok();
            ExitCode::from(2)
        }
    }
}

fn command(arguments: &[OsString]) -> Result<String, Failure> {
    let words: Vec<_> = arguments
        .iter()
        .map(|word| word.to_string_lossy())
        .collect();
    match words.iter().map(AsRef::as_ref).collect::<Vec<&str>>()[..] {
        [] | ["help", ..] => Ok(USAGE.into()),
        ref all if all.iter().any(|word| ["--help", "-h"].contains(word)) => Ok(USAGE.into()),
        [command, option, ..] if command != "export" && is_option(option) => {
            Err(unknown(command, option))
        }
        ["evaluate"] => evaluate(Path::new(STANDARD_INPUT)),
        ["evaluate", _] => evaluate(Path::new(&arguments[1])),
        ["headlines"] => Ok(headlines()),
        ["prose"] => Ok(prose()),
        ["params"] => Ok(table()),
        ["export", "--address"] => Err(usage("`--address` needs that of the report")),
        ["export", "--address", address, ..] => match is_address(address) {
            true => export(&arguments[3..], address),
            false => Err(usage(&format!(
                "--address {address}: accepted is an address that begins with https:// or http://"
            ))),
        },
        ["export", "", ..] => Err(usage("export: the name of the folder is empty")),
        ["export", ..] => export(&arguments[1..], ""),
        ["evaluate" | "headlines" | "params" | "prose", ..] => Err(usage("too many arguments")),
        [word, ..] => Err(usage(&format!("no command `{word}`"))),
    }
}

/// Whether a word is an option and not a file; one dash alone is standard input.
fn is_option(word: &str) -> bool {
    word.len() > 1 && word.starts_with('-')
}

fn unknown(command: &str, option: &str) -> Failure {
    if command == "export" && option.starts_with("--address") {
        return usage(
            "export: `--address` and the address stand before the folder, apart from each other",
        );
    }
    usage(&format!(
        "{command} {option}: no such option; accepted is --address for `export`, before the folder, and --help"
    ))
}

fn usage(what: &str) -> Failure {
    Failure(format!("{what}\n\n{USAGE}"))
}

fn evaluate(file: &Path) -> Result<String, Failure> {
    Ok(json(&model::run(&read(file)?)))
}

/// Whether links can begin with it.
fn is_address(address: &str) -> bool {
    let mut rest = ["https://", "http://"].iter();
    let rest = rest.find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}

/// Writes the files into the folder and says how many.
fn export(arguments: &[OsString], address: &str) -> Result<String, Failure> {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    if let Some(option) = words.find(|word| is_option(word)) {
        return Err(unknown("export", &option));
    }
    let (folder, file) = match arguments {
        [folder] => (Path::new(folder), None),
        [folder, file] => (Path::new(folder), Some(Path::new(file))),
        [] => return Err(usage("`export` needs a folder to write into")),
        _ => return Err(usage("too many arguments")),
    };
    let scenario = file.map_or_else(|| Ok(Scenario::default()), read)?;
    // Standard input has no name.
    let named = file.filter(|file| *file != Path::new(STANDARD_INPUT));
    let name = named.and_then(Path::file_stem).unwrap_or_default();
    let wanted = Wanted {
        scenario: &scenario,
        name: &name.to_string_lossy(),
        address,
    };
    let written = export::write(folder, wanted);
    let names = written.map_err(|failed| {
        let message = format!(
            "{}: cannot be written: {}; give a folder that can be written to",
            failed.path.display(),
            failed.error
        );
        Failure(message)
    })?;
    Ok(format!("{} files in {}\n", names.len(), folder.display()))
}

/// The scenario of a file, or of standard input.
fn read(file: &Path) -> Result<Scenario, Failure> {
    let from_input = file == Path::new(STANDARD_INPUT);
    let name = if from_input {
        "standard input".into()
    } else {
        file.display().to_string()
    };
    let text = if from_input {
        read_input()
    } else {
        std::fs::read_to_string(file)
    };
    let text = text.map_err(|error| Failure(format!("{name}: cannot be read as text: {error}")))?;
    scenario_from_json(&text).map_err(|defects| {
        let lines: Vec<_> = defects
            .iter()
            .map(|defect| format!("{name}: {defect}"))
            .collect();
        Failure(lines.join("\n"))
    })
}

fn read_input() -> io::Result<String> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

fn print(text: &str) -> Result<(), Failure> {
    match io::stdout()
        .write_all(text.as_bytes())
        .and_then(|()| io::stdout().flush())
    {
        // A reader such as `head` may have read enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure(format!("standard output: {error}")))
        }
        _ => Ok(()),
    }
}
