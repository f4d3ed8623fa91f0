//! What is read from the small Markdown of the chapters.

use super::*;
use crate::chapters::clause;
use crate::text::Lang;

#[test]
fn a_line_is_taken_apart_into_words_and_numbers() {
    let blocks = parse(
        "## Who works {#workers}\nUp to **all** of {tam.shortage/in@2040} at {reshoring.share}.",
    );
    assert_eq!(
        blocks[0],
        Block::Heading {
            id: "workers",
            text: "Who works"
        }
    );
    let Block::Paragraph(spans) = &blocks[1] else {
        panic!("{blocks:?}")
    };
    assert_eq!(spans.len(), 7);
    assert_eq!(spans[1], Span::Strong("all"));
    assert!(matches!(spans[3], Span::Output(cell) if cell.year == 2040));
    assert!(matches!(spans[5], Span::Param(_)));
}

#[test]
fn strong_words_go_on_across_numbers_and_clauses_may_hold_clauses() {
    let text = "**all of {reshoring.share} now**, {when reshoring.share = 0}none{or when nil tam.shortage@2040}few\
                {otherwise}{when moved macro.fx}many{end} {tam.shortage@2040}{end}.";
    let Block::Paragraph(spans) = &parse(text)[0] else {
        panic!("{text}")
    };
    assert_eq!(spans[0], Span::Strong("all of "));
    assert_eq!(spans[2], Span::Strong(" now"));
    assert_eq!(spans[3], Span::Text(", "));
    let Span::Choice(clauses) = &spans[4] else {
        panic!("{spans:?}")
    };
    assert_eq!(clauses.len(), 3);
    assert_eq!(clauses[0].spans, [Span::Text("none")]);
    assert!(clauses[2].condition.is_none());
    assert!(matches!(&clauses[2].spans[0], Span::Choice(inner) if inner.len() == 1));
    assert_eq!(spans[5], Span::Text("."));
    for wrong in [
        "{when no.such > 1}a{end}",
        "{when reshoring.share = 0}a",
        "a{end}b",
    ] {
        let Block::Paragraph(spans) = &parse(wrong)[0] else {
            panic!("{wrong}")
        };
        assert!(
            spans.iter().any(|span| matches!(span, Span::Unknown(_))),
            "{wrong}"
        );
    }
}

#[test]
fn several_inputs_can_be_imagined_at_once() {
    let text = "{if sovereign.attribution=20,sovereign.outflow_avoided=30 sovereign.npv}";
    let Block::Paragraph(spans) = &parse(text)[0] else {
        panic!("{text}")
    };
    let [Span::WhatIf(change, cell)] = spans[..] else {
        panic!("{spans:?}")
    };
    let values: Vec<_> = change.settings().map(|(_, value)| value).collect();
    assert_eq!(
        (values, cell.output().id),
        (vec![20.0, 30.0], "sovereign.npv")
    );
    let wrong = parse("{if sovereign.attribution=20,no.such=1 sovereign.npv}");
    assert!(matches!(&wrong[0], Block::Paragraph(spans) if matches!(spans[0], Span::Unknown(_))));
}

