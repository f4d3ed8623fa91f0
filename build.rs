//! Turns the tables of `src/data` into static rows.
//!
//! Done here rather than in the browser, so that a bad cell fails the build and the WebAssembly module
//! carries neither a parser nor the tables that nothing refers to.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/glossary.rs"]
mod glossary;
#[path = "build/listings.rs"]
mod listings;
#[path = "build/period.rs"]
mod period;

/// How a cell becomes a Rust expression.
#[derive(Clone, Copy)]
enum Cell {
    /// Words.
    Text,
    /// A number; must be there.
    Number,
    /// A number with at most one decimal, kept as a whole number of tenths, which takes half the room.
    Tenths,
    /// A number or nothing.
    Optional,
    /// A calendar year.
    Year,
    /// The year and month of a date such as `2024-06-20`, or nothing.
    Month,
    /// The columns `<name>_en` and `<name>_ja`.
    Label,
    /// A region code.
    Region,
    /// `total` or `working_age`.
    AgeGroup,
    /// `mva`, `workers` or `wage`.
    Quantity,
    /// `sourced`, `estimate` or `assumed`.
    Confidence,
    /// The file name of a source document.
    Document,
    /// A period of the register, in the words of both languages.
    Period,
    /// The position of the row of that name in another table, given by file and column.
    Position(&'static str, &'static str),
}

/// One table: its file, the static, its row type, and (field, column, cell) of each field.
struct Table<'a> {
    file: &'static str,
    name: &'a str,
    row: &'static str,
    fields: &'static [(&'static str, &'static str, Cell)],
}

const TABLES: &[Table] = &[
    Table {
        file: "regions.csv",
        name: "REGIONS",
        row: "RegionRow",
        fields: &[
            ("region", "region", Cell::Region),
            ("quantity", "quantity", Cell::Quantity),
            ("value", "value", Cell::Number),
            ("unit", "unit", Cell::Text),
            ("source", "source", Cell::Text),
            ("source_ja", "source_ja", Cell::Text),
            ("confidence", "confidence", Cell::Confidence),
        ],
    },
    Table {
        file: "population.csv",
        name: "POPULATION",
        row: "PopulationRow",
        fields: &[
            ("region", "region", Cell::Region),
            ("year", "year", Cell::Year),
            ("age_group", "series", Cell::AgeGroup),
            ("hundred_persons", "thousand_persons", Cell::Tenths),
        ],
    },
    Table {
        file: "gdp_growth.csv",
        name: "GROWTH",
        row: "GrowthRow",
        fields: &[
            ("region", "region", Cell::Region),
            ("year", "year", Cell::Year),
            ("percent", "percent", Cell::Number),
        ],
    },
    Table {
        file: "industries.csv",
        name: "INDUSTRIES",
        row: "IndustryRow",
        fields: &[
            ("id", "industry", Cell::Text),
            ("label", "label", Cell::Label),
            ("capex_to_value_added", "capex_to_value_added", Cell::Number),
            ("deficit_us", "deficit_us", Cell::Optional),
            ("deficit_we", "deficit_we", Cell::Optional),
            ("deficit_in", "deficit_in", Cell::Optional),
            ("deficit_jp", "deficit_jp", Cell::Optional),
        ],
    },
    Table {
        file: "employment.csv",
        name: "EMPLOYMENT",
        row: "EmploymentRow",
        fields: &[
            ("id", "industry", Cell::Text),
            ("label", "label", Cell::Label),
            ("employed_10k", "employed_10k", Cell::Number),
            ("monthly_pay_jpy", "monthly_pay_jpy", Cell::Number),
            ("typology", "type", Cell::Position("typology.csv", "type")),
        ],
    },
    Table {
        file: "typology.csv",
        name: "TYPOLOGY",
        row: "TypologyRow",
        fields: &[
            ("id", "type", Cell::Text),
            ("label", "label", Cell::Label),
            ("midpoint_year", "midpoint_year", Cell::Year),
        ],
    },
    Table {
        file: "occupations.csv",
        name: "OCCUPATIONS",
        row: "OccupationRow",
        fields: &[
            ("id", "occupation", Cell::Text),
            ("label", "label", Cell::Label),
            ("exposure_percent", "exposure_percent", Cell::Number),
            ("task_class", "task_class", Cell::Text),
            ("confidence", "confidence", Cell::Confidence),
        ],
    },
    Table {
        file: "occupation_mix.csv",
        name: "OCCUPATION_MIX",
        row: "OccupationMixRow",
        fields: &[
            (
                "industry",
                "industry",
                Cell::Position("employment.csv", "industry"),
            ),
            (
                "occupation",
                "occupation",
                Cell::Position("occupations.csv", "occupation"),
            ),
            ("share_percent", "share_percent", Cell::Number),
        ],
    },
    Table {
        file: "digital_deficit.csv",
        name: "DIGITAL_DEFICIT",
        row: "DigitalDeficitRow",
        fields: &[
            ("year", "year", Cell::Year),
            ("jpy_tn", "jpy_tn", Cell::Number),
            ("confidence", "confidence", Cell::Confidence),
        ],
    },
    Table {
        file: "manufacturing_employment.csv",
        name: "MANUFACTURING_EMPLOYMENT",
        row: "ManufacturingEmploymentRow",
        fields: &[
            ("place", "region", Cell::Text),
            ("year", "year", Cell::Year),
            ("thousand_persons", "thousand_persons", Cell::Number),
            ("confidence", "confidence", Cell::Confidence),
        ],
    },
    Table {
        file: "genai_market.csv",
        name: "GENAI_MARKET",
        row: "GenaiMarketRow",
        fields: &[
            ("year", "year", Cell::Year),
            ("usd_bn", "usd_bn", Cell::Number),
            ("confidence", "confidence", Cell::Confidence),
        ],
    },
    Table {
        file: "ai_index_2025.csv",
        name: "AI_INDEX",
        row: "AiIndexRow",
        fields: &[
            ("place", "geography", Cell::Text),
            ("period", "year", Cell::Text),
            ("series", "series", Cell::Text),
            ("value", "value", Cell::Number),
            ("confidence", "confidence", Cell::Confidence),
        ],
    },
    Table {
        file: "hyperscaler_capex.csv",
        name: "HYPERSCALER_CAPEX",
        row: "CompanyCapexRow",
        fields: &[
            ("company", "company", Cell::Text),
            ("year", "year", Cell::Year),
            ("usd_bn", "usd_bn", Cell::Number),
        ],
    },
    Table {
        file: "notable_models.csv",
        name: "NOTABLE_MODELS",
        row: "NotableModelRow",
        fields: &[
            ("model", "model", Cell::Text),
            ("released", "date", Cell::Month),
            ("training_flop", "training_flop", Cell::Number),
        ],
    },
    Table {
        file: "eci_scores.csv",
        name: "ECI_SCORES",
        row: "CapabilityRow",
        fields: &[
            ("model", "model", Cell::Text),
            ("released", "date", Cell::Month),
            ("eci", "eci", Cell::Number),
        ],
    },
    Table {
        file: "usd_jpy.csv",
        name: "USD_JPY",
        row: "ExchangeRateRow",
        fields: &[
            ("year", "year", Cell::Year),
            ("jpy_per_usd", "jpy_per_usd", Cell::Number),
        ],
    },
];

