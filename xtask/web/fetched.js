// What the page loads on demand: copied under a name with a hash, and listed in index.html by its plain name.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

const MADE = "target/web";

/** Puts them into `folder`; returns `html` with the list of their names, which is data and no script. */
export function addFetched(html, folder) {
  const names = readdirSync(MADE).filter((name) => /^tables-.*\.json$/.test(name)).sort();
  const fetched = names.map((name) => {
    const bytes = readFileSync(join(MADE, name));
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const hashed = `${basename(name, extname(name))}-${hash}${extname(name)}`;
    writeFileSync(join(folder, hashed), bytes);
    return [name, hashed];
  });
  const list = `<script type="application/json" id="fetched">${JSON.stringify(Object.fromEntries(fetched))}</script>`;
  return html.replace(/<script src="[^"]*boot/, (boot) => list + boot);
}
