// After Trunk built: minifies scripts and styles and names every file that index.html loads by its contents, so that
// hosts may let browsers keep it for ever. Trunk moves the folder to `dist` afterwards.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { build } from "esbuild";
import { addFetched } from "./fetched.js";
import { addHeadlines } from "./headlines.js";
import { addWorker } from "./offline.js";
import { addProse } from "./prose.js";
import { renameParts, split } from "./split.js";

const folder = process.env.TRUNK_STAGING_DIR;
const page = join(folder, "index.html");

/** Minifies `name` in place; `bundle` also takes in the files it imports. */
const minify = (name, bundle) =>
  build({
    entryPoints: [join(folder, name)],
    outfile: join(folder, name),
    allowOverwrite: true,
    bundle,
    minify: true,
    format: bundle ? "esm" : undefined,
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    // wasm-bindgen names the loader of the parts once for every import from it.
    logOverride: { "duplicate-object-key": "silent" },
  });

/** Puts the hash of its contents into the name of a file; returns the new name. */
function rename(name) {
  const hash = createHash("sha256").update(readFileSync(join(folder, name))).digest("hex").slice(0, 16);
  const extension = extname(name);
  const renamed = `${basename(name, extension)}-${hash}${extension}`;
  renameSync(join(folder, name), join(folder, renamed));
  return renamed;
}

/** Puts all styles, in their order, into one file: together they compress better and take one request. */
function joinStyles(html) {
  const links = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>/g)];
  const files = links.map(([, name]) => join(folder, name));
  const joined = files.map((file) => readFileSync(file, "utf8")).join("\n");
  for (const file of files) rmSync(file);
  writeFileSync(join(folder, "report.css"), joined);
  const [first, ...others] = links.map(([link]) => link);
  return others.reduce((html, link) => html.replace(link, ""), html).replace(first, '<link rel="stylesheet" href="./report.css">');
}

const release = process.env.TRUNK_PROFILE === "release";
const parts = await split(folder, release);
writeFileSync(join(folder, "boot.js"), readFileSync("src/web/boot.js"));
let html = readFileSync(page, "utf8");
if (release) html = joinStyles(html);
const loaded = [...new Set([...html.matchAll(/"\.\/([^"/]+\.(?:js|css|wasm|svg))"/g)].map(([, name]) => name))];

if (release) {
  renameParts(folder, rename, parts);
  for (const name of loaded) {
    // wasm-bindgen's glue is the one module; `charts.js` is minified already.
    const glue = html.includes(`rel="modulepreload" href="./${name}"`);
    if (/\.(js|css)$/.test(name) && name !== "charts.js") await minify(name, glue);
  }
  for (const bundled of ["snippets", "__wasm_split.js"]) rmSync(join(folder, bundled), { recursive: true, force: true });
  for (const name of loaded) html = html.replaceAll(`"./${name}"`, `"./${rename(name)}"`);
  html = html.replace(/>\s+</g, ">\n<");
}
writeFileSync(page, addHeadlines(addProse(addFetched(html, folder))));
if (release) addWorker(folder);
// After the worker, whose files every host must serve; else GitHub Pages leaves out names with an underscore in front.
writeFileSync(join(folder, ".nojekyll"), "");