/// The figures of the documents that the report cites, out of the register of all.
const CITED: Table = Table {
    file: "published.csv",
    name: "CITED",
    row: "Published",
    fields: &[
        ("id", "id", Cell::Text),
        ("document", "seed", Cell::Document),
        ("section", "section", Cell::Text),
        ("label", "label", Cell::Label),
        ("value", "value", Cell::Optional),
        ("low", "low", Cell::Optional),
        ("high", "high", Cell::Optional),
        ("unit", "unit", Cell::Text),
        ("period", "period", Cell::Text),
        ("when", "period", Cell::Period),
    ],
};

type Record = HashMap<String, String>;
type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/data");
    println!("cargo::rerun-if-changed=src/chapters");
    println!("cargo::rerun-if-changed=src/tables");
    println!("cargo::rerun-if-changed=build/glossary.rs");
    println!("cargo::rerun-if-changed=build/listings.rs");
    println!("cargo::rerun-if-changed=build/period.rs");
    let mut code = String::new();
    for table in TABLES {
        write_table(&mut code, table, &read(table.file)?)?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("tables.rs"), code)?;
    fs::write(out.join("sections.rs"), sections()?)?;
    fs::write(out.join("books.rs"), books()?)?;
    glossary::link_terms(&out)?;
    Ok(())
}

