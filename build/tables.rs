//! The tables of `src/data` that become static rows, and how each of their columns is read.

/// How a cell becomes a Rust expression.
#[derive(Clone, Copy)]
pub enum Cell {
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
pub struct Table<'a> {
    pub file: &'static str,
    pub name: &'a str,
    pub row: &'static str,
    pub fields: &'static [(&'static str, &'static str, Cell)],
}

pub const TABLES: &[Table] = &[
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
pub const CITED: Table = Table {
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
