// What the library of slides does not write: the looks of series, the places of names, formulas in the sheets of charts.

import JSZip from "jszip";

import { INK, framed } from "./frame.js";
import { celled, worded } from "./labels.js";
import { must } from "./must.js";
import { standardChart, standardPackage } from "./standard.js";

/** What stands on columns as points and lines. */
const OVER_COLUMNS = ["ghost", "level", "point", "told"];

/** What only the sheet has. */
const IN_SHEET = ["sheet", "label"];

/** The series in the order of the chart's file, which is that of its sheet: columns first, then what stands on them. */
export function ordered({ kind, series }) {
  if (kind === "line" || kind === "bubbles") return { columns: [], lines: series };
  const over = ({ look }) => OVER_COLUMNS.includes(look);
  return { columns: series.filter((one) => !over(one)), lines: series.filter(over) };
}

/** The bubbles of a chart with the place of each one's name, and their places along the horizontal axis. */
export function bubblesOf({ categories, series, places }) {
  const ghosts = series.filter(({ look }) => look === "outline");
  const [x, y, size] = series;
  const count = categories.length;
  const rows = ghosts.length ? 2 * count : count;
  const only = (values, kept) => Array.from({ length: rows }, (_, row) => (kept(row) ? (values[row % count] ?? null) : null));
  const all = categories.map((name, index) => {
    const kept = (row) => row === index;
    return { name, place: places[index], values: only(y.values, kept), sizes: only(size.values, kept) };
  });
  if (!ghosts.length) return { across: x.values, all };
  const [gx, gy, gsize] = ghosts;
  const kept = (row) => row >= count;
  all.push({ name: gy.name, look: "outline", colour: gy.colour, values: only(gy.values, kept), sizes: only(gsize.values, kept) });
  return { across: [...x.values, ...gx.values], all };
}

const EMPTY_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
/** A cell of numbers, with its column and row. */
const CELL = /<c r="([A-Z]+)(\d+)"><v>[^<]*<\/v><\/c>/g;

const SERIES = /<c:ser>.*?<\/c:ser>/gs;

const solid = (colour) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const LINE = /<a:ln w=.*?<\/a:ln>/s;

const line = (points, colour, dash) => `<a:ln w="${Math.round(points * 12700)}" cap="flat">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;

/** A series of points: no line, but a mark at each. */
const marked = (symbol, size, fill, edge) => (series) => {
  const marker = `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr>${solid(fill)}<a:ln w="12700">${edge}</a:ln></c:spPr></c:marker>`;
  return must(must(series, LINE, "<a:ln><a:noFill/></a:ln>"), /<c:marker>.*?<\/c:marker>/s, marker);
};

const unseen = (series) => must(series, LINE, "<a:ln><a:noFill/></a:ln>");

/** A colour half as far from white. */
const lighter = (colour) => colour.replace(/../g, (part) => Math.round((parseInt(part, 16) + 255) / 2).toString(16).padStart(2, "0"));

/** What the library does not know of a series, by its look. */
const LOOKS = {
  point: (series, colour, { labels }) => worded(marked("diamond", 9, INK, solid("FFFFFF"))(series), labels),
  told: (series, colour, { labels, column }) => celled(unseen(series), labels, column),
  level: (series, colour) => marked("dash", 14, colour, "<a:noFill/>")(series),
  ghost: (series, colour) => must(series, LINE, line(1.5, colour, "dash")),
  edge: (series, colour) => must(series, LINE, line(1.25, colour, "sysDot")),
  inner: (series, colour) => must(series, LINE, line(1.5, colour, "sysDash")),
  outer: (series, colour) => must(series, LINE, line(1.25, lighter(colour), "sysDot")),
  outline: (series, colour) =>
    must(series, /<c:spPr>.*?<\/c:spPr>/s, `<c:spPr><a:noFill/>${line(1.25, colour, "dash")}</c:spPr>`),
  // Formulas of the sheet refer to it, or words over columns; the chart does not show it.
  sheet: () => "",
  label: () => "",
};

/** The series that the legend leaves out: as the description says, and such as have the name of one before. */
function legended(xml, series) {
  const without = series.flatMap((one, index) => (!IN_SHEET.includes(one.look) && !one.legend ? [index] : []));
  const entries = without.map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`).join("");
  if (!entries || !xml.includes("<c:legend>")) return xml;
  return must(xml, /<c:legendPos [^>]*\/>/, `$&${entries}`);
}

/** The name of a bubble at its place, or none. */
function named(series, { place }) {
  const flags = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"];
  const shown = flags.map((flag) => `<c:show${flag} val="${flag === "SerName" && place ? 1 : 0}"/>`).join("");
  const text = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">${solid(INK)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
  const labels = place ? `${text}<c:dLblPos val="${place}"/>${shown}` : shown;
  return must(series, "<c:xVal>", `<c:dLbls>${labels}</c:dLbls><c:xVal>`);
}

