// The text of the overview, put into the page: every first load needs it, and within the module both languages would
// take the room of code. `src/web/prose.rs` reads it.

import { readFileSync } from "node:fs";

/** Written by `industry2040 prose` before Trunk runs. */
const MADE = "target/web/prose.json";

/** Puts the text in each language before the script that starts the report; it is data and no script. */
export function addProse(html) {
  const texts = Object.entries(JSON.parse(readFileSync(MADE, "utf8")));
  const element = ([lang, text]) => {
    if (/<\/script|<!--/i.test(text)) throw new Error(`the overview in ${lang} would end its element`);
    return `<script type="text/plain" id="overview-${lang}">${text}</script>`;
  };
  return html.replace(/<script src="[^"]*boot/, (boot) => texts.map(element).join("") + boot);
}