/// The link names of the sections, figures and tables of every chapter, by folder: links are read before the
/// chapter they point into is loaded.
fn sections() -> Result<String, Failure> {
    let mut folders: Vec<_> = fs::read_dir("src/chapters")?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    let mut code = String::from("static SECTIONS: &[(&str, &[&str])] = &[\n");
    for folder in folders {
        let text = fs::read_to_string(folder.join("en.md"))?;
        let name = folder.file_name().and_then(|name| name.to_str());
        let ids: Vec<_> = text.lines().filter_map(section).collect();
        writeln!(code, "    ({:?}, &{ids:?}),", name.unwrap_or_default())?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The link name of a line such as `## Heading {#name}`, `{figure name}` or `{table name}`.
fn section(line: &str) -> Option<&str> {
    let placed = ["{figure ", "{table "];
    let name = match line.strip_prefix("## ") {
        Some(heading) => heading.split_once(" {#")?.1,
        None => placed.iter().find_map(|kind| line.strip_prefix(kind))?,
    };
    name.trim_end().strip_suffix('}')
}

/// The rows of a file by column name.
fn read(file: &str) -> Result<Vec<Record>, Failure> {
    let path = Path::new("src/data").join(file);
    let mut reader = csv::Reader::from_path(&path).map_err(|error| format!("{file}: {error}"))?;
    let rows = reader.deserialize().collect::<Result<Vec<Record>, _>>();
    rows.map_err(|error| format!("{file}: {error}").into())
}

/// What each chapter cites, by folder: `pub static SHARE: Book`, with the figures of the register that its prose and
/// code name and the tables that its prose places. A name that ends in a hyphen stands for every figure it begins.
fn books() -> Result<String, Failure> {
    let register = read(CITED.file)?;
    let mut code = String::new();
    let (mut names, mut citations) = (Vec::new(), Vec::new());
    for chapter in listings::chapters()? {
        let text = chapter_text(&Path::new("src/chapters").join(&chapter))?;
        let mut cited: Vec<_> = register
            .iter()
            .filter(|row| names_figure(&text, &row["id"]))
            .cloned()
            .collect();
        cited.sort_by_key(|row| text.find(&row["id"]));
        citations.push((chapter.clone(), ids(&cited)));
        let name = chapter.to_uppercase();
        let figures = format!("{name}_CITED");
        write_table(
            &mut code,
            &Table {
                name: &figures,
                ..CITED
            },
            &cited,
        )?;
        let listings = listings::rows(&chapter)?;
        writeln!(code, "/// What the chapter `{chapter}` cites.")?;
        writeln!(
            code,
            "pub static {name}: Book = Book {{ cited: &{figures}, listings: &[{}] }};",
            listings.join(", ")
        )?;
        names.push(format!("&{name}"));
    }
    code.push_str(&cited_by(&register, &citations));
    writeln!(code, "/// What every chapter cites.")?;
    writeln!(code, "#[cfg(not(target_arch = \"wasm32\"))]")?;
    writeln!(code, "pub static ALL: &[&Book] = &[{}];", names.join(", "))?;
    Ok(code)
}

fn ids(rows: &[Record]) -> Vec<String> {
    rows.iter().map(|row| row["id"].clone()).collect()
}

/// The chapters that cite a figure, by folder: `static CITED_BY`.
fn cited_by(register: &[Record], citations: &[(String, Vec<String>)]) -> String {
    let rows = register.iter().filter_map(|row| {
        let id = &row["id"];
        let citing = citations.iter().filter(|(_, cited)| cited.contains(id));
        let chapters: Vec<_> = citing.map(|(chapter, _)| chapter).collect();
        (!chapters.is_empty()).then(|| format!("    ({id:?}, &{chapters:?}),\n"))
    });
    let rows: String = rows.collect();
    format!("static CITED_BY: &[(&str, &[&str])] = &[\n{rows}];\n")
}

/// Everything that stands in the files of a chapter.
fn chapter_text(folder: &Path) -> Result<String, Failure> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let texts = files
        .iter()
        .filter(|file| file.is_file())
        .map(fs::read_to_string);
    Ok(texts.collect::<Result<Vec<_>, _>>()?.join("\n"))
}

/// Whether a text names a figure: in its prose, as a string, or by its beginning.
fn names_figure(text: &str, id: &str) -> bool {
    let begun = id
        .match_indices('-')
        .map(|(at, _)| format!("\"{}\"", &id[..=at]));
    text.contains(&format!("{{published {id}}}"))
        || text.contains(&format!("\"{id}\""))
        || begun.into_iter().any(|begun| text.contains(&begun))
}

fn write_table(code: &mut String, table: &Table, rows: &[Record]) -> Result<(), Failure> {
    writeln!(code, "/// The rows of `{}`.", table.file)?;
    writeln!(
        code,
        "pub static {}: [{}; {}] = [",
        table.name,
        table.row,
        rows.len()
    )?;
    for (index, row) in rows.iter().enumerate() {
        write!(code, "    {} {{ ", table.row)?;
        for &(field, column, cell) in table.fields {
            let value = expression(row, column, cell)
                .map_err(|error| format!("{} row {}, {column}: {error}", table.file, index + 2))?;
            write!(code, "{field}: {value}, ")?;
        }
        writeln!(code, "}},")?;
    }
    writeln!(code, "];")?;
    Ok(())
}

/// The Rust expression of one cell.
fn expression(row: &Record, column: &str, cell: Cell) -> Result<String, Failure> {
    if let Cell::Label = cell {
        let (en, ja) = (
            get(row, &format!("{column}_en"))?,
            get(row, &format!("{column}_ja"))?,
        );
        if en.is_empty() || ja.is_empty() {
            return Err("a label needs both languages".into());
        }
        return Ok(format!("Text::new({en:?}, {ja:?})"));
    }
    let text = get(row, column)?;
    Ok(match cell {
        Cell::Text | Cell::Label => format!("{text:?}"),
        Cell::Number => number(text)?,
        Cell::Tenths => {
            let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
            if tenth.len() != 1 {
                return Err(format!("{column}: `{text}` has more than one decimal").into());
            }
            format!("{whole}{tenth}").parse::<u32>()?.to_string()
        }
        Cell::Optional if text.is_empty() => "None".into(),
        Cell::Optional => format!("Some({})", number(text)?),
        Cell::Year => text.parse::<u16>()?.to_string(),
        Cell::Month => month(text)?,
        Cell::Period => {
            let [en, ja] = period::words(text)?;
            format!("Text::new({en:?}, {ja:?})")
        }
        Cell::Region => name("Region", text, &["us", "we", "in", "jp"])?,
        Cell::AgeGroup => name("AgeGroup", text, &["total", "working_age"])?,
        Cell::Quantity => name("Quantity", text, &["mva", "workers", "wage"])?,
        Cell::Confidence => name("Confidence", text, &["sourced", "estimate", "assumed"])?,
        Cell::Document => document(text)?.into(),
        Cell::Position(file, column) => position(file, column, text)?.to_string(),
    })
}

/// Year and month of a date; `None` without one.
fn month(date: &str) -> Result<String, Failure> {
    let mut parts = date.split('-');
    let (Some(year), Some(month)) = (parts.next(), parts.next()) else {
        return match date {
            "" => Ok("None".into()),
            _ => Err(format!("`{date}` is not a date").into()),
        };
    };
    let (year, month) = (year.parse::<u16>()?, month.parse::<u8>()?);
    Ok(format!("Some(Month {{ year: {year}, month: {month} }})"))
}

fn get<'a>(row: &'a Record, column: &str) -> Result<&'a str, Failure> {
    row.get(column)
        .map(String::as_str)
        .ok_or_else(|| "no such column".into())
}