/** The series of a chart as its file has them. */
function filed(chart) {
  if (chart.kind === "bubbles") return bubblesOf(chart).all;
  const { columns, lines } = ordered(chart);
  return [...columns, ...lines];
}

/** What the library does not write as presentation programs want it. */
function mended(xml, chart) {
  const series = filed(chart);
  let number = 0;
  const column = lettersOf(series.findIndex(({ look }) => look === "label") + 1);
  const styled = (text) => {
    const one = series[number++];
    const described = { labels: one.labels, column };
    const looked = LOOKS[one.look]?.(text, one.colour.replace("#", ""), described) ?? text;
    return chart.kind === "bubbles" ? named(looked, one) : looked;
  };
  const looked = xml.replace(SERIES, styled);
  if (number !== series.length) throw new Error(`slides: ${number} series where ${series.length} are described`);
  return standardChart(legended(looked, series))
    .replace(EMPTY_POINT, "")
    // Names in levels are not kept apart by LibreOffice, and there is one level only.
    .replaceAll("c:multiLvlStrRef>", "c:strRef>")
    .replaceAll("c:multiLvlStrCache>", "c:strCache>")
    .replace(/<\/?c:lvl>/g, "")
    .replace(/(<c:noMultiLvlLbl [^>]*\/>)\s*(<c:tickLblSkip [^>]*\/>)/g, "$2$1");
}

/** The letters of a column, from 0, of which a chart's sheet has fewer than 26. */
const lettersOf = (column) => String.fromCharCode(65 + column);

/** The column of letters, from 1. */
const columnOf = (letters) => [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** The number and formula of a cell, by column and row from 0: places along the axis, then height and size of each bubble. */
function bubbleCell(chart) {
  const { across, all } = bubblesOf(chart);
  return (column, row) => {
    if (column === 0) return [across[row]];
    const one = all[(column - 1) >> 1];
    return one && [(column % 2 ? one.values : one.sizes)[row]];
  };
}

/** The same of other charts: names, then the series. */
function seriesCell(chart) {
  const series = filed(chart);
  return (column, row) => {
    const one = series[column - 1];
    return one && [one.values[row], one.formulas?.[row]];
  };
}

/** Puts formulas into a sheet, and keeps zeros: the library writes them like values that do not exist. */
function computed(xml, chart) {
  const of = chart.kind === "bubbles" ? bubbleCell(chart) : seriesCell(chart);
  return must(xml, CELL, (cell, letters, row) => {
    const found = row >= 2 && of(columnOf(letters) - 1, row - 2);
    if (!found) return cell;
    const [value, formula] = found;
    if (value == null) return "";
    return `<c r="${letters}${row}">${formula ? `<f>${formula}</f>` : ""}<v>${value}</v></c>`;
  });
}

/** A table that the library relates to the sheet, which does not show it, with a reference that is none. */
const TABLE = ["xl/tables/table1.xml", "xl/worksheets/_rels/sheet1.xml.rels"];

/** Mends a chart's sheet. */
async function sheetMended(file, chart) {
  const zip = await JSZip.loadAsync(file);
  const name = "xl/worksheets/sheet1.xml";
  for (const part of TABLE) zip.remove(part);
  zip.file(name, computed(await zip.file(name).async("string"), chart));
  return standardPackage(zip, JSZip);
}

/** Mends the slides of a presentation and its charts, which stand in the order of their numbers. */
export async function withMended(file, deck) {
  const zip = await JSZip.loadAsync(file);
  const charts = deck.slides.flatMap((slide) => slide.charts);
  const number = (name) => Number(/(\d+)\.\w+$/.exec(name)[1]);
  const files = (pattern) => Object.keys(zip.files).filter((name) => pattern.test(name)).sort((one, other) => number(one) - number(other));
  const drawings = files(/charts\/chart\d+\.xml$/);
  const sheets = files(/embeddings\/.*\d\.xlsx$/);
  for (const found of [drawings, sheets]) {
    if (found.length !== charts.length) throw new Error(`slides: ${found.length} files for ${charts.length} charts`);
  }
  for (const [index, chart] of charts.entries()) {
    const [drawing, sheet] = [drawings[index], sheets[index]];
    zip.file(drawing, mended(await zip.file(drawing).async("string"), chart));
    zip.file(sheet, await sheetMended(await zip.file(sheet).async("uint8array"), chart));
  }
  for (const name of Object.keys(zip.files).filter((name) => /^ppt\/.*\.xml$/.test(name))) {
    zip.file(name, framed(await zip.file(name).async("string"), name, deck));
  }
  return standardPackage(zip, JSZip);
}
