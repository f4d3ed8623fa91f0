//! The command line: what it accepts, and what it says of the rest.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use industry2040::cli::{json, scenario_from_json};
use industry2040::model;
use industry2040::scenario::{ParamId, Scenario};

use crate::support::scenario;

/// The messages about a text that is not accepted.
fn messages(text: &str) -> Vec<String> {
    scenario_from_json(text)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn an_object_of_numbers_is_a_scenario() {
    assert_eq!(scenario_from_json("{}"), Ok(Scenario::default()));
    assert_eq!(
        scenario_from_json("\u{feff}{}\r\n"),
        Ok(Scenario::default())
    );
    let read =
        scenario_from_json(r#"{ "macro.fx": 1.1e2, "growth.us": -1, "genai.adoption_delay": -0 }"#);
    assert_eq!(
        read,
        Ok(scenario([("macro.fx", 110.0), ("growth.us", -1.0)]))
    );
}

#[test]
fn a_number_is_read_to_its_last_digit() {
    let read = scenario_from_json(r#"{"pnl.model_cost_divisor": 1.2345678901234567}"#).unwrap();
    assert_eq!(
        read.get(ParamId::find("pnl.model_cost_divisor").unwrap()),
        1.2345678901234567
    );
}

#[test]
fn every_message_names_the_id_the_value_and_what_is_accepted() {
    let fx = "accepted are numbers from 80 to 220 (JPY per USD)";
    let cases = [
        (
            r#"{"macro.fx": 79}"#,
            format!("macro.fx: 79 is outside the range; {fx}"),
        ),
        (
            r#"{"macro.fx": 1e999}"#,
            format!("macro.fx: 1e999 is outside the range; {fx}"),
        ),
        (
            r#"{"macro.fx": -1E+400}"#,
            format!("macro.fx: -1E+400 is outside the range; {fx}"),
        ),
        (
            r#"{"macro.fx": "150"}"#,
            format!("macro.fx: \"150\" is not a number; {fx}"),
        ),
        (
            r#"{"macro.fx": null}"#,
            format!("macro.fx: null is not a number; {fx}"),
        ),
        (
            r#"{"macro.fx": true}"#,
            format!("macro.fx: true is not a number; {fx}"),
        ),
        (
            r#"{"macro.fx": {"a": [1]}}"#,
            format!("macro.fx: {{\"a\": [1]}} is not a number; {fx}"),
        ),
        (
            r#"{"macro.fx": 140, "macro.fx": 150}"#,
            "macro.fx: given again, as 150; accepted is one value".into(),
        ),
        (
            r#"{"macro.fx": 150, "macro.fx": 150}"#,
            "macro.fx: given again, as 150; accepted is one value".into(),
        ),
        (
            r#"{"fx": 1}"#,
            "\"fx\": no such parameter; nearest are macro.fx".into(),
        ),
        (
            r#"{"zzz": 1}"#,
            "\"zzz\": no such parameter; the command `params` lists those accepted".into(),
        ),
    ];
    for (text, message) in cases {
        assert_eq!(messages(text), [message], "{text}");
    }
    assert!(messages(r#"{"sovereign.token": 1}"#)[0].contains("nearest are sovereign.tokens"));
}

#[test]
fn all_defects_are_reported_at_once() {
    let messages = messages(r#"{"macro.fx": 1, "x": 2, "growth.us": []}"#);
    assert_eq!(messages.len(), 3);
}

#[test]
fn broken_json_is_reported_with_line_and_column() {
    for (text, part) in [
        ("", "line 1 column 0"),
        ("{\n  \"macro.fx\": 15,\n}", "line 3 column 1"),
        ("{\"macro.fx\": 150} {}", "line 1 column 19"),
        ("{\"macro.fx\": NaN}", "line 1 column"),
        ("{\"macro.fx\": 0150}", "line 1 column"),
        ("[1]", "is not an object"),
        ("null", "is not an object"),
        ("140", "is not an object"),
    ] {
        let messages = messages(text);
        assert!(
            messages.len() == 1 && messages[0].contains(part),
            "{text:?}: {messages:?}"
        );
        assert!(messages[0].ends_with("accepted is a JSON object of parameter ids and numbers"));
    }
    assert_eq!(messages(&"[".repeat(100_000)).len(), 1);
    let deep = format!(
        "{{\"macro.fx\": {}1{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(messages(&deep)[0].len() < 300);
}

fn program(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_industry2040"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Commands that read nothing may have ended already.
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

#[test]
fn evaluate_prints_every_output_of_a_file_or_of_standard_input() {
    let expected = json(&model::run(&scenario([("macro.fx", 110.0)])));
    let text = r#"{"macro.fx": 110}"#;
    let file = std::env::temp_dir().join(format!("industry2040-{}.json", std::process::id()));
    std::fs::write(&file, text).unwrap();
    for (arguments, input) in [
        (&["evaluate", file.to_str().unwrap()][..], ""),
        (&["evaluate"], text),
        (&["evaluate", "-"], text),
    ] {
        let output = program(arguments, input);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    }
    std::fs::remove_file(file).unwrap();
}

#[test]
fn what_is_not_accepted_ends_with_status_2_and_a_message() {
    for (arguments, input, part) in [
        (
            &["evaluate"][..],
            r#"{"macro.fx": 1}"#,
            "standard input: macro.fx: 1 is outside the range",
        ),
        (
            &["evaluate", "no/such/file.json"],
            "",
            "no/such/file.json: cannot be read",
        ),
        (&["evaluate", "a", "b"], "", "too many arguments"),
        (&["evaluat"], "", "no command `evaluat`"),
        (&["--verbose"], "", "no command `--verbose`"),
    ] {
        let output = program(arguments, input);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(part), "{arguments:?}: {message}");
    }
}

#[test]
fn help_and_params_print_to_standard_output() {
    for arguments in [&[][..], &["--help"]] {
        let output = program(arguments, "");
        assert_eq!(
            (
                output.status.code(),
                output.stdout.starts_with(b"industry2040:")
            ),
            (Some(0), true)
        );
    }
    let output = program(&["params"], "");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap().lines().count(),
        1 + ParamId::all().count()
    );
}

#[test]
fn export_writes_tables_that_can_be_read() {
    let folder = std::env::temp_dir().join(format!("industry2040-export-{}", std::process::id()));
    let path = folder.join("out").to_string_lossy().into_owned();
    let done = program(&["export", &path], "");
    assert!(done.status.success(), "{done:?}");
    let read = |name: &str| std::fs::read_to_string(folder.join("out").join(name)).unwrap();
    let results = read("results.csv");
    let mut rows = csv::Reader::from_reader(results.as_bytes());
    let market = rows
        .records()
        .map(Result::unwrap)
        .find(|row| &row[0] == "tam.new_market" && &row[3] == "all" && &row[6] == "2040")
        .unwrap();
    let tam = model::run(&Scenario::default()).tam;
    let market_2040 = tam.sum(&industry2040::region::Region::ALL, 2040, |region| {
        region.reshoring_capex + region.labour_substitution
    });
    assert_eq!(market[8].parse::<f64>().unwrap(), market_2040);
    for table in [
        "inputs.csv",
        "parameters.csv",
        "register.csv",
        "contradictions.csv",
        "about.csv",
    ] {
        let text = read(table);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        assert!(rows.records().map(Result::unwrap).count() > 1, "{table}");
    }
    let figure = read("figures-ja/reshoring-market.csv");
    assert!(figure.contains("リショアリング投資"));
    assert!(figure.starts_with("\u{feff}\"# 表題："), "{figure}");
    assert!(figure.contains("\"# 変更した前提：なし（基準ケース）\"\r\n"));
    assert!(figure.contains("\"# リンク：#/reshoring/market?lang=ja\"\r\n"));
    assert_eq!(
        scenario_from_json(&read("scenario.json")),
        Ok(Scenario::default())
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn export_lists_its_files_and_says_of_which_scenario_they_are() {
    let folder = std::env::temp_dir().join(format!("industry2040-list-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let given = folder.join("weak yen.json");
    std::fs::write(&given, r#"{"macro.fx": 170}"#).unwrap();
    let out = folder.join("out");
    let done = program(
        &["export", out.to_str().unwrap(), given.to_str().unwrap()],
        "",
    );
    assert!(done.status.success(), "{done:?}");
    let list = std::fs::read_to_string(out.join("files.csv")).unwrap();
    let mut rows = csv::Reader::from_reader(list.as_bytes());
    let mut listed: Vec<String> = rows
        .records()
        .map(|row| row.unwrap()[0].to_owned())
        .collect();
    let mut found = Vec::new();
    for within in ["", "figures-en/", "figures-ja/"] {
        for entry in std::fs::read_dir(out.join(within)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                found.push(format!("{within}{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    listed.sort();
    found.sort();
    assert_eq!(listed, found);
    assert!(found.iter().all(|name| name.is_ascii()));
    for name in found.iter().filter(|name| !name.ends_with(".xlsx")) {
        let text = String::from_utf8(std::fs::read(out.join(name)).unwrap()).unwrap();
        assert_eq!(
            text.starts_with('\u{feff}'),
            name.starts_with("figures-"),
            "{name}"
        );
    }
    let readme = std::fs::read_to_string(out.join("README.txt")).unwrap();
    for line in [
        "Scenario: weak yen",
        "Changed assumptions: Exchange rate: 170 JPY per USD (base case 150 JPY per USD)",
        "変更した前提：為替レート：170円／ドル（基準ケース150円／ドル）",
    ] {
        assert!(readme.lines().any(|it| it == line), "{readme}");
    }
    let written = out.join("scenario.json");
    let evaluated = program(&["evaluate", written.to_str().unwrap()], "");
    let expected = json(&model::run(&scenario([("macro.fx", 170.0)])));
    assert_eq!(String::from_utf8(evaluated.stdout).unwrap(), expected);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn links_of_exported_files_begin_with_the_address_that_is_given() {
    let folder = std::env::temp_dir().join(format!("industry2040-links-{}", std::process::id()));
    let out = folder.to_string_lossy().into_owned();
    let given = [
        "export",
        "--address",
        "https://host/path/#/share",
        &out,
        "-",
    ];
    let done = program(&given, r#"{"macro.fx": 170}"#);
    assert!(done.status.success(), "{done:?}");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let link = |lang: &str| format!("https://host/path/#/overview?lang={lang}&macro.fx=170");
    let about = read("about.csv");
    for lang in ["en", "ja"] {
        assert!(about.contains(&link(lang)), "{about}");
        assert!(read("README.txt").contains(&link(lang)));
        let figure = read(&format!("figures-{lang}/share-sales.csv"));
        let own = format!("https://host/path/#/share/sales?lang={lang}&macro.fx=170\"\r\n");
        assert!(figure.contains(&own), "{figure}");
    }
    assert!(
        about.contains("ja,表題,") && about.contains("ja,出所,") && about.contains("en,Source,")
    );
    let json: serde_json::Value = serde_json::from_str(&read("scenario.json")).unwrap();
    assert_eq!(json["link"], link("en"));
    assert!(!read("README.txt").contains("--address"));
    std::fs::remove_dir_all(&folder).unwrap();
    for bad in ["host/path", "https://", "--path"] {
        let failed = program(&["export", "--address", bad, &out], "");
        assert_eq!(failed.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&failed.stderr).contains("begins with https://"));
    }
}

#[test]
fn export_says_what_it_needs_and_what_it_cannot_write() {
    let none = program(&["export"], "");
    assert_eq!(none.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&none.stderr).contains("`export` needs a folder"));
    for (arguments, said) in [
        (&["export", ""][..], "the name of the folder is empty"),
        (
            &["export", "out", "--address", "https://host/"],
            "stand before the folder",
        ),
        (
            &["export", "--address=https://host/", "out"],
            "apart from each other",
        ),
    ] {
        let failed = program(arguments, "");
        assert_eq!(failed.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&failed.stderr).contains(said));
    }
    // What looks like an option is no folder and no file.
    for arguments in [
        &["export", "--adress", "out"][..],
        &["export", "out", "--all"],
        &["evaluate", "--all"],
        &["params", "-x"],
    ] {
        let failed = program(arguments, "");
        assert_eq!(failed.status.code(), Some(2), "{arguments:?}");
        let option = arguments.iter().find(|word| word.starts_with('-')).unwrap();
        let said = String::from_utf8_lossy(&failed.stderr).into_owned();
        assert!(
            said.contains(&format!("{option}: no such option; accepted is --address")),
            "{said}"
        );
    }
    let help = program(&["export", "--help"], "");
    assert!(help.status.success() && String::from_utf8_lossy(&help.stdout).contains("usage:"));
    // Standard input has no name that a scenario could be called by.
    let out = std::env::temp_dir().join(format!("industry2040-input-{}", std::process::id()));
    let done = program(
        &["export", out.to_str().unwrap(), "-"],
        r#"{"macro.fx": 170}"#,
    );
    assert!(done.status.success());
    let scenario = std::fs::read_to_string(out.join("scenario.json")).unwrap();
    assert!(scenario.contains("\"macro.fx\": 170") && !scenario.contains("\"title\""));
    std::fs::remove_dir_all(&out).unwrap();
    // A file cannot be a folder.
    let file = std::env::temp_dir().join(format!("industry2040-file-{}", std::process::id()));
    std::fs::write(&file, "").unwrap();
    let within = file.join("folder").to_string_lossy().into_owned();
    let failed = program(&["export", &within], "");
    assert_eq!(failed.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&failed.stderr).contains("cannot be written"));
    std::fs::remove_file(&file).unwrap();
}
