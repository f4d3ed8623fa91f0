//! The words around scenarios and analysis, loaded with them.

use crate::text::Text;

words! {
    SCENARIOS = "Scenarios", "シナリオ";
    PRESETS = "Presets", "プリセット";
    SAVED = "Saved in this browser", "このブラウザに保存したシナリオ";
    NONE_SAVED = "Nothing saved yet. Scenarios stay in this browser; nothing is sent anywhere.", "保存したシナリオはない。保存先はこのブラウザのみで、外部には送信されない。";
    APPLY = "Apply", "適用";
    PIN = "Compare with", "比較する";
    RENAME = "Rename", "名前を変更";
    DELETE = "Delete", "削除";
    EXPORT = "Export", "書き出す";
    COPY_LINK = "Copy link", "リンクをコピー";
    SAVE = "Save", "保存";
    SAVE_AS = "Save the present scenario as", "現在のシナリオの名前";
    NEW_NAME = "New name", "新しい名前";
    IMPORT = "Import a JSON file", "JSONファイルを読み込む";
    EXPORT_PRESENT = "Export the present scenario", "現在のシナリオを書き出す";
    PIN_PRESENT = "Compare with the present scenario", "現在のシナリオを比較対象にする";
    PRESENT = "Present scenario", "現在のシナリオ";
    UNDO_DELETE = "Undo", "元に戻す";
    NAME_MISSING = "Enter a name for the scenario.", "シナリオの名前を入力する必要がある。";
    NO_STORAGE = "This browser does not let the page keep anything. Export the scenario or copy its link instead.", "このブラウザではページの保存が許可されていない。書き出すか、リンクをコピーして保管する必要がある。";
    STORAGE_FULL = "The browser’s storage is full. Delete a scenario, or export this one instead.", "ブラウザの保存領域が一杯である。不要なシナリオを削除するか、書き出して保管する必要がある。";
    SET_ASIDE = "Part of what this browser had saved could not be read. It was not lost: a copy is kept under", "保存データの一部を読み取れなかった。失われてはおらず、次の名前で控えを残した：";
    NOT_SET_ASIDE = "What this browser had saved cannot be read, and there is no room for a copy; nothing is saved until that is solved.", "保存データを読み取れず、控えを残す空きもない。解消するまで保存はできない。";
    NOT_READ = "The file could not be read", "ファイルを読み取れなかった";
    NOT_COPIED = "The browser did not allow copying. The link is:", "コピーが許可されなかった。リンクは次のとおり：";
    COPIED = "Link copied.", "リンクをコピーした。";
    COMPARISON = "Comparison", "比較";
    INPUT = "Input", "前提";
    RESULT = "Result", "結果";
    NOW = "Now", "現在";
    DIFFERENCE = "Difference", "差";
    SAME_INPUTS = "Both have the same inputs.", "前提はすべて同じである。";
    SHORTCUTS = "Ctrl or Cmd with Z undoes; with Shift and Z, or with Y, redoes", "Ctrl／Cmd＋Zで取り消し、Shiftを加えるかCtrl＋Yでやり直し";
    SETTINGS = "Keys", "キー操作";

    ANALYSIS = "Analysis", "分析";
    OF_RESULT = "Result analysed", "分析する結果";
    TORNADO = "Tornado", "トルネード";
    ATTRIBUTION = "Attribution", "要因分解";
    TWO_WAY = "Two inputs", "2前提の表";
    UNCERTAINTY = "Uncertainty", "不確実性";
    GOAL = "Goal seek", "目標逆算";
    GO_TO_INPUT = "Go to an input", "前提に移る";
    NO_CHANGES = "Nothing has been changed, so there is nothing to attribute. Move an input or apply a preset.", "変更した前提がないため、分解するものがない。前提を動かすかプリセットを適用する。";
    NOT_IN_BOTH = "The result does not exist in both scenarios, so its change cannot be split.", "結果が両方のシナリオに存在しないため、変化を分解できない。";
    WORKING = "Computing", "計算中";
    ACROSS = "Input across", "横軸の前提";
    DOWN = "Input down", "縦軸の前提";
    TWO_WAY_NOTE = "All other inputs as they stand now; the stronger the colour, the larger. The outlined cell is the present scenario.", "他の前提は現在の値のまま。色が濃いほど大きい。枠で囲んだ欄が現在のシナリオ。";
    DRAWS = "Draws", "試行回数";
    SEED = "Seed", "乱数の種";
    DRAW = "Draw", "実行";
    CANCEL = "Cancel", "中止";
    CANCELLED = "Cancelled.", "中止した。";
    DOWNLOAD = "Download the draws (CSV)", "試行結果をダウンロード（CSV）";
    UNCERTAINTY_HINT = "The model runs with every input that you have not changed drawn at random from its plausible range. The same seed gives the same draws.", "変更していない前提をすべて妥当な範囲から無作為に抽出し、モデルを繰り返し計算する。種が同じなら結果も同じになる。";
    TARGET = "Target", "目標値";
    MOVED_INPUT = "Input to move", "動かす前提";
    FIND = "Find", "求める";
    SHOW_RANGES = "Show the range in the chapters’ figures", "章の図に幅を表示する";
    RANGES_HINT = "Every line over the years gets its 5–95% and 25–75% range, from up to 5,000 draws. Columns and bars show none. When inputs change, the old range goes and a new one is drawn.", "年次の折れ線すべてに5～95％と25～75％の幅を付す（試行は最大5,000回）。棒グラフには表示しない。前提が変わると古い幅は消え、描き直す。";
    HIDE_RANGES = "Hide the range", "幅を隠す";
    RANGES_WAIT = "Drawing the range…", "幅を計算中…";
    COMPARISON_ABOUT = "Inputs that differ, and the headline results of all chapters", "異なる前提と、全章の主要な結果";
    COMPARISON_SOURCE = "Source: the models of this report in both scenarios", "出所：両シナリオにおける本レポートのモデル";
    BEYOND = "Beyond what the documents support: ", "文書の裏付けを超える前提：";
    STALE = "Inputs have changed since; draw again.", "その後に前提が変わったため、再実行が必要。";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_exists_in_both_languages() {
        for text in ALL {
            assert!(!text.en.is_empty() && !text.ja.is_ascii(), "{text:?}");
        }
    }
}
