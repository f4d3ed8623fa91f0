// Cuts the module that cargo linked into the part that starts the report and those that load on demand, and makes the
// glue for the first. Trunk calls wasm-bindgen on the whole module, so what it made is replaced.

import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { FIRST, loadFromPacks, pack } from "./packs.js";
import { dropUnused } from "./unused.js";

const NAME = "industry2040";
const LOADER = "__wasm_split.js";

/**
 * Dozens of parts make it worth while to leave out what only compilers read. The linker puts the stack first, whose
 * lowest kilobyte would be used last of all: that nothing lies there makes addresses shorter.
 */
const OPTIONS = ["-Os", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=40", "--strip-producers", "--strip-target-features", "--quiet"];

/** What a tool says is shown only when it fails: wasm-opt remarks on the names of the linker every time. */
const run = (program, ...options) => execFileSync(program, options, { stdio: "pipe" });

/** Passes files through wasm-opt in place, as many at a time as there are processors. */
async function optimise(files) {
  const left = [...files];
  const worker = async () => {
    for (let file = left.shift(); file; file = left.shift()) await promisify(execFile)("wasm-opt", [...OPTIONS, file, "-o", file]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/**
 * A module whose messages of panics no longer name the sources of libraries: what is not ours says nothing to a reader,
 * and as many slashes compress to nothing. Places in our own sources stay.
 */
function withoutLibraries(module) {
  const named = /(?:\/rustc\/[0-9a-f]{40}\/library|\/rust\/deps|cargo\/registry\/src)\/[\w./-]*?\.rs/g;
  return Buffer.from(module.toString("latin1").replace(named, (name) => "/".repeat(name.length)), "latin1");
}

/** Replaces the module in `folder` by its parts; returns the names of those that load on demand. */
export async function split(folder, release) {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const linked = join(target, "wasm32-unknown-unknown", release ? "release" : "debug", `${NAME}.wasm`);
  const work = mkdtempSync(join(tmpdir(), `${NAME}-`));
  try {
    run("wasm-split-cli", "--target", "web", "--out-name", NAME, linked, work);
    const parts = readdirSync(work).filter((name) => name.endsWith(".wasm") && name !== `${NAME}.wasm`);
    // The parts call the first module by the names of the linker.
    run("wasm-bindgen", "--target", "web", "--keep-lld-exports", "--no-typescript", "--out-dir", folder, join(work, `${NAME}.wasm`));
    const first = join(folder, `${NAME}_bg.wasm`);
    dropUnused(join(folder, `${NAME}.js`), first);
    if (release) {
      await optimise([first, ...parts.map((name) => join(work, name))]);
      writeFileSync(first, withoutLibraries(readFileSync(first)));
    }
    const loader = readFileSync(join(work, LOADER), "utf8");
    const packed = pack(loader, (name) => readFileSync(name === NAME ? first : join(work, `${name}.wasm`)));
    writeFileSync(first, packed.packs.get(FIRST));
    const packs = [...packed.packs].filter(([name]) => name !== FIRST);
    for (const [name, bytes] of packs) writeFileSync(join(folder, name), bytes);
    const alone = parts.filter((name) => !packed.places.has(name.replace(".wasm", "")));
    for (const name of alone) copyFileSync(join(work, name), join(folder, name));
    writeFileSync(join(folder, LOADER), loadFromPacks(loader, packed));
    appendFileSync(join(folder, `${NAME}.js`), "\nexport { wasmModule };\n");
    return [...packs.map(([name]) => name), ...alone];
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Lets the loader look for the parts under their final names. */
export function renameParts(folder, rename, parts) {
  const path = join(folder, LOADER);
  const renamed = (text, name) => text.replaceAll(`"./${name}"`, `"./${rename(name)}"`);
  writeFileSync(path, parts.reduce(renamed, readFileSync(path, "utf8")));
}
