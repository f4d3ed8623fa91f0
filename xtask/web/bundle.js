// Before Trunk builds: bundles the chart library and the scripts that the page loads on demand, collects the licences
// of what went into the bundles, and makes the files of tables.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { evidence } from "./evidence.js";
import { chapterTables } from "./tables.js";

const OUT = "target/web";

/** Writes only what changed: Trunk's watch mode would otherwise see a new file after every build. */
function write(name, contents) {
  const path = `${OUT}/${name}`;
  if (!existsSync(path) || readFileSync(path, "utf8") !== contents) writeFileSync(path, contents);
}

/** The licence and notice files of an npm package, under a heading. */
function licences(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const texts = readdirSync(folder, { recursive: true })
    .filter((file) => /^(licenses[/\\])?(licen[cs]e|notice|copyright)[^/\\]*$/i.test(file) && file !== "licenses")
    .map((file) => readFileSync(`${folder}/${file}`, "utf8").trim());
  if (texts.length === 0) throw new Error(`${name} has no licence file`);
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}

/** Scripts that the page loads: with it, or on demand. */
const SCRIPTS = ["charts", "pictures", "slides"];

const bundle = (name) =>
  build({
    entryPoints: [`src/web/${name}.js`],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    write: false,
  });

const bundles = await Promise.all(SCRIPTS.map(bundle));
const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = inputs.map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);

mkdirSync(OUT, { recursive: true });
bundles.forEach(({ outputFiles }, index) => write(`${SCRIPTS[index]}.js`, outputFiles[0].text));
// For pages that embed figures: under a name that stays, since those pages write it down.
write("embed.js", (await build({ entryPoints: ["public/embed.js"], minify: true, target: "es2020", write: false })).outputFiles[0].text);
write("licences.txt", [...new Set(packages)].filter(Boolean).sort().map(licences).join(`\n\n${"-".repeat(80)}\n\n`) + "\n");

const tables = chapterTables();
for (const { name, contents } of [...tables, ...evidence()]) write(name, contents);
for (const name of readdirSync(OUT)) {
  if (name.startsWith("tables-") && !tables.some((table) => table.name === name)) rmSync(`${OUT}/${name}`);
}
