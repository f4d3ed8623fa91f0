use super::*;
use crate::text::Lang;

fn messages(text: &str) -> Vec<String> {
    let defects = Json::read(text).unwrap().scenario().unwrap_err();
    defects.iter().map(|it| it.message(Lang::En)).collect()
}

#[test]
fn messages_name_the_value_and_what_is_accepted() {
    for (text, message) in [
        (
            r#"{"macro.fx": "150"}"#,
            "Exchange rate: “\"150\"” is not accepted; enter a number from 80 to 220 JPY per USD",
        ),
        (
            r#"{"macro.fx": 79}"#,
            "Exchange rate: “79” is not accepted; enter a number from 80 to 220 JPY per USD",
        ),
        (
            r#"{"macro.fy": 79}"#,
            "“macro.fy” is not an input of the model; nearest are macro.fx",
        ),
        (
            "[1]",
            "“[1]” is JSON, but not an object; accepted is a JSON object of input ids and numbers",
        ),
        (
            r#"{"zzzzzzzz": 1}"#,
            "“zzzzzzzz” is not an input of the model; accepted are ids such as reshoring.share, as every saved scenario has them",
        ),
        (
            r#"{"format": "industry2040/scenario", "version": 1}"#,
            "“inputs” is missing; accepted under this name is an object of input ids and numbers",
        ),
    ] {
        assert_eq!(messages(text), [message]);
    }
    assert_eq!(messages(r#"{"a": 1, "macro.fx": null}"#).len(), 2);
}

#[test]
fn a_broken_text_is_told_with_reason_and_place_in_both_languages() {
    for (text, reason) in [
        (r#"{"macro.fx": 1"#, "1行14列：途中で終わっている"),
        (
            "{\n\"macro.fx\": 1,}",
            "2行15列：最後の要素の後に余分なコンマがある",
        ),
        (r#"{macro.fx: 1}"#, "1行2列：キーが文字列ではない"),
        (r#"{"macro.fx" 1}"#, "1行13列：キーの後にコロンがない"),
    ] {
        let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
        let defect = Defect::Broken(error.to_string());
        assert!(defect.message(Lang::En).contains(&error.to_string()));
        let said = defect.message(Lang::Ja);
        assert!(said.contains(&format!("（{reason}）")), "{said}");
    }
    assert!(
        Defect::Broken("odd".into())
            .message(Lang::Ja)
            .contains("（odd）")
    );
}

#[test]
fn a_whole_scenario_is_read_by_the_page_and_by_the_command_line() {
    let inputs = r#""inputs": {"macro.fx": 110}, "results": {"x": [1]}"#;
    let text = |format: &str, version: &str| {
        format!(r#"{{"format": "{format}", "version": {version}, {inputs}}}"#)
    };
    let whole = text(FORMAT, "1");
    let read = Json::read(&whole).unwrap().scenario().unwrap();
    assert_eq!(read.changed().count(), 1);
    assert_eq!(crate::cli::scenario_from_json(&whole), Ok(read));
    for (text, defect) in [
        (text(FORMAT, "2"), Defect::Newer("2".into())),
        (text(FORMAT, "null"), Defect::Newer("null".into())),
        (text(FORMAT, "-3"), Defect::Newer("-3".into())),
        (
            text("industry2040/figure", "1"),
            Defect::Other("industry2040/figure".into()),
        ),
    ] {
        assert_eq!(
            Json::read(&text).unwrap().scenario(),
            Err(vec![defect.clone()])
        );
        assert_eq!(crate::cli::scenario_from_json(&text), Err(vec![defect]));
    }
}

#[test]
fn what_is_given_twice_is_refused_and_a_number_too_large_is_named() {
    for (text, message) in [
        (
            r#"{"macro.fx": 100, "macro.fx": 120}"#,
            "Exchange rate: given again, as “120”; accepted is one value",
        ),
        (
            r#"{"macro.fx": 100, "macro\u002efx": 120}"#,
            "Exchange rate: given again, as “120”; accepted is one value",
        ),
        (
            r#"{"macro.fx": 1e400}"#,
            "Exchange rate: “1e400” is not accepted; enter a number from 80 to 220 JPY per USD",
        ),
    ] {
        assert_eq!(messages(text), [message]);
    }
    let twice = format!(
        r#"{{"format": "{FORMAT}", "version": 1, "inputs": {{}}, "inputs": {{"macro.fx": 1}}}}"#
    );
    assert_eq!(
        messages(&twice),
        ["“inputs” is given twice; accepted is one"]
    );
}

#[test]
fn what_is_written_is_read_back_by_the_page_and_by_the_command_line() {
    for preset in crate::presets::PRESETS {
        let text = json(&preset.scenario());
        assert_eq!(Json::read(&text).unwrap().scenario(), Ok(preset.scenario()));
        assert_eq!(crate::cli::scenario_from_json(&text), Ok(preset.scenario()));
    }
}
