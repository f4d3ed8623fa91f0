//! Links the terms of the glossary in the prose: the first occurrence of each in a chapter and language becomes
//! `{term id|words}`. Headings, theses, placeholders, strong words and clauses that are not always said are left alone.

use std::error::Error;
use std::fs;
use std::path::Path;

use super::listings;

/// Terms that are everyday words, names of the report itself, or so frequent that a link would only be noise.
const LEFT_OUT: [&str; 12] = [
    "Library",
    "Outcome",
    "Inference",
    "Prompt",
    "Corpus",
    "PD",
    "PA",
    "FA",
    "IP (intellectual property)",
    "Artificial intelligence",
    "Edge case",
    "Data-driven",
];

/// A term and the words that stand for it in each language.
struct Term {
    id: String,
    words: [Vec<String>; 2],
}

/// Writes the prose of every chapter with its links as `prose/<chapter>.<language>.md`.
pub fn link_terms(out: &Path) -> Result<(), Box<dyn Error>> {
    let terms = terms()?;
    fs::create_dir_all(out.join("prose"))?;
    for chapter in listings::chapters()? {
        for (language, code) in ["en", "ja"].into_iter().enumerate() {
            let prose = fs::read_to_string(format!("src/chapters/{chapter}/{code}.md"))?;
            let linked = linked(&prose, language, &terms);
            fs::write(out.join(format!("prose/{chapter}.{code}.md")), linked)?;
        }
    }
    Ok(())
}

/// The terms, longest words first, so that a long term is not taken for a shorter one within it.
fn terms() -> Result<Vec<Term>, Box<dyn Error>> {
    let table: toml::Table = fs::read_to_string("src/tables/glossary.toml")?.parse()?;
    let rows = table["row"].as_array().ok_or("the glossary has no rows")?;
    let mut terms = Vec::new();
    for row in rows {
        let text = |key: &str| {
            row[key]
                .as_str()
                .ok_or_else(|| format!("a term without {key}"))
        };
        let (en, ja) = (text("term_en")?, text("term_ja")?);
        if !LEFT_OUT.contains(&en) {
            terms.push(Term {
                id: id(en),
                words: [forms(en, " ("), forms(ja, "（")],
            });
        }
    }
    terms.sort_by_key(|term| std::cmp::Reverse(term.words[0][0].len()));
    Ok(terms)
}

/// The name of a term in links; `xtask/web/evidence.js` makes the same.
fn id(term: &str) -> String {
    let plain = term
        .to_lowercase()
        .replace(|c: char| !c.is_ascii_alphanumeric(), " ");
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// `Epoch Capabilities Index (ECI)` is found as its name and as what stands in brackets where that is an abbreviation.
fn forms(term: &str, bracket: &str) -> Vec<String> {
    let Some((name, behind)) = term.split_once(bracket) else {
        return vec![term.to_owned()];
    };
    let short = behind.trim_end_matches([')', '）']);
    let abbreviation = short.len() > 2 && short.bytes().all(|byte| byte.is_ascii_uppercase());
    let short = abbreviation.then(|| short.to_owned());
    std::iter::once(name.to_owned()).chain(short).collect()
}

fn linked(prose: &str, language: usize, terms: &[Term]) -> String {
    let mut lines: Vec<String> = prose.lines().map(str::to_owned).collect();
    for term in terms {
        let plain = |line: &String| {
            !line.is_empty() && !line.starts_with(['#', '>', '{'])
                || line.starts_with("{chapter ")
                || line.starts_with("{when ")
        };
        for line in lines.iter_mut().filter(|line| plain(line)) {
            let found = term.words[language]
                .iter()
                .find_map(|words| first(line, words));
            if let Some((start, end)) = found {
                let words = &line[start..end];
                *line = format!(
                    "{}{{term {}|{words}}}{}",
                    &line[..start],
                    term.id,
                    &line[end..]
                );
                break;
            }
        }
    }
    lines.join("\n") + "\n"
}

/// Where words first stand by themselves outside placeholders and strong words. English words may be in any case and
/// in the plural.
fn first(line: &str, words: &str) -> Option<(usize, usize)> {
    // An abbreviation is found as it is written only.
    let exact = !words.is_ascii() || words.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    let (text, wanted) = match exact {
        true => (line.to_owned(), words.to_owned()),
        false => (line.to_ascii_lowercase(), words.to_ascii_lowercase()),
    };
    text.match_indices(&wanted).find_map(|(start, _)| {
        let (before, after) = (&line[..start], &line[start + wanted.len()..]);
        let plural =
            words.is_ascii() && after.starts_with('s') && !joins(words, after[1..].chars().next());
        let end = start + wanted.len() + usize::from(plural);
        let depth = before.matches('{').count() - before.matches('}').count();
        let strong = before.matches("**").count() % 2 == 1;
        let sometimes = before.matches("{when ").count() > before.matches("{end}").count();
        let apart = !joins(words, before.chars().next_back())
            && (plural || !joins(words, after.chars().next()));
        (depth == 0 && !strong && !sometimes && apart).then_some((start, end))
    })
}

/// Whether a character beside words makes them part of a longer word: letters beside letters, katakana beside
/// katakana, kanji beside kanji.
fn joins(words: &str, beside: Option<char>) -> bool {
    let kind = |c: char| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => 1,
        '\u{30a1}'..='\u{30fc}' => 2,
        '\u{4e00}'..='\u{9fff}' => 3,
        _ => 0,
    };
    let ends = [words.chars().next(), words.chars().next_back()]
        .into_iter()
        .flatten();
    beside.is_some_and(|beside| {
        kind(beside) != 0 && ends.into_iter().any(|end| kind(end) == kind(beside))
    })
}
