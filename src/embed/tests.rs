use super::*;
use crate::chapters::ChapterId;
use crate::i18n::number::Currency;
use crate::link;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::version::VERSION;
use crate::view::View;

const CHAPTER: ChapterId = ChapterId::Reshoring;

fn wish() -> Wish {
    Wish {
        figure: Some("market"),
        tool: String::new(),
        inputs: vec![],
        frozen: false,
        lang: Lang::En,
        ground: "system",
    }
}

fn view() -> View {
    View {
        chapter: CHAPTER,
        section: Some("workers"),
        currency: Currency::Jpy,
        ..View::default()
    }
}

fn changed() -> Scenario {
    take(
        &Scenario::default(),
        &[("reshoring.share".into(), Given::Number(60.0))],
    )
    .0
}

/// What the address of a wish asks for.
fn asked(wish: &Wish, scenario: &Scenario) -> (link::Link, Embed) {
    let link = link::decode(&address(wish, scenario, &view()));
    assert_eq!(link.issues, []);
    let embed = read(link.chapter.chapter(), &link.embed);
    (link, embed)
}

#[test]
fn a_live_embed_carries_what_differs_and_what_was_chosen() {
    let share = ParamId::find("reshoring.share").unwrap();
    let wish = Wish {
        inputs: vec![share],
        ground: "transparent-dark",
        lang: Lang::Ja,
        ..wish()
    };
    let address = address(&wish, &changed(), &view());
    assert_eq!(
        address,
        "#/reshoring?lang=ja&currency=jpy&reshoring.share=60&embed=market&inputs=reshoring.share&ground=transparent-dark"
    );
    let (link, embed) = asked(&wish, &changed());
    assert_eq!(link.scenario, changed());
    let expected = Embed {
        shows: Shows::Figure("market"),
        inputs: vec![share],
        result: None,
        target: None,
        ground: Ground::Clear(Theme::Dark),
        frozen: None,
        refusals: vec![],
    };
    assert_eq!(embed, expected);
}

#[test]
fn a_frozen_embed_carries_every_parameter_and_the_version_and_no_inputs() {
    let wish = Wish {
        frozen: true,
        inputs: vec![ParamId::find("reshoring.share").unwrap()],
        ..wish()
    };
    for scenario in [Scenario::default(), changed()] {
        let address = address(&wish, &scenario, &view());
        for param in ParamId::all() {
            assert!(address.contains(&format!("&{}=", param.row().id)));
        }
        let (link, embed) = asked(&wish, &scenario);
        assert_eq!(link.scenario, scenario);
        assert_eq!(
            (embed.frozen.as_deref(), embed.inputs),
            (Some(VERSION), vec![])
        );
    }
}

#[test]
fn a_tool_is_embedded_with_its_result_inputs_and_target() {
    let share = ParamId::find("reshoring.share").unwrap();
    for frozen in [false, true] {
        let wish = Wish {
            figure: Some("goal"),
            tool: "&result=capture.margin@2040&inputs=reshoring.share&target=0.2".into(),
            frozen,
            ..wish()
        };
        let (_, embed) = asked(&wish, &changed());
        assert_eq!(embed.refusals, []);
        assert_eq!(embed.shows, Shows::Tool(Tool::Goal));
        assert_eq!(embed.result.as_deref(), Some("capture.margin@2040"));
        // Those of a tool are what it shows: a frozen embed keeps them.
        assert_eq!(embed.inputs, [share]);
        assert_eq!((embed.target, embed.frozen.is_some()), (Some(0.2), frozen));
    }
}

#[test]
fn what_a_tool_cannot_show_is_named() {
    let asks = asking("embed=tornado\n", "result", "capture.margin@1990");
    let asks = asking(&asks, "target", "much");
    let embed = read(CHAPTER.chapter(), &asks);
    assert_eq!((embed.result, embed.target), (None, None));
    let messages: Vec<_> = embed
        .refusals
        .iter()
        .map(|it| it.message(Lang::En))
        .collect();
    assert!(
        messages[0].starts_with("result: “capture.margin@1990” is not accepted; accepted: tam.")
    );
    assert!(messages[1].starts_with("target: “much”"));
}

#[test]
fn every_figure_and_chapter_can_be_embedded_on_every_ground() {
    for id in ChapterId::ALL {
        for name in shown(id.chapter()) {
            for code in grounds() {
                let link = link::decode(&format!("#/{}?embed={name}&ground={code}", id.slug()));
                let embed = read(id.chapter(), &link.embed);
                assert_eq!((link.issues.len(), embed.refusals.len()), (0, 0), "{name}");
                assert_ne!(embed.shows, Shows::Nothing);
                assert_eq!(Some(embed.ground), Ground::find(code));
            }
        }
    }
}

#[test]
fn bad_parts_are_named_with_what_is_accepted_and_the_rest_applies() {
    let link = link::decode("#/reshoring?embed=nowhere&inputs=share,reshoring.share&ground=blue");
    let embed = read(CHAPTER.chapter(), &link.embed);
    assert_eq!(embed.shows, Shows::Nothing);
    assert_eq!(embed.inputs, [ParamId::find("reshoring.share").unwrap()]);
    let messages: Vec<_> = embed
        .refusals
        .iter()
        .map(|it| it.message(Lang::En))
        .collect();
    assert!(messages[0].starts_with("embed: “nowhere” is not accepted; accepted: chapter, market"));
    assert!(messages[1].starts_with("inputs: “share” is not accepted; accepted: "));
    assert!(messages[1].contains("reshoring.share"));
    assert!(messages[2].ends_with("light, dark, transparent, transparent-dark"));
    assert!(
        embed
            .refusals
            .iter()
            .all(|it| !it.message(Lang::Ja).is_ascii())
    );
}

