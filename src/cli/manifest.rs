//! What lies in a folder of exported files: a list for programs, and a text for readers.

use super::export::File;
use crate::export::about::About;
use crate::export::csv;
use crate::text::{Lang, Text};

/// What the files have in common, in the language of each text.
const ABOUT: [(Lang, &str); 2] = [
    (
        Lang::En,
        "Files of a scenario of the report “Industry and AI to 2040”

files.csv lists every file with its language and what it holds.
CSV is UTF-8 with a comma between cells. The files named by language carry a byte-order mark, which spreadsheets
need, and begin with remarks before the table: lines of one cell in quotes that begins with #. All others are tables
alone, without a mark.
Amounts are those of the documents, in their currencies; units stand in the heads of columns or in a column.
scenario.json is read by the report (“Scenarios”) and by `industry2040 evaluate`.
",
    ),
    (
        Lang::Ja,
        "レポート「2040年までの産業とAI」のシナリオの出力ファイル

files.csvは全ファイルの一覧で、言語と内容を示す。
CSVはUTF-8、コンマ区切り。言語名の付いたファイルは表計算ソフト用にBOMを付け、表の前に注記行（引用符で囲み「#」で始まる1セル）を置く。
それ以外は表のみで、BOMはない。
金額は各文書の値と通貨により、単位は列見出しまたは列に記す。
scenario.jsonはレポートの「シナリオ」画面と `industry2040 evaluate` で読み込める。
",
    ),
];

/// What is said of links when nobody knows where the report is.
const LINKS: Text = Text::new(
    "A link here is the end of an address: put it after that of the report, or export with --address.\n",
    "リンクはアドレスの末尾のみを記すので、レポートのアドレスに続けて開く。--addressを付けて出力すると全体を記す。\n",
);

/// Adds both to the files; the links in them may begin with where the report is.
pub fn add(files: &mut Vec<File>, abouts: &[About], whole_links: bool) {
    files.push(File::of_both(
        "README.txt",
        Text::new("how to read the files", "ファイルの読み方"),
        told(abouts, whole_links),
    ));
    let own = File::of_both(
        "files.csv",
        Text::new("this list", "この一覧"),
        String::new(),
    );
    files.push(own);
    let list = list(files);
    if let Some(own) = files.last_mut() {
        own.bytes = list.into_bytes();
    }
}

fn list(files: &[File]) -> String {
    let mut text = String::new();
    csv::line(&mut text, &["file", "language", "contents"]);
    for file in files {
        csv::line(&mut text, &[&file.name[..], file.lang, &file.title]);
    }
    text
}

fn told(abouts: &[About], whole_links: bool) -> String {
    let mut text = String::new();
    for (lang, words) in ABOUT {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(words);
        if !whole_links {
            text.push_str(LINKS.get(lang));
        }
        let of = abouts.iter().filter(|about| about.lang == lang);
        for told in of.flat_map(About::lines) {
            text.push_str(&told.line(lang));
            text.push('\n');
        }
    }
    text
}