#[test]
fn every_placeholder_of_every_chapter_names_something() {
    for (chapter, lang, block) in blocks() {
        for span in spans_of(&block) {
            match span {
                Span::Unknown(name) => panic!("{chapter:?} {lang:?}: {{{name}}} names nothing"),
                Span::Published(id) => {
                    let published = crate::data::published(id);
                    let ends = published.low.or(published.high);
                    assert!(published.value.or(ends).is_some(), "{id}")
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_term_of_the_glossary_is_linked_once_a_chapter_and_language() {
    let mut seen = Vec::new();
    for (chapter, lang, block) in blocks() {
        let linked = !matches!(block, Block::Heading { .. } | Block::Thesis(_));
        for span in spans_of(&block) {
            if let Span::Term(id, words) = span {
                assert!(linked && !words.is_empty(), "{chapter:?} {lang:?}: {id}");
                assert!(!seen.contains(&(chapter, lang, id)), "{chapter:?} {id}");
                seen.push((chapter, lang, id));
            }
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
}

#[test]
fn both_languages_have_the_same_sections_figures_and_numbers() {
    for chapter in ChapterId::ALL {
        let names = |text| {
            let mut names: Vec<String> = parse(text)
                .iter()
                .flat_map(|block| match block {
                    Block::Heading { id, .. } => vec![format!("# {id}")],
                    Block::Figure(id) => vec![format!("figure {id}")],
                    Block::Table(id) => vec![format!("table {id}")],
                    Block::Tool(id) => vec![format!("tool {id}")],
                    other => spans_of(other)
                        .into_iter()
                        .filter_map(number_name)
                        .collect(),
                })
                .collect();
            names.sort();
            names.dedup();
            names
        };
        let prose = chapter.chapter().prose;
        assert_eq!(names(prose.en), names(prose.ja), "{chapter:?}");
    }
}

#[test]
fn every_figure_is_placed_once_and_no_other() {
    for chapter in ChapterId::ALL {
        let mut placed: Vec<_> = parse(chapter.chapter().prose.en)
            .into_iter()
            .filter_map(|block| {
                if let Block::Figure(id) = block {
                    Some(id)
                } else {
                    None
                }
            })
            .collect();
        let mut declared: Vec<_> = chapter
            .chapter()
            .figures
            .iter()
            .map(|figure| figure.id)
            .collect();
        placed.sort_unstable();
        declared.sort_unstable();
        assert_eq!(placed, declared, "{chapter:?}");
    }
}

/// Names rather than quantities: years, the definition of working age, counts of places and companies, models.
const ALLOWED: [&str; 17] = [
    "2040", "15 to 64", "15～64", "3か国", "4地域", "RT-2", "G7", "GPT-3", "GPT-4", "4社", "2社",
    "2023", "2025", "2026", "2027", "2030", "2032",
];

/// Years, ratios and amounts must come from placeholders; a digit in the words is one that would go stale.
#[test]
fn prose_has_no_typed_digits() {
    for (chapter, lang, block) in blocks() {
        for span in spans_of(&block) {
            if let Span::Text(words) | Span::Strong(words) | Span::Term(_, words) = span {
                let left = ALLOWED
                    .iter()
                    .fold(words.to_owned(), |left, allowed| left.replace(allowed, ""));
                assert!(
                    !left.contains(|c: char| c.is_ascii_digit()),
                    "{chapter:?} {lang:?}: {words}"
                );
            }
        }
    }
}

fn blocks() -> Vec<(ChapterId, Lang, Block)> {
    let all = ChapterId::ALL
        .into_iter()
        .flat_map(|chapter| Lang::ALL.map(|lang| (chapter, lang)));
    all.flat_map(|(chapter, lang)| {
        parse(chapter.chapter().prose.get(lang))
            .into_iter()
            .map(move |block| (chapter, lang, block))
    })
    .collect()
}

fn spans_of(block: &Block) -> Vec<Span> {
    match block {
        Block::Thesis(spans) | Block::Paragraph(spans) => clause::flat(spans.clone()),
        Block::Heading { text, .. } => vec![Span::Text(text)],
        Block::Figure(_) | Block::Table(_) | Block::Tool(_) => Vec::new(),
    }
}

fn number_name(span: Span) -> Option<String> {
    match span {
        Span::Output(cell) => Some(cell.name(Lang::En)),
        Span::Base(cell) => Some(format!("base {}", cell.name(Lang::En))),
        Span::Param(param) => Some(param.row().id.to_owned()),
        Span::Published(id) => Some(id.to_owned()),
        Span::Chapter(chapter) => Some(format!("chapter {}", chapter.slug())),
        Span::ParamAt(param, value) => Some(format!("{}={value}", param.row().id)),
        Span::WhatIf(change, cell) | Span::BaseIf(change, cell) => {
            let settings: Vec<_> = change
                .settings()
                .map(|(param, value)| format!("{}={value}", param.row().id))
                .collect();
            let case = if matches!(span, Span::BaseIf(..)) {
                "base "
            } else {
                ""
            };
            let name = cell.name(Lang::En);
            Some(format!("{case}{} {name}", settings.join(",")))
        }
        _ => None,
    }
}
