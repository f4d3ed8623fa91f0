//! The words of the dialog.

use crate::text::Text;

pub const TITLE: Text = Text::new("Export", "エクスポート");
pub const THIS: Text = Text::new("This figure", "この図");
pub const PNG: Text = Text::new("Picture (PNG)", "画像（PNG）");
pub const COPY: Text = Text::new("Copy picture", "画像をコピー");
pub const SVG: Text = Text::new("Drawing (SVG)", "図形（SVG）");
pub const CSV: Text = Text::new("Table (CSV)", "表（CSV）");
pub const JSON: Text = Text::new("Data (JSON)", "データ（JSON）");
pub const SLIDE: Text = Text::new("Slide (PPTX)", "スライド（PPTX）");
/// Above the chapters of a print.
pub const CONTENTS: Text = Text::new("Contents", "目次");
pub const SEVERAL: Text = Text::new("Several figures as slides", "複数の図をスライドに");
pub const SEVERAL_NOTE: Text = Text::new(
    "Figures of any chapters in one file; two or more get a title slide.",
    "複数の章の図を1つのファイルにまとめる。2枚以上のときは表紙が付く。",
);
pub const EVERY: Text = Text::new("Select all figures", "全章の図を選択");
pub const ALL: Text = Text::new("All", "すべて選択");
pub const NONE: Text = Text::new("None", "選択解除");
pub const SLIDES: Text = Text::new("Slides (PPTX)", "選んだ図のスライド（PPTX）");
pub const WHOLE: Text = Text::new("The present scenario", "現在のシナリオ");
pub const WHOLE_NOTE: Text = Text::new(
    "The workbook computes all results by formulas: change an input in it and they follow. The JSON file can be read back under “Scenarios” and by the command line.",
    "ワークブックは全結果を計算式で持ち、前提を変えると再計算される。JSONは「シナリオ」画面とコマンドラインで読み込める。",
);
pub const WORKBOOK: Text = Text::new("Workbook (XLSX)", "ワークブック（XLSX）");
pub const SCENARIO: Text = Text::new("Inputs and results (JSON)", "前提と結果（JSON）");
pub const REPORT: Text = Text::new("The report on paper", "レポートの印刷");
pub const REPORT_NOTE: Text = Text::new(
    "The browser prints the chosen chapters or saves them as PDF.",
    "選んだ章をブラウザで印刷する。PDFとしても保存できる。",
);
pub const WITH_TABLES: Text = Text::new(
    "With the documents’ tables and the equations",
    "文書の表と数式も含める",
);
pub const PRINT: Text = Text::new("Print or save as PDF", "印刷・PDF保存");
pub const WORKING: Text = Text::new("Preparing", "準備中");
pub const COPIED: Text = Text::new("The picture is on the clipboard.", "画像をコピーした。");
pub const NOTHING_CHOSEN: Text = Text::new("Choose at least one.", "1つ以上選択する。");
pub const FAILED: Text = Text::new(
    "The file could not be made.",
    "ファイルを作成できなかった。",
);
pub const NOT_PRINTED: Text = Text::new(
    "The browser did not print. Try again, or print from the browser’s menu.",
    "印刷できなかった。再試行するか、ブラウザのメニューから印刷する。",
);
pub const NOT_LOADED: Text = Text::new(
    "Part of the report could not be loaded. Check your connection and try again.",
    "必要なプログラムを読み込めなかった。接続を確認し、再試行する。",
);
pub const REFUSED: Text = Text::new(
    "The browser refused the clipboard. Save the picture as a file instead.",
    "ブラウザがクリップボードの使用を拒んだ。画像はファイルとして保存できる。",
);