/// A finite number as a literal that reads back as the same `f64`.
fn number(text: &str) -> Result<String, Failure> {
    let value: f64 = text
        .parse()
        .map_err(|_| format!("`{text}` is not a number"))?;
    if !value.is_finite() {
        return Err(format!("`{text}` is not finite").into());
    }
    Ok(format!("{value:?}"))
}

/// The variant of an enum whose name is `word` in camel case.
fn name(of: &str, word: &str, accepted: &[&str]) -> Result<String, Failure> {
    if !accepted.contains(&word) {
        return Err(format!("`{word}` is none of {accepted:?}").into());
    }
    let camel: String = word
        .split('_')
        .map(|part| part[..1].to_uppercase() + &part[1..])
        .collect();
    Ok(format!("{of}::{camel}"))
}

fn document(file: &str) -> Result<&'static str, Failure> {
    Ok(match file.get(..3) {
        Some("000") => "Document::Platforms",
        Some("001") => "Document::GenerativeAi",
        Some("002") => "Document::Funding",
        Some("003") => "Document::Reshoring",
        Some("004") => "Document::SovereignAi",
        _ => return Err(format!("`{file}` is none of the documents").into()),
    })
}

fn position(file: &str, column: &str, word: &str) -> Result<usize, Failure> {
    let found = read(file)?.iter().position(|row| row[column] == word);
    found.ok_or_else(|| format!("`{word}` is not in {file}").into())
}
