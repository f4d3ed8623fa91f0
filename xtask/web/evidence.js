// What the chapter on evidence loads when it is opened: the register of printed figures with the relations between
// them, and the glossary, the data files, the tests of the models and the places of the figures.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { parse } from "smol-toml";
import { date } from "./tables.js";

const DATA = "src/data";

/** The records of a CSV file: quoted cells may hold commas, quotes and line breaks. */
export function records(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const close = () => {
    rows.at(-1).push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") close();
    else if (c === "\n") {
      close();
      rows.push([]);
    } else if (c !== "\r") cell += c;
  }
  if (cell || rows.at(-1).length) close();
  const [head, ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

const table = (file) => records(readFileSync(`${DATA}/${file}`, "utf8"));

/** The name under which a file is copied: with the hash of its contents. */
export function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return name.replace(/(\.[^.]+)$/, `-${hash}$1`);
}

/** The data files, which the reader may download. */
export const dataFiles = () => readdirSync(DATA).filter((name) => name.endsWith(".csv")).sort();

/** The name of a glossary term in links; `build.rs` makes the same. */
const slug = (term) => term.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

const pair = (en, ja) => (en === ja ? en : [en, ja]);

/** A period in both languages: by rule where it is a year, month, day or span of years. */
function period(text, words) {
  const known = words.period[text];
  if (known) return known;
  const year = text.match(/^(FY)?(\d{4})(?:-(\d{4}))?$/);
  if (!year) return date(text);
  const [, fiscal, first, last] = year;
  if (last) return [`${first} to ${last}`, `${first}～${last}年`];
  return fiscal ? [text, `${first}年度`] : [first, `${first}年`];
}

function register() {
  const words = parse(readFileSync(`${DATA}/words.toml`, "utf8"));
  const codes = (kind) => Object.entries(words[kind]).map(([code, [en, ja]]) => [code, en, ja]);
  const number = (text) => (text === "" ? null : Number(text));
  const rows = table("published.csv").map((row) => {
    const places = row.geography.split("; ").map((place) => words.geography[place]);
    return [
      row.id,
      row.seed.slice(0, 3),
      row.section,
      row.theme,
      row.label_en,
      row.label_ja,
      number(row.value),
      number(row.low),
      number(row.high),
      row.unit,
      row.period,
      period(row.period, words),
      pair(places.map(([en]) => en).join(", "), places.map(([, ja]) => ja).join("、")),
      row.actor,
      row.kind,
      row.note && [row.note, words.note[row.note.trim()]],
    ];
  });
  const relations = table("conflicts.csv").map((row) => [
    row.id,
    row.figure_a,
    row.figure_b,
    row.relation_en,
    row.relation_ja,
    row.computed.split(" to ").filter(Boolean).map(Number),
    row.unit,
    row.verdict,
    row.explanation_en,
    row.explanation_ja,
  ]);
  return { rows, relations, themes: codes("theme"), kinds: codes("kind"), verdicts: codes("verdict") };
}

function terms() {
  const { row } = parse(readFileSync("src/tables/glossary.toml", "utf8"));
  const terms = row.map((row) => [slug(row.term_en), row.term_en, row.term_ja, row.definition_en, row.definition_ja, row.seeds, row.defined === "yes"]);
  const ids = terms.map(([id]) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`glossary: ${twice} stand twice`);
  return terms.sort(by("en", ([, en]) => en));
}

/** Compares by a name in the order of a language. */
const by = (lang, name) => {
  const { compare } = new Intl.Collator(lang);
  return (one, other) => compare(name(one), name(other));
};

/** The terms in the order of the Japanese language: Latin letters, kana, kanji. */
const japanese = (terms) => [...terms.keys()].sort(by("ja", (at) => terms[at][2]));

/** Name, rows and bytes of every data file. */
const datasets = () =>
  dataFiles().map((name) => {
    const bytes = readFileSync(`${DATA}/${name}`);
    return [name.replace(/\.csv$/, ""), hashed(name, bytes), table(name).length, bytes.length];
  });

/** The tests of the models by file; what each proves stands in its name, and in Japanese beside it. */
function tests() {
  const words = parse(readFileSync("src/tests/words.toml", "utf8"));
  const said = (file, name) => [name, words[file]?.[name] ?? ""];
  const files = ["src/model", "src/tests", "src/formula", "src/analysis", "src/output"].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`.replaceAll("\\", "/")),
  );
  const named = (file) => [...readFileSync(file, "utf8").matchAll(/#\[test\]\s+fn (\w+)/g)].map(([, name]) => name);
  return files
    .filter((file) => file.endsWith(".rs"))
    .sort()
    .map((file) => [file, named(file).map((name) => said(file, name))])
    .filter(([, names]) => names.length > 0);
}

/** Where every figure stands: chapter, name, and the heading over it in both languages. */
function figures() {
  const chapters = readdirSync("src/chapters").filter((name) => existsSync(`src/chapters/${name}/en.md`));
  return chapters.flatMap((chapter) => {
    const headings = (lang) => {
      const found = new Map();
      let heading = "";
      for (const line of readFileSync(`src/chapters/${chapter}/${lang}.md`, "utf8").split("\n")) {
        heading = line.match(/^## (.*) \{#/)?.[1] ?? heading;
        const figure = line.match(/^\{figure ([^}]+)\}/)?.[1];
        if (figure) found.set(figure, heading);
      }
      return found;
    };
    const [en, ja] = ["en", "ja"].map(headings);
    return [...en].map(([id, heading]) => [chapter, id, heading, ja.get(id)]);
  });
}

/** Name and contents of each file. */
export const evidence = () => [
  { name: "register.json", contents: JSON.stringify(register()) },
  { name: "evidence.json", contents: JSON.stringify({ terms: terms(), japanese: japanese(terms()), datasets: datasets(), tests: tests(), figures: figures() }) },
];
