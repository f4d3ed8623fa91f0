// What the model of chapter 1 starts from, for the other languages: the statistics by region, as the Rust model prepares
// them before its first run, and the inputs with base case and plausible range.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { records } from "../xtask/web/evidence.js";

const REGIONS = ["us", "we", "in", "jp"];
const YEARS = Array.from({ length: 27 }, (_, index) => 2024 + index);

const table = (path) => records(readFileSync(path, "utf8"));
const sum = (values) => values.reduce((total, value) => total + value, 0);

function regions() {
  const statistics = table("src/data/regions.csv");
  const growth = table("src/data/gdp_growth.csv");
  const people = table("src/data/population.csv").filter(({ series }) => series === "working_age");
  const [total, ...industries] = table("src/data/industries.csv");
  return REGIONS.map((region) => {
    const of = (rows, year) => rows.find((row) => row.region === region && row.year === String(year));
    const statistic = (name) => Number(statistics.find((row) => row.region === region && row.quantity === name).value);
    const deficits = industries.map((row) => Number(row[`deficit_${region}`]));
    const weights = industries.map((row) => row.capex_to_value_added / total.capex_to_value_added);
    return {
      region,
      mva: statistic("mva"),
      workers: statistic("workers"),
      wage: statistic("wage"),
      deficit: sum(deficits),
      weighted_deficit: sum(deficits.map((deficit, index) => deficit * weights[index])),
      growth: YEARS.slice(1, 7).map((year) => of(growth, year).percent / 100),
      working_age: YEARS.map((year) => of(people, year).thousand_persons / of(people, 2024).thousand_persons),
    };
  });
}

function inputs() {
  const rows = table("src/tests/data/parameters.csv").filter(({ chapter }) => chapter === "tam");
  return rows.map((row) => ({ id: row.id, whole: row.unit === "year", base: +row.default, low: +row.low, high: +row.high }));
}

/** Writes them where every language reads them. */
export function writeFacts(path) {
  mkdirSync("target/bench", { recursive: true });
  writeFileSync(path, JSON.stringify({ regions: regions(), inputs: inputs() }));
}
