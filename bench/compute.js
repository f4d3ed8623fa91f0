// Times the models: Rust natively, Rust as WebAssembly and JavaScript in the browser, Python. Every round runs all of
// them, so that a busy spell of the machine meets all alike.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { base, run } from "./model.js";

const read = (name) => JSON.parse(readFileSync(name, "utf8"));
const REFERENCE = "src/tests/data";

/** Stops unless JavaScript meets every reference of chapter 1: the base case, all cases, every input at its ends. */
export function check(facts) {
  const near = (value, wanted, name) => {
    if (Math.abs(value - wanted) > 1e-9 * Math.abs(wanted)) throw new Error(`${name}: ${value} instead of ${wanted}`);
  };
  const compare = (name, inputs, wanted) => {
    const results = run(facts, { ...base(facts), ...inputs });
    for (const [year, regions] of Object.entries(wanted))
      for (const [region, quantities] of Object.entries(regions))
        for (const [quantity, value] of Object.entries(quantities)) {
          const at = facts.regions.findIndex((row) => row.region === region);
          near(results[year - 2024][at][quantity], value, `${name}: ${year} ${region} ${quantity}`);
        }
  };
  compare("base case", {}, read(`${REFERENCE}/base_case.json`).tam);
  for (const { name, parameters, outputs } of read(`${REFERENCE}/cases.json`)) compare(name, parameters, outputs.tam);
}

/** Runs in the browser: result and median seconds of each piece of work, in WebAssembly and in JavaScript. */
async function inPage(names) {
  const timed = (work) => {
    const batch = (times) => {
      const start = performance.now();
      const result = work(times);
      return [result, performance.now() - start];
    };
    // One slow batch proves nothing: the median must last long enough for the clock, which is coarse in browsers.
    for (let times = 1; ; times *= 2) {
      const batches = Array.from({ length: 9 }, () => batch(times)).sort((one, other) => one[1] - other[1]);
      const [result, took] = batches[4];
      if (took >= 20) return [result, took / 1000 / times];
    }
  };
  const repeat = (act) => (times) => {
    let result;
    for (let time = 0; time < times; time += 1) result = act();
    return result;
  };
  const module = await WebAssembly.compileStreaming(fetch("./bench_wasm.wasm"));
  // What the module imports is for pages: the models call none of it.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => {};
  const { exports } = await WebAssembly.instantiate(module, imports);
  // wasm-bindgen would rename it; the module is used without the glue.
  const work = exports[Object.keys(exports).find((name) => name.startsWith("work_"))];
  const wasm = Object.fromEntries(names.map((name, number) => [name, timed((times) => work(number, times))]));
  const facts = await (await fetch("./facts.json")).json();
  const { base, draws, market, run } = await import("./model.js");
  const script = {
    "chapter run": timed(repeat(() => market(run(facts, base(facts))))),
    "chapter draws": timed(repeat(() => draws(facts, 2000)[2])),
  };
  return { wasm, script };
}

/** Seconds of each piece of work by where it ran: of the rounds' medians that of the quietest. */
export async function compute(browser, address, python, rounds) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const native = JSON.parse(execFileSync("cargo", ["bench", "--quiet", "--bench", "native"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
    const page = await browser.newPage();
    await page.goto(`${address}blank.html`);
    const { wasm, script } = await page.evaluate(inPage, Object.keys(native));
    await page.close();
    const snake = python ? JSON.parse(execFileSync(python, ["bench/model.py"], { encoding: "utf8" })) : {};
    found.push({ native, wasm, script, python: snake });
  }
  agree(found[0]);
  for (const [where, works] of found.flatMap(Object.entries))
    for (const [name, [, took]] of Object.entries(works)) if (!(took > 1e-7)) throw new Error(`${name}, ${where}: ${took} s cannot be`);
  const seconds = (where, name) => Math.min(...found.map((round) => round[where][name][1]));
  const names = (where) => Object.keys(found[0][where]);
  return Object.fromEntries(["native", "wasm", "script", "python"].map((where) => [where, Object.fromEntries(names(where).map((name) => [name, seconds(where, name)]))]));
}

/** Stops unless all found the same market, and medians of the draws that differ by chance alone. */
function agree({ native, wasm, script, python }) {
  for (const other of [wasm, script, python]) {
    for (const [name, [result]] of Object.entries(other)) {
      const wanted = native[name.replace(", numpy", "")][0];
      const apart = Math.abs(result / wanted - 1);
      const repeats = name.includes("run") || name.includes("draws");
      if (repeats && apart > (name.startsWith("chapter draws") ? 0.1 : 1e-9)) throw new Error(`${name}: ${result} instead of ${wanted}`);
    }
  }
}
