use super::issue::chapter_names;
use super::*;
use crate::source::Document;

#[test]
fn the_base_case_adds_nothing_to_the_link() {
    assert_eq!(encode_changes(&Scenario::default()), "");
    assert_eq!(
        encode(&Scenario::default(), &View::default()),
        "#/overview?lang=en"
    );
}

#[test]
fn every_parameter_survives_the_round_trip_at_both_ends_of_its_range() {
    for param in ParamId::all() {
        for end in [param.row().min, param.row().max] {
            let mut scenario = Scenario::default();
            scenario.set(param, param.row().snap(end)).unwrap();
            let link = decode(&encode(&scenario, &View::default()));
            assert_eq!(link.scenario, scenario, "{} at {end}", param.row().id);
            assert_eq!(link.issues, []);
        }
    }
}

#[test]
fn the_view_survives_the_round_trip() {
    let view = View {
        lang: Lang::Ja,
        currency: Currency::Jpy,
        chapter: ChapterId::Reshoring,
        section: Some("workers"),
        capex_as_usual: true,
        year: Some(2035),
        pin: Some("Strong yen*macro.fx*110".to_owned()),
        finding: String::new(),
    };
    let link = decode(&encode(&Scenario::default(), &view));
    assert_eq!(
        (link.lang, link.currency),
        (Some(Lang::Ja), Some(Currency::Jpy))
    );
    assert_eq!(
        (link.section, link.capex_as_usual, link.year, link.issues),
        (Some("workers"), true, Some(2035), vec![])
    );
    assert_eq!(link.pin, view.pin);
    assert!(encode(&Scenario::default(), &view).ends_with("&pin=Strong+yen*macro.fx*110"));
}

#[test]
fn what_is_looked_for_survives_the_round_trip_in_its_own_chapter_only() {
    let finding = found(&found("", "q", "半導体 & GPU=1"), "doc", "004");
    let view = View {
        chapter: ChapterId::Evidence,
        finding,
        ..View::default()
    };
    let link = decode(&encode(&Scenario::default(), &view));
    assert_eq!((&link.finding, &link.issues), (&view.finding, &vec![]));
    assert_eq!(looked_for(&link.finding, "q"), "半導体 & GPU=1");
    assert_eq!(found(&link.finding, "q", ""), "doc=004");
    let elsewhere = View {
        chapter: ChapterId::Share,
        ..view
    };
    assert_eq!(encode(&Scenario::default(), &elsewhere), "#/share?lang=en");
    let bad = decode("#/evidence?doc=005&verdict=wrong&kind=plan");
    assert_eq!(bad.finding, "kind=plan");
    assert_eq!(
        bad.issues[0].message(Lang::En),
        "doc=005 is unknown; accepted: 000, 001, 002, 003, 004"
    );
    assert_eq!(bad.issues.len(), 2);
    assert_eq!(decode("#/share?q=a").issues, [Issue::Key("q".into())]);
}

#[test]
fn bad_parts_are_reported_with_what_is_accepted_and_the_rest_applies() {
    let good = "&labour.productivity_growth=1";
    let unknown = format!("no chapter “nowhere”; chapters are {}", chapter_names());
    for (fragment, expected) in [
        ("#/nowhere?reshoring.share=80", unknown.as_str()),
        (
            "#/reshoring/nowhere?",
            "no section “nowhere” in this chapter; shown from its start",
        ),
        (
            "#/reshoring?share=80",
            "“share” is not an input of the model; it was left out",
        ),
        (
            "#/reshoring?reshoring.share=lots",
            "Reshoring share: “lots” is not accepted; enter a number from 0 to 100%",
        ),
        (
            "#/reshoring?reshoring.share=101",
            "Reshoring share: “101” is not accepted; enter a number from 0 to 100%",
        ),
        (
            "#/reshoring?reshoring.share=",
            "Reshoring share: “” is not accepted; enter a number from 0 to 100%",
        ),
        (
            "#/reshoring?lang=fr",
            "lang=fr is unknown; accepted: ja, en",
        ),
        (
            "#/reshoring?currency=eur",
            "currency=eur is unknown; accepted: native, usd, jpy",
        ),
        (
            "#/reshoring?usual=yes",
            "usual=yes is unknown; accepted: 0, 1",
        ),
        (
            "#/share?year=2041",
            "year=2041 is unknown; accepted: 2025–2040",
        ),
        (
            "#/reshoring?a.b=%FF%00%E3",
            "“a.b” is not an input of the model; it was left out",
        ),
    ] {
        let link = decode(&format!("{fragment}{good}"));
        let messages: Vec<_> = link
            .issues
            .iter()
            .map(|issue| issue.message(Lang::En))
            .collect();
        assert_eq!(messages, [expected], "{fragment}");
        assert!(encode_changes(&link.scenario).contains("labour.productivity_growth=1.00"));
    }
}

