// Makes one HTML file of `dist`: everything inside, so that it opens from disk without a network.
// Parts that the hosted page fetches are data addresses here; scripts and style are inline, and the content security
// policy names their hashes instead of the folder.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const FOLDER = "dist";
const OUT = "dist-single";

const TYPES = { wasm: "application/wasm", json: "application/json", svg: "image/svg+xml", csv: "text/csv" };

/** A file of the folder as a data address. */
const inside = (name) => `data:${TYPES[name.split(".").pop()]};base64,${readFileSync(join(FOLDER, name)).toString("base64")}`;

/** What may stand within a script element: nothing in it ends the element or begins a comment. */
const quiet = (script) => script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");

const source = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

let html = readFileSync(join(FOLDER, "index.html"), "utf8");
const found = (pattern) => {
  const match = html.match(pattern);
  if (!match) throw new Error(`dist/index.html has no ${pattern}`);
  return match[1];
};
const glue = found(/data-glue="\.\/([^"]+)"/);
const module = found(/data-module="\.\/([^"]+)"/);
const charts = found(/<script src="\.\/(charts-[^"]+)"/);
const styles = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"\/?>/g)].map(([, name]) => name);

const start = `
import init from "./${glue}";
try {
  document.getElementById("waiting").remove();
  await init({ module_or_path: await fetch("${inside(module)}") });
} catch (error) {
  document.body.replaceChildren(document.getElementById("failed").content.cloneNode(true));
  console.error(error);
}
`;
const { outputFiles } = await build({
  stdin: { contents: start, resolveDir: resolve(FOLDER), loader: "js" },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  write: false,
  logLevel: "error",
});
const parts = /new URL\("\.\/([^"]+\.wasm)",\s*import\.meta\.url\)/g;
const script = quiet(outputFiles[0].text.replace(parts, (_, name) => JSON.stringify(inside(name))));
const chart = quiet(readFileSync(join(FOLDER, charts), "utf8"));
const style = styles.map((name) => readFileSync(join(FOLDER, name), "utf8")).join("\n");

const fetched = JSON.parse(found(/<script type="application\/json" id="fetched">(.*?)<\/script>/));
const scripts = Object.entries(fetched).filter(([name]) => name.endsWith(".js"));
const data = Object.fromEntries(Object.entries(fetched).filter(([name]) => !name.endsWith(".js")).map(([name, hashed]) => [name, inside(hashed)]));
/** Scripts that the hosted page loads on demand run with the page here; slides, a large one, when they are first made. */
const demanded = scripts.map(([name, hashed]) => {
  const text = quiet(readFileSync(join(FOLDER, hashed), "utf8"));
  if (name !== "slides.js") return text;
  return `globalThis.industry2040Slides = (deck) => {\n${text}\nreturn globalThis.industry2040Slides(deck);\n};`;
});
const policy = [
  "default-src 'none'",
  `script-src ${[chart, script, ...demanded].map(source).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${source(style)}`,
  "img-src data:",
  "connect-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

// Replacements are functions, for what is put in may hold `$`.
html = html
  .replace(/(http-equiv="content-security-policy" content=")[^"]*/, (_, head) => head + policy)
  .replace(/<link rel="stylesheet"[^>]*>\s*/g, "")
  .replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, "")
  .replace(/(<link rel="icon" href=")\.\/([^"]+)/, (_, head, name) => head + inside(name))
  .replace(/<script type="application\/json" id="fetched">.*?<\/script>/, () => `<script type="application/json" id="fetched">${JSON.stringify(data)}</script>`)
  .replace(/<script src="\.\/boot[^>]*><\/script>\s*/, "")
  .replace(/<script src="\.\/charts[^>]*><\/script>/, () => `<style>${style}</style>`)
  .replace("</body>", () => `${[chart, ...demanded].map((text) => `<script>${text}</script>`).join("\n")}\n<script type="module">${script}</script>\n</body>`);
const left = html.match(/(?:src|href)="\.\/[^"]*"/);
if (left) throw new Error(`the single file still refers to ${left[0]}`);

mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "industry2040.html"), html);
