// The main results of the base case, put into the page for readers without scripts or WebAssembly.

import { readFileSync } from "node:fs";

/** Written by `industry2040 headlines` before Trunk runs. */
const MADE = "target/web/headlines.json";

const TITLES = { ja: "基準ケースの主な結果", en: "Main results of the base case" };

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const row = ([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`;

const part = ([title, rows]) => `<tbody><tr><th scope="rowgroup" colspan="2">${escaped(title)}</th></tr>${rows.map(row).join("")}</tbody>`;

/** Puts a table for each language where the page says so. */
export function addHeadlines(html) {
  const told = JSON.parse(readFileSync(MADE, "utf8"));
  const table = (lang) => `<table lang="${lang}"><caption>${TITLES[lang]}</caption>${told[lang].map(part).join("")}</table>`;
  return html.replaceAll("{headlines}", () => table("ja") + table("en"));
}
