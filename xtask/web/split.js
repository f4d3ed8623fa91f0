// Cuts the module that cargo linked into the part that starts the report and those that load on demand, and makes the
// glue for the first. Trunk calls wasm-bindgen on the whole module, so what it made is replaced.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropUnused } from "./unused.js";

const NAME = "industry2040";
const LOADER = "__wasm_split.js";

/** Dozens of parts make it worth while to leave out what only compilers read. */
const OPTIONS = ["-Os", "--converge", "--strip-producers", "--strip-target-features", "--quiet"];

/** What a tool says is shown only when it fails: wasm-opt remarks on the names of the linker every time. */
const run = (program, ...options) => execFileSync(program, options, { stdio: "pipe" });

/** Replaces the module in `folder` by its parts; returns the names of those that load on demand. */
export function split(folder, release) {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const linked = join(target, "wasm32-unknown-unknown", release ? "release" : "debug", `${NAME}.wasm`);
  const work = mkdtempSync(join(tmpdir(), `${NAME}-`));
  try {
    run("wasm-split-cli", "--target", "web", "--out-name", NAME, linked, work);
    const parts = readdirSync(work).filter((name) => name.endsWith(".wasm") && name !== `${NAME}.wasm`);
    // The parts call the first module by the names of the linker.
    run("wasm-bindgen", "--target", "web", "--keep-lld-exports", "--no-typescript", "--out-dir", folder, join(work, `${NAME}.wasm`));
    dropUnused(join(folder, `${NAME}.js`), join(folder, `${NAME}_bg.wasm`));
    for (const name of parts) copyFileSync(join(work, name), join(folder, name));
    if (release) for (const name of [`${NAME}_bg.wasm`, ...parts]) run("wasm-opt", ...OPTIONS, join(folder, name), "-o", join(folder, name));
    writeFileSync(join(folder, LOADER), tolerant(readFileSync(join(work, LOADER), "utf8")));
    return parts;
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Hosts that do not send the type of WebAssembly refuse streaming; the loader takes the bytes there. */
function tolerant(loader) {
  const streaming = "WebAssembly.instantiateStreaming(";
  if (!loader.includes(streaming)) throw new Error(`${LOADER} does not load as expected`);
  return `${loader.replaceAll(streaming, "instantiate(")}
async function instantiate(source, imports) {
  const response = await source;
  if (!response.ok) throw new Error(\`\${response.status} \${response.url}\`);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
`;
}

/** Lets the loader look for the parts under their final names. */
export function renameParts(folder, rename, parts) {
  const path = join(folder, LOADER);
  writeFileSync(path, parts.reduce((text, name) => text.replaceAll(`"./${name}"`, `"./${rename(name)}"`), readFileSync(path, "utf8")));
}
