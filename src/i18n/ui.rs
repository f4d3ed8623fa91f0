//! The words of the page around the chapters: buttons, headings, states.

use crate::text::{Text, words};

words! {
    TITLE = "Industry 2040", "産業2040";
    TAGLINE = "An interactive report", "動かして読む調査レポート";
    SKIP = "Skip to the text", "本文へ移動";
    SKIP_TO_INPUTS = "Skip to the assumptions", "前提条件へ移動";
    CHAPTERS = "Chapters", "章";
    SECTIONS = "In this chapter", "この章の構成";
    PART_MISSING = "This part of the report could not be loaded. The connection may be interrupted.", "レポートのこの部分を読み込めなかった。通信が途切れている可能性がある。";
    TRY_AGAIN = "Try again", "再試行";
    LANGUAGE = "Language", "言語";
    CURRENCY = "Currency", "通貨";
    THEME = "Theme", "配色";
    THEME_SYSTEM = "system", "端末に合わせる";
    THEME_LIGHT = "light", "ライト";
    THEME_DARK = "dark", "ダーク";
    YEAR = "year", "年";

    UNDO = "Undo", "取り消す";
    REDO = "Redo", "やり直す";
    REPLAY = "Replay", "変化を再生";
    REPLAY_HINT = "Replay the last change slowly", "直前の変更をゆっくり再生";
    SCENARIOS = "Scenarios", "シナリオ";
    ANALYSIS = "Analysis", "分析";
    COMPARED_WITH = "Compared with", "比較対象";
    STOP_COMPARING = "Stop comparing", "比較をやめる";

    OTHER_CHAPTERS = "From other chapters", "他章の前提";
    ASSUMPTIONS = "Assumptions", "前提条件";
    CHANGED = "What I changed", "変更した前提";
    NOTHING_CHANGED = "Nothing: this is the base case, the documents’ case.", "変更なし。文書に基づく基準ケースを表示中。";
    RESET = "Reset", "元に戻す";
    RESET_ALL = "Reset all", "すべて元に戻す";
    DECREASE = "Decrease", "減らす";
    INCREASE = "Increase", "増やす";
    DEFAULT_IS = "Base case", "基準値";
    PLAUSIBLE = "Plausible", "妥当な範囲";
    NOT_VARIED = "Not varied", "変動させない";
    RANGE = "Accepted", "入力できる範囲";
    ORIGIN = "Origin", "出所区分";
    CLOSE = "Close", "閉じる";
    DISMISS = "Dismiss", "閉じる";
    ALL_INPUTS = "All assumptions", "前提条件一覧";
    KEY_INPUTS = "Inputs behind this figure", "この図を動かす前提";

    NOT_BY_2040 = "not by 2040", "2040年まで該当なし";
    BASE_CASE = "base case", "基準ケース";
    PUBLISHED = "published", "公表値";
    SAME_AS_BASE = "as in the base case", "基準ケースと同じ";
    SOURCES = "Sources", "出所";
    MODEL_OF = "○ own model, assumptions of ", "○ 独自モデル、前提は";
    TABLE = "Table", "表";
    SHOW_AS_USUAL = "Show CAPEX as usual (not part of the new market)", "経常的な設備投資を表示（新市場には含まない）";
    SHOWN_YEAR = "Year shown", "表示する年";
    EXPORT = "Export", "エクスポート";
    EMBED = "Embed", "埋め込み";
    PRESENT = "Present", "全画面";
    PROJECTION = "projection", "推計";
    CHART = "chart to walk through", "たどれるグラフ";
    PANELS_HINT = "Page Up and Page Down change the panel.", "Page UpとPage Downでパネルを切り替える。";
    READOUT_HINT = "Arrow keys move through the chart; every value explains itself when pressed.", "矢印キーで移動し、値を押すと算出根拠を表示する。";

    LOADING = "The table is loading.", "表を読み込んでいる。";
    TABLE_MISSING = "The table could not be loaded", "表を読み込めなかった";
    UNREACHABLE = "the server cannot be reached", "サーバーに接続できない";
    UNREADABLE = "what the server sent cannot be read", "サーバーの応答を読み取れない";
    FIND_ROWS = "Find rows with", "行を絞り込む";

    EXPLANATION = "How this number comes about", "この数値の算出根拠";
    IN_WORDS = "Formula", "算式";
    RULE = "Rule", "判定";
    IN_NUMBERS = "With the present numbers", "現在の数値を代入";
    PUT_IN = "What goes in", "算入した数値";
    RESTS_ON = "Inputs it rests on", "左右する前提";
    RESTS_ON_NOTE = "Found by moving every input one step; largest effect first.", "各前提を1目盛動かして判定し、影響の大きい順に示す。";
    RESTS_ON_STILL = "One step of any input changes nothing here; its formula holds these.", "いずれの前提を1目盛動かしても変わらない。算式に含まれる前提を示す。";
    CONVERSION = "At the exchange rate", "為替レートで換算";
    KIND = "Kind", "区分";
    RESTS_ON_NONE = "No input moves it: it is a statistic.", "前提には左右されない統計値である。";
    ONE_STEP = "effect of one step", "1目盛の影響";
    STATISTIC = "statistic", "統計";
    ESTIMATE = "estimate", "概数";
    GO_TO_INPUT = "Go to input", "前提を動かす";
    BACK = "Back", "戻る";
    PRINTED_FIGURE = "What the documents print", "文書の記載値";
    PRINTED_IN = "Printed in document", "記載文書";
    SECTION = "Section (in Japanese)", "節";
    PERIOD = "Period", "対象時期";
    RELIABILITY = "Reliability", "信頼度";
    INTRO_ORIGINS = "Marks of origin", "出所の記号";
}