#[test]
fn only_another_version_is_worth_a_notice() {
    assert_eq!(version_notice(None, Lang::En), None);
    assert_eq!(version_notice(Some(VERSION), Lang::En), None);
    let notice = version_notice(Some("0.0.9"), Lang::Ja).unwrap();
    assert!(notice.contains("0.0.9") && notice.contains(VERSION));
}

#[test]
fn a_snippet_is_sound_markup_whatever_the_title() {
    let snippet = snippet(
        "https://host/#/a?b=1&c=2",
        "A “title” <with> \"marks\" & more",
        620,
    );
    assert!(snippet.contains("src=\"https://host/#/a?b=1&amp;c=2\""));
    assert!(snippet.contains("title=\"A “title” &lt;with&gt; &quot;marks&quot; &amp; more\""));
}

#[test]
fn inputs_of_a_message_are_taken_one_by_one() {
    let inputs = [
        ("reshoring.share".into(), Given::Number(60.4)),
        ("labour.productivity_growth".into(), Given::Number(99.0)),
        ("macro.fx".into(), Given::Number(f64::NAN)),
        (
            "autonomy.adoption_2040".into(),
            Given::Other("\"27\"".into()),
        ),
        ("share".into(), Given::Number(1.0)),
    ];
    let (scenario, refusals) = take(&Scenario::default(), &inputs);
    assert_eq!(scenario, changed(), "snapped to the slider");
    let named: Vec<_> = refusals
        .iter()
        .map(|it| (it.about.as_str(), it.value.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("labour.productivity_growth", "99"),
            ("macro.fx", "NaN"),
            ("autonomy.adoption_2040", "\"27\""),
            ("inputs", "share"),
        ]
    );
    assert_eq!(refusals[3].accepted.len(), ParamId::all().count());
    assert!(refusals[0].accepted[0].ends_with("% a year"));
}

#[test]
fn endless_refusals_are_counted_and_the_ids_listed_once() {
    let unknown = |number: usize| (format!("k{number}"), Given::Number(1.0));
    let mut inputs: Vec<_> = (0..20_000).map(unknown).collect();
    inputs.push(("reshoring.share".into(), Given::Number(60.0)));
    let (scenario, refusals) = take(&Scenario::default(), &inputs);
    assert_eq!(scenario, changed(), "what is good still applies");
    assert_eq!(refusals.len(), MOST_REFUSALS + 1);
    assert_eq!(refusals[0].accepted.len(), ParamId::all().count());
    assert!(refusals[1..].iter().all(|it| it.accepted.is_empty()));
    let last = refusals.last().unwrap();
    assert_eq!(last.more, 20_000 - MOST_REFUSALS);
    assert_eq!(
        last.message(Lang::En),
        "inputs: 19960 more are not accepted"
    );
    assert!(last.message(Lang::Ja).contains("ほかに19960件"));
    assert!(refusals[1].message(Lang::En).ends_with("listed above"));

    let asks = asking("embed=market\n", "inputs", &"no.such,".repeat(5_000));
    let embed = read(CHAPTER.chapter(), &asks);
    assert_eq!(embed.refusals.len(), MOST_REFUSALS + 1);
    let said: usize = embed
        .refusals
        .iter()
        .map(|it| it.message(Lang::En).len())
        .sum();
    assert!(said < 10_000, "{said}");
}

#[test]
fn numbers_are_quoted_with_all_their_digits_and_those_that_are_none_by_name() {
    for (number, name) in [
        (9000.0, "9000"),
        (1000.12345, "1000.12345"),
        (-0.000000001, "-0.000000001"),
        (f64::NAN, "NaN"),
        (f64::INFINITY, "Infinity"),
        (f64::NEG_INFINITY, "-Infinity"),
    ] {
        let inputs = [("macro.fx".into(), Given::Number(number))];
        assert_eq!(take(&Scenario::default(), &inputs).1[0].value, name);
    }
}

#[test]
fn what_moved_in_between_stays_unless_a_message_moved_it_too() {
    let set =
        |from: &Scenario, id: &str, value: f64| take(from, &[(id.into(), Given::Number(value))]).0;
    let from = Scenario::default();
    let wanted = set(&from, "reshoring.share", 60.0);
    assert_eq!(moved(&from, &from, &wanted), wanted);
    let reader = set(&from, "macro.fx", 120.0);
    let both = set(&wanted, "macro.fx", 120.0);
    assert_eq!(moved(&reader, &from, &wanted), both);
    let other = set(&from, "reshoring.share", 20.0);
    assert_eq!(moved(&other, &from, &wanted), wanted);
}

#[test]
fn no_figure_of_a_chapter_has_the_name_of_a_tool_or_of_the_whole() {
    for chapter in ChapterId::ALL {
        let names: Vec<_> = shown(chapter.chapter()).collect();
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{chapter:?}: {name}");
        }
    }
}