#[test]
fn what_asks_for_an_embed_is_put_aside_and_means_nothing_without_it() {
    let link = decode("#/reshoring?embed=market&inputs=reshoring.share&ground=dark");
    let expected = "embed=market\ninputs=reshoring.share\nground=dark\n";
    assert_eq!((link.embed.as_str(), link.issues), (expected, vec![]));
    let link = decode("#/reshoring?ground=dark");
    assert_eq!(link.issues, [Issue::Key("ground".into())]);
    assert!(link.embed.is_empty());
}

#[test]
fn a_repeated_key_is_reported_and_the_last_value_applies() {
    let link = decode("#/reshoring?reshoring.share=80&reshoring.share=60");
    assert_eq!(link.issues, [Issue::Repeated("reshoring.share".into())]);
    assert_eq!(encode_changes(&link.scenario), "reshoring.share=60");
}

#[test]
fn every_message_exists_in_japanese() {
    let link = decode("#/x?y=1&reshoring.share=z&lang=q");
    for issue in &link.issues {
        assert!(!issue.message(Lang::Ja).is_ascii(), "{issue:?}");
    }
    assert_eq!(link.issues.len(), 4);
}

#[test]
fn what_a_path_or_a_search_has_too_much_of_is_said() {
    for (link, said) in [
        (
            "#/reshoring/market/extra/parts",
            "no section “market/extra/parts” in this chapter; shown from its start",
        ),
        (
            "#/reshoring//market/x",
            "no section “market/x” in this chapter; shown from its start",
        ),
    ] {
        let issues = decode(link).issues;
        let messages: Vec<_> = issues.iter().map(|it| it.message(Lang::En)).collect();
        assert_eq!(messages, [said]);
    }
    let long = decode(&format!("#/evidence?q={}", "x".repeat(81)));
    assert_eq!(long.issues.len(), 1);
    assert!(
        long.issues[0]
            .message(Lang::En)
            .ends_with("was cut; accepted are up to 80 characters")
    );
    assert!(long.issues[0].message(Lang::Ja).contains("80文字まで"));
    for link in [
        "#/reshoring/market/",
        "#//reshoring//market",
        "#/evidence?q=short",
        "#/",
        "",
    ] {
        assert_eq!(decode(link).issues, [], "{link}");
    }
}

/// The codes of filters are data, those of settings stand beside what they choose: a link takes all of them.
#[test]
fn a_link_takes_every_code_that_there_is() {
    let words: toml::Table = include_str!("../data/words.toml").parse().unwrap();
    for key in ["theme", "kind", "verdict"] {
        let mut named: Vec<_> = words[key].as_table().unwrap().keys().collect();
        let mut taken = issue::codes(key).to_vec();
        named.sort_unstable();
        taken.sort_unstable();
        assert_eq!(taken, named, "{key}");
    }
    let documents = Document::ALL.map(Document::number);
    assert_eq!(issue::codes("doc"), documents);
    for code in Lang::ALL.map(Lang::code) {
        assert!(issue::codes("lang").contains(&code));
    }
    assert_eq!(issue::codes("currency"), Currency::ALL.map(Currency::code));
    for key in [
        "lang", "currency", "usual", "doc", "theme", "kind", "verdict",
    ] {
        for code in issue::codes(key) {
            let link = decode(&format!("#/evidence?{key}={code}"));
            assert_eq!(link.issues, [], "{key}={code}");
        }
    }
}
