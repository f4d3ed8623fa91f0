// Takes out what a dependency of Leptos exports to JavaScript and nothing here calls: streams of requests to a server.
// While they are exported, wasm-opt has to keep the code behind them, 3 kB of the first load.

import { readFileSync, writeFileSync } from "node:fs";

const CLASSES = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];
const EXPORTS = 7;

/** Takes the classes out of the glue and their functions out of the exports of the module. */
export function dropUnused(glue, module) {
  writeFileSync(glue, CLASSES.reduce(withoutClass, readFileSync(glue, "utf8")));
  const prefixes = CLASSES.flatMap((name) => [`${name.toLowerCase()}_`, `__wbg_${name.toLowerCase()}_`]);
  writeFileSync(module, withoutExports(readFileSync(module), (name) => prefixes.some((prefix) => name.startsWith(prefix))));
}

/** The class itself, its `Symbol.dispose` and its finalization. */
function withoutClass(text, name) {
  const parts = [`export class ${name} \\{\\n[^]*?\\n\\}\\n`, `if \\(Symbol\\.dispose\\) ${name}\\..*\\n`, `const ${name}Finalization =[^]*?;\\n`];
  return parts.reduce((text, part) => {
    const shorter = text.replace(new RegExp(`^${part}`, "m"), "");
    if (shorter === text) throw new Error(`wasm-bindgen's glue has no ${part}`);
    return shorter;
  }, text);
}

/** A module without some of its exports. */
function withoutExports(module, isUnused) {
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const [size, start] = number(module, at + 1);
    const section = module.subarray(at, start + size);
    parts.push(module[at] === EXPORTS ? exportsLeft(module.subarray(start, start + size), isUnused) : section);
    at = start + size;
  }
  return Buffer.concat(parts);
}

function exportsLeft(body, isUnused) {
  const kept = [];
  let [left, at] = number(body, 0);
  for (; left > 0; left--) {
    const [length, start] = number(body, at);
    const [, end] = number(body, start + length + 1);
    if (!isUnused(body.toString("utf8", start, start + length))) kept.push(body.subarray(at, end));
    at = end;
  }
  const contents = Buffer.concat([leb(kept.length), ...kept]);
  return Buffer.concat([Buffer.from([EXPORTS]), leb(contents.length), contents]);
}

/** Reads a LEB128 number; returns it and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}
