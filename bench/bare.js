// The floor: the same chart with the same options and the same chart library, on a page with nothing else on it and the
// model in plain JavaScript. `options.json` is what the report passes to ECharts for the figure.

import "../src/web/charts.js";
import { base, run, total } from "./model.js";

const [facts, { option, width, height, series }] = await Promise.all(["facts.json", "options.json"].map(async (name) => (await fetch(name)).json()));
const inputs = base(facts);
const chart = globalThis.industry2040Charts.create(document.getElementById("chart"), width, height);
globalThis.industry2040Charts.set(chart, option, true);

document.querySelector("input").addEventListener("input", ({ target }) => {
  inputs["labour.productivity_growth"] = Number(target.value);
  const results = run(facts, inputs);
  const changed = option.series.map(() => ({}));
  for (const [index, quantity] of series) {
    changed[index] = { data: option.series[index].data.map((_, at) => total(results, 2025 + at, quantity)) };
  }
  globalThis.industry2040Charts.set(chart, { series: changed }, false);
});
