//! The words of exported files.

use crate::text::{Text, words};

words! {
    BASE_CASE = "none (base case)", "なし（基準ケース）";
    SCENARIO = "Scenario", "シナリオ";
    CHANGED = "Changed assumptions", "変更した前提";
    LINK = "Link", "リンク";
    VERSION = "Version", "版";
    TITLE = "Title", "表題";
    MEASURE = "Measure", "指標";
    SOURCE = "Source", "出典";
    NOTE = "Note", "注";
    BOOK_TITLE = "Industry and AI to 2040: results, inputs and formulas", "2040年までの産業とAI：結果・前提・計算式";
    ABOUT_SHEET = "About", "概要";
    INPUTS_SHEET = "Inputs", "前提";
    RESULTS_SHEET = "Results", "結果";
    SOURCES_SHEET = "Sources", "出典";
    DATA_SHEET = "Data", "データ";
    HOW_TO = "How to use", "使い方";
    HOW_1 = "Change the coloured cells on the sheet of inputs; results follow. Percentages are entered as numbers: 5 means 5%.", "「前提」シートの色付きのセルを変更すると、結果が再計算される。百分率は数値で入力する（5は5％を表す）。";
    HOW_2 = "Results are formulas that refer to inputs by name, to statistics on the sheet of data, and to each other. The column “Computed” says where a row is a fixed value instead.", "「結果」シートの各セルは計算式で、前提は名前、統計は「データ」シート、他の結果はセルを参照する。固定値の行は「算出」列にその旨を示す。";
    HOW_3 = "Amounts of money stand in the currency of the document that the model follows. Fractions are shown as percentages.", "金額は各モデルが依拠する文書の通貨で示す。割合は百分率で表示する。";
    HOW_4 = "Programs that show old values after a change are asked to recalculate with Ctrl+Alt+F9 (Excel) or Ctrl+Shift+F9 (LibreOffice).", "変更後に値が更新されない場合は、Excelでは Ctrl+Alt+F9、LibreOfficeでは Ctrl+Shift+F9 で再計算する。";
    INPUT = "Input", "前提";
    VALUE = "Value", "値";
    BASE = "Base case", "基準値";
    LOW = "Low", "下限";
    HIGH = "High", "上限";
    LEAST = "Smallest accepted", "入力下限";
    MOST = "Largest accepted", "入力上限";
    UNIT = "Unit", "単位";
    AS_USED = "As formulas take it", "計算に使う値";
    ORIGIN = "Origin", "由来";
    RESULT = "Result", "結果";
    PLACE = "Place", "対象";
    COMPUTED = "Computed", "算出";
    LIVE = "formula", "計算式";
    FIXED = "fixed value", "固定値";
    RULE = "formula for the rule", "規則を表す計算式";
    UNDATED = "No year", "年なし";
    PLACE_CODE = "Place ID", "対象ID";
    STATISTIC = "Statistic", "統計";
    CONFIDENCE = "Confidence", "確度";
    STATISTICS = "Statistics", "統計データ";
    REGISTER = "Figures printed in the documents", "文書に記載された数値";
    DOCUMENT = "Document", "文書";
    SECTION = "Section (in Japanese)", "節";
    PERIOD = "Period", "時期";
    FLOAT = "(base of the columns)", "（柱の土台）";
    PANEL = "Panel", "区分";
    CATEGORY = "Category", "項目";
}
