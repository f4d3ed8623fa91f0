// The service worker of the hosted report: after one visit everything is at hand without a network.
//
// A version is kept whole: its pages never get a file of another one. A new version is loaded beside the old one and
// takes over with the next load of the page, when no other page still shows the old one.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "sw.js";

/** Writes the worker for the files of `folder`, whose names and contents are its version. */
export function addWorker(folder) {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== NAME)
    .map((entry) => entry.name)
    .sort();
  const hash = createHash("sha256");
  for (const name of files) hash.update(name).update(readFileSync(join(folder, name)));
  const version = hash.digest("hex").slice(0, 16);
  const addresses = files.map((name) => (name === "index.html" ? "./" : `./${name}`));
  const code = readFileSync("src/web/sw.js", "utf8");
  writeFileSync(join(folder, NAME), `const VERSION = "${version}";\nconst FILES = ${JSON.stringify(addresses)};\n${code}`);
}
