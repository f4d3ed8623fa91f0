// The tables of `bench/README.md`, between their markers, with the machine and the versions of the run.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";

const README = "bench/README.md";
const [START, END] = ["<!-- results -->", "<!-- end of results -->"];

const said = (program, ...words) => execFileSync(program, words, { encoding: "utf8" }).trim();
const digits = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 10 ? 3 : 2));
const times = (value) => `${digits(value)}×`;
const row = (...cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(...head), row(...head.map((_, at) => (at ? "---:" : "---"))), ...rows.map((cells) => row(...cells))].join("\n");

function duration(seconds) {
  if (seconds === undefined) return "";
  if (seconds < 1e-3) return `${digits(seconds * 1e6)} µs`;
  return seconds < 1 ? `${digits(seconds * 1e3)} ms` : `${digits(seconds)} s`;
}

const kilobytes = (bytes) => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;

function models({ native, wasm, script, python }) {
  const line = (name, run, draws) => [name, duration(run), times(run / native["chapter run"]), duration(draws), times(draws / native["chapter draws"])];
  const rows = [
    line("Rust, native", native["chapter run"], native["chapter draws"]),
    line("Rust, WebAssembly in Chromium", wasm["chapter run"], wasm["chapter draws"]),
    line("JavaScript in Chromium", script["chapter run"], script["chapter draws"]),
  ];
  if (python["chapter run"]) {
    rows.push(line("Python", python["chapter run"], python["chapter draws"]));
    const numpy = python["chapter draws, numpy"];
    rows.push(["Python, numpy over all draws", "", "", duration(numpy), times(numpy / native["chapter draws"])]);
  }
  return table(["chapter 1 alone", "one run", "to native", "2,000 draws", "to native"], rows);
}

function work({ native, wasm }) {
  const names = {
    "whole run": "all five models, one run",
    "whole draws": "2,000 draws, percentiles of every year, rank correlations",
    tornado: "tornado",
    "goal seek": "goal seek",
    limits: "limits and what mends them",
  };
  const rows = Object.entries(names).map(([id, name]) => [name, duration(native[id]), duration(wasm[id]), times(wasm[id] / native[id])]);
  return table(["all five models", "native", "WebAssembly", "to native"], rows);
}

function slides(pages) {
  const bare = pages.find(({ name }) => name === "bare ECharts");
  const ms = (value) => (value ? `${digits(value)} ms` : "");
  const rows = pages.map(({ name, frame, paint, script }) => [name, ms(frame), times(frame / bare.frame), ms(paint), times(paint / bare.paint), ms(script)]);
  return table(["page", "key to frame", "to bare ECharts", "until painted", "to bare ECharts", "input until the chart is set"], rows);
}

function firstLoads(pages) {
  const [report] = pages;
  const encoding = (encodings) =>
    Object.entries(encodings)
      .map(([name, count]) => `${count} ${name}`)
      .join(", ");
  const rows = pages.map((page) => [
    page.name,
    page.requests,
    kilobytes(page.wire),
    times(page.wire / report.wire),
    kilobytes(page.unpacked),
    encoding(page.encodings),
    `${digits(page.first)} ms`,
    `${digits(page.far)} ms`,
    times(page.far / report.far),
  ]);
  return table(["page", "requests", "transferred", "to the report", "unpacked", "compression of responses", "first figure", "at 10 Mbit/s, 40 ms", "to the report"], rows);
}

function machine({ browser, python, busy }) {
  const pinned = (name) => readFileSync("bench/requirements.txt", "utf8").match(new RegExp(`^${name}==(.*)$`, "m"))[1];
  const own = JSON.parse(readFileSync("package.json", "utf8"));
  const versions = [
    `industry2040 at ${said("git", "rev-parse", "--short", "HEAD")}`,
    said("rustc", "--version").split(" (")[0],
    `Chromium ${browser}`,
    `ECharts ${own.dependencies.echarts}`,
    `Node.js ${process.version.slice(1)}`,
  ];
  if (python) versions.push(said(python, "--version"), ...["numpy", "streamlit", "dash"].map((name) => `${name} ${pinned(name)}`));
  const [{ model }] = cpus();
  return [
    `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, ${model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, load ${busy} at the start.`,
    `${versions.join(", ")}.`,
    ...(python ? [] : ["Without Python: its rows are left out."]),
  ].join("\n");
}

/** Writes the results into the page that explains them. */
export function write(found) {
  const text = readFileSync(README, "utf8");
  const [before, after] = [text.slice(0, text.indexOf(START) + START.length), text.slice(text.indexOf(END))];
  const parts = [machine(found), "### Models", models(found.models), work(found.models), "### Slider to paint", slides(found.pages), "### First load", firstLoads(found.pages)];
  writeFileSync(README, `${before}\n\n${parts.join("\n\n")}\n\n${after}`);
  console.log(parts.join("\n\n"));
}
