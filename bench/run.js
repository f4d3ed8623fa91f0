// Everything that is compared, in one run, and the tables of `bench/README.md`. `cargo xtask bench` builds what this
// needs and names the browser and, where there is one, the Python of the virtual environment.

import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg } from "node:os";
import { build } from "esbuild";
import { chromium } from "@playwright/test";
import { check, compute } from "./compute.js";
import { writeFacts } from "./facts.js";
import { base, run, total } from "./model.js";
import { load, median, moves, options, picked } from "./pages.js";
import { serve } from "./serve.js";
import { write } from "./table.js";

const { CHROMIUM, PYTHON } = process.env;
const SITE = "target/bench/site";
const [ROUNDS, LOADS, MOVES] = [5, 7, 30];
const WASM = "target/wasm32-unknown-unknown/release/examples/bench_wasm.wasm";
/** A household's connection: 10 Mbit/s, 40 ms to the server. */
const LINE = { latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8 };
const INPUT = "labour.productivity_growth";

const log = (words) => console.log(`  ${words}`);
const children = [];
process.on("exit", () => children.forEach((child) => child.kill()));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a server of Python and waits until it answers. */
async function start(...command) {
  const port = await freePort();
  const child = spawn(PYTHON, command.map((word) => (word === "PORT" ? String(port) : word)), { stdio: "ignore" });
  children.push(child);
  const address = `http://127.0.0.1:${port}/`;
  for (let turn = 0; turn < 300; turn += 1) {
    if ((await fetch(address).catch(() => null))?.ok) return address;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${command.join(" ")} does not answer`);
}

/** The page with the chart alone: the report's options, and which of their series are which quantity. */
async function floor(browser, embed) {
  const facts = JSON.parse(readFileSync("target/bench/facts.json", "utf8"));
  const results = run(facts, base(facts));
  const found = await options(browser, embed);
  const series = ["reshoring_capex", "labour_substitution"].map((quantity) => {
    const wanted = Array.from({ length: 16 }, (_, at) => total(results, 2025 + at, quantity));
    const same = ({ data }) => data.length === 16 && data.every((value, at) => Math.abs((value?.value ?? value) - wanted[at]) <= 1e-6 * Math.abs(wanted[at]));
    const index = found.option.series.findLastIndex(same);
    if (index < 0) throw new Error(`no series of the figure is ${quantity}`);
    return [index, quantity];
  });
  writeFileSync(`${SITE}/options.json`, JSON.stringify({ ...found, series }));
  await build({ entryPoints: ["bench/bare.js"], bundle: true, minify: true, format: "esm", target: "es2022", outfile: `${SITE}/bare.js`, logLevel: "error" });
}

/** Every page that is compared: name, address, where the chart and the slider are. */
async function pages(browser) {
  const dist = await serve("dist");
  const own = { chart: "figure#market" };
  const embed = { ...own, name: "the report, figure alone (embed)", address: `${dist}#/reshoring?lang=en&embed=market&inputs=${INPUT}`, slider: 'input[type="range"]' };
  await floor(browser, embed);
  const all = [
    { ...own, name: "the report", address: `${dist}#/reshoring/market?lang=en`, slider: `#assumptions [data-param="${INPUT}"] input[type="range"]` },
    embed,
    { name: "bare ECharts", address: await serve(SITE), chart: "#chart", slider: "input" },
  ];
  if (PYTHON) {
    const streamlit = ["-m", "streamlit", "run", "bench/apps/streamlit_app.py", "--server.port", "PORT", "--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"];
    all.push({ name: "Streamlit", address: await start(...streamlit), chart: '[data-testid="stVegaLiteChart"]', slider: 'input[type="range"], [role="slider"]' });
    all.push({ name: "Dash", address: await start("bench/apps/dash_app.py", "PORT"), chart: "#market", slider: 'input[type="range"], [role="slider"]' });
  }
  return all;
}

/** Loads in turn, so that a busy spell of the machine meets all pages. */
async function loads(browser, all, network) {
  const found = all.map(() => []);
  for (let turn = 0; turn < LOADS; turn += 1) for (const [at, page] of all.entries()) found[at].push(await load(browser, page, network));
  return found.map((turns) => ({ ...turns[0], first: median(turns.map(({ first }) => first)) }));
}

async function slides(browser, all) {
  const found = all.map(() => []);
  for (let turn = 0; turn < 3; turn += 1) for (const [at, page] of all.entries()) found[at].push(await moves(browser, page, MOVES));
  return found.map((turns) => picked(turns, (times) => Math.min(...times)));
}

const facts = "target/bench/facts.json";
writeFacts(facts);
check(JSON.parse(readFileSync(facts, "utf8")));
mkdirSync(SITE, { recursive: true });
copyFileSync(facts, `${SITE}/facts.json`);
copyFileSync("bench/model.js", `${SITE}/model.js`);
copyFileSync("bench/bare.html", `${SITE}/index.html`);
copyFileSync(WASM, `${SITE}/bench_wasm.wasm`);
writeFileSync(`${SITE}/blank.html`, "<!doctype html><title>blank</title>");

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
try {
  const busy = loadavg()[0].toFixed(1);
  const all = await pages(browser);
  log("models");
  const models = await compute(browser, await serve(SITE), PYTHON, ROUNDS);
  log("slider to paint");
  const slid = await slides(browser, all);
  log("first load");
  const near = await loads(browser, all);
  const far = await loads(browser, all, LINE);
  write({ models, pages: all.map(({ name }, at) => ({ name, ...slid[at], ...near[at], far: far[at].first })), browser: browser.version(), python: PYTHON, busy });
} finally {
  await browser.close();
}
process.exit();
