// The tables of the documents, one file a chapter, as the page takes them: every cell in both languages.

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { parse } from "smol-toml";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `2025-12-05`, `2025-12` or `2025` as each language writes it. */
export function date(text) {
  const [year, month, day] = String(text).split("-");
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) throw new Error(`${text} is no date`);
  const english = [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  const japanese = `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  return [english, japanese];
}

/** Names in a row, statements in lines of their own. */
const joined = (value, separator) => (Array.isArray(value) ? value.join(separator) : value);

/** A cell in both languages; `null` where the document says nothing. */
function cell(row, { key, kind }, words) {
  const bare = row[key];
  if (bare === undefined) {
    const pair = [row[`${key}_en`], row[`${key}_ja`]].map((text) => joined(text, "\n"));
    return pair[0] === undefined ? null : pair;
  }
  if (kind === "tag") {
    const found = [bare].flat().map((code) => words.get(code));
    return [found.map(({ en }) => en).join(", "), found.map(({ ja }) => ja).join("、")];
  }
  if (kind === "number") return bare.toLocaleString("en", { maximumFractionDigits: 6 });
  return kind === "date" ? date(bare) : [joined(bare, ", "), joined(bare, "、")];
}

/** What is the same in both languages stands once. */
const compact = (cell) => (Array.isArray(cell) && cell[0] === cell[1] ? cell[0] : cell);

function table(id) {
  try {
    const { note_en, note_ja, source_page, column, word = [], row } = parse(readFileSync(`src/tables/${id}.toml`, "utf8"));
    const words = new Map(word.map((word) => [word.code, word]));
    return {
      note: note_en && [note_en, note_ja],
      page: source_page,
      // Rows are named by their first words: a number alone names nothing.
      head: column.findIndex(({ kind }) => kind !== "number"),
      columns: column.map(({ en, ja, kind, empty_en, empty_ja }) => ({ name: compact([en, ja]), kind, empty: empty_en && [empty_en, empty_ja] })),
      rows: row.map((row) => column.map((column) => compact(cell(row, column, words)))),
    };
  } catch (error) {
    throw new Error(`src/tables/${id}.toml: ${error.message}`);
  }
}

/** Name and contents of the file of each chapter whose prose places tables by lines `{table id}`. */
export function chapterTables() {
  const chapters = readdirSync("src/chapters").filter((name) => existsSync(`src/chapters/${name}/en.md`));
  const files = chapters.map((name) => {
    const placed = readFileSync(`src/chapters/${name}/en.md`, "utf8").matchAll(/^\s*\{table ([^}]+)\}\s*$/gm);
    const tables = Object.fromEntries([...placed].map(([, id]) => [id, table(id)]));
    return { name: `tables-${name}.json`, tables };
  });
  return files.filter(({ tables }) => Object.keys(tables).length > 0).map(({ name, tables }) => ({ name, contents: JSON.stringify(tables) }));
}
