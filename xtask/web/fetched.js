// What the page loads on demand: copied under a name with a hash, and listed in index.html by its plain name.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFiles, hashed } from "./evidence.js";

const MADE = "target/web";

/** Puts them into `folder`; returns `html` with the list of their names, which is data and no script. */
export function addFetched(html, folder) {
  const names = readdirSync(MADE).filter((name) => /^((tables-.*|register|evidence)\.json|(pictures|slides)\.js)$/.test(name)).sort();
  const fetched = names.map((name) => {
    const bytes = readFileSync(join(MADE, name));
    writeFileSync(join(folder, hashed(name, bytes)), bytes);
    return [name, hashed(name, bytes)];
  });
  // The data files for readers: `evidence.json` names them.
  for (const name of dataFiles()) copyFileSync(join("src/data", name), join(folder, hashed(name, readFileSync(join("src/data", name)))));
  const list = `<script type="application/json" id="fetched">${JSON.stringify(Object.fromEntries(fetched))}</script>`;
  return html.replace(/<script src="[^"]*boot/, (boot) => list + boot);
}
