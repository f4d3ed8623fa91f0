// Slides with native charts, loaded when a reader asks for them: turns the description of `src/export/slides`
// into a presentation.

import JSZip from "jszip";
import PptxGenJS from "pptxgenjs";

import { INK, LEGEND, MUTED, RULE, WIDE, addCover, addFoot, addHead, addLegend, addLink, addTable, defineMasters, framed, sharedLegend } from "./slides/frame.js";

const GHOST = "#828487";

const FONTS = { en: "Segoe UI", ja: "Yu Gothic" };

const colourOf = ({ colour, look }) => (look === "float" ? "transparent" : colour.replace("#", ""));

/** What stands on columns as points and lines. */
const OVER_COLUMNS = ["ghost", "level", "point"];

/** The series in the order of the chart's file, which is that of its sheet: columns first, then what stands on them. */
function ordered({ kind, series }) {
  if (kind === "line" || kind === "bubbles") return { columns: [], lines: series };
  const over = ({ look }) => OVER_COLUMNS.includes(look);
  return { columns: series.filter((one) => !over(one)), lines: series.filter(over) };
}

/** Numbers at an axis: as many digits after the point as its ticks need. */
const format = (digits) => (digits ? `#,##0.${"0".repeat(digits)}` : "#,##0");

/** The room in inches that names beside bars take. */
function nameRoom(names, size) {
  const length = (name) => [...name].reduce((sum, c) => sum + (c > "\u2e80" ? 1 : 0.53), 0);
  return Math.min(2.6, (Math.max(...names.map(length)) * size) / 72 + 0.1);
}

const SIDE_NAMES = 10;

/** Bars of many names stand in one row, with the names at the first only. */
function bandOf(charts, index, room) {
  const names = nameRoom(charts[0].categories, SIDE_NAMES);
  const gap = 0.45;
  const w = (room.w - names) / charts.length;
  const first = index === 0;
  const box = { x: room.x + (first ? 0 : names + index * w), y: room.y, w: first ? names + w : w, h: room.h };
  const own = charts[0].series.filter(({ legend }) => legend).length > 1 && !sharedLegend(charts);
  const [left, top, bottom] = [first ? names : gap / 2, 0.75, own ? 0.75 : 0.15];
  const layout = { x: left / box.w, y: top / box.h, w: (w - gap) / box.w, h: (box.h - top - bottom) / box.h };
  return { ...box, layout, catAxisHidden: !first, catAxisLabelFontSize: SIDE_NAMES, ...(first ? {} : { showLegend: false }) };
}

/** Where the chart of a number among several stands. */
function place(charts, index, room) {
  const count = charts.length;
  if (count > 2 && charts.every(({ kind, categories }) => kind === "bars" && categories.length > 6)) return bandOf(charts, index, room);
  const columns = count <= 1 ? 1 : count <= 4 ? 2 : 3;
  const rows = Math.ceil(count / columns);
  const [w, h] = [room.w / columns, room.h / rows];
  return { x: room.x + (index % columns) * w, y: room.y + Math.floor(index / columns) * h, w, h };
}

/** Numbers as they are meant: the ends of axes are sums of steps. */
const plain = (number) => Number(number.toPrecision(12));

/** The ends of the axes as on the page: panels of one scale keep it. */
function ends({ axis, across }) {
  const of = (name, given) => {
    if (!given) return {};
    const [min, max, step] = given.map(plain);
    return { [`${name}AxisMinVal`]: min, [`${name}AxisMaxVal`]: max, [`${name}AxisMajorUnit`]: step };
  };
  return { ...of("val", axis), ...of("cat", across) };
}

/** The size of the names at the axis: every bar has its name beside it. */
function nameSize(chart, box, size) {
  if (chart.kind !== "bars") return size;
  const others = chart.series.length > 1 && box.showLegend !== false ? 1.05 : 0.8;
  const room = ((box.h - others) * 72) / chart.categories.length;
  return Math.max(7, Math.min(size, Math.floor(room / 1.7)));
}

function looks(chart, box, font, small) {
  const size = small ? 10 : 12;
  return {
    catAxisLabelFontFace: font,
    catAxisLabelFontSize: nameSize(chart, box, size),
    catAxisLabelColor: MUTED,
    catAxisLabelPos: "low",
    valAxisLabelFontFace: font,
    valAxisLabelFontSize: size,
    valAxisLabelColor: MUTED,
    // Logarithms are written as the powers of ten that they stand for.
    valAxisLabelFormatCode: chart.units[0] === "FLOP" ? "\\1\\0\\^0" : format(chart.digits),
    dataLabelFormatCode: "#,##0.00",
    valAxisLineShow: false,
    valGridLine: { color: RULE, size: 0.75 },
    catGridLine: { style: "none" },
    ...ends(chart),
    showLegend: chart.kind !== "waterfall" && chart.series.filter(({ legend }) => legend).length > 1,
    legendPos: "b",
    legendFontFace: font,
    legendFontSize: size,
    legendColor: INK,
    showTitle: chart.name !== "",
    title: [chart.name, new Set(chart.units).size === 1 ? chart.units[0] : ""].filter(Boolean).join(" · "),
    titleFontFace: font,
    titleFontSize: size + 1,
    titleColor: INK,
  };
}

function add(slide, pptx, chart, box, font, small) {
  const options = { ...looks(chart, box, font, small), ...box };
  if (chart.kind === "bubbles") return addBubbles(slide, pptx, chart, options, font);
  const rows = (series) => series.map(({ name, values }) => ({ name, labels: chart.categories, values }));
  const { columns, lines } = ordered(chart);
  const dense = chart.kind === "line" || chart.categories.every((name) => /^\d{4}$/.test(name));
  options.catAxisLabelFrequency = dense ? Math.max(1, Math.ceil(chart.categories.length / (small ? 6 : 16))) : 1;
  // Not every program leaves out names that have no room.
  const [room, width] = [(box.w - 0.8) / chart.categories.length, (2.4 * options.catAxisLabelFontSize) / 72];
  if (dense && room < 1.25 * width) options.catAxisLabelRotate = -45;
  const drawn = { lineSize: 2.25, lineDataSymbol: "none" };
  if (chart.kind === "line") {
    return slide.addChart(pptx.charts.LINE, rows(lines), { ...options, ...drawn, chartColors: lines.map(colourOf), displayBlanksAs: "span" });
  }
  // Points can stand on columns only: bars with printed values stand upright.
  const bars = chart.kind === "bars" && !lines.length;
  Object.assign(options, {
    chartColors: columns.map(colourOf),
    barDir: bars ? "bar" : "col",
    barGrouping: chart.kind === "bars" ? "clustered" : "stacked",
    barGapWidthPct: 45,
    ...(chart.kind === "bars" ? { barOverlapPct: 100 } : {}),
    ...(bars ? { catAxisOrientation: "maxMin" } : {}),
  });
  if (!lines.length) return slide.addChart(pptx.charts.BAR, rows(columns), options);
  slide.addChart([
    { type: pptx.charts.BAR, data: rows(columns), options },
    { type: pptx.charts.LINE, data: rows(lines), options: { ...drawn, chartColors: lines.map(colourOf) } },
  ], { ...options, displayBlanksAs: "gap" });
}

/** A series for every bubble, and one for all those that they are compared with: these have places of their own. */
function addBubbles(slide, pptx, chart, options, font) {
  const { across, all } = bubblesOf(chart);
  const [x, y] = chart.series;
  const titles = { showCatAxisTitle: true, catAxisTitle: `${x.name} (${chart.units[0]})`, showValAxisTitle: true, valAxisTitle: `${y.name} (${chart.units[1]})` };
  const axes = { catAxisTitleFontFace: font, valAxisTitleFontFace: font, catAxisTitleFontSize: 11, valAxisTitleFontSize: 11 };
  // Each is named where it stands: there are more than colours that can be told apart.
  const names = { showSerName: true, showLegend: false, dataLabelPosition: "r", dataLabelFontFace: font, dataLabelFontSize: 9, dataLabelColor: INK };
  const [left, top, w, h] = chart.plot;
  const layout = { x: left, y: top, w, h };
  slide.addChart(pptx.charts.BUBBLE, [{ name: x.name, values: across }, ...all], { ...options, ...titles, ...axes, ...names, layout, chartColors: ["12436D"], chartColorsOpacity: 50 });
}

/** The bubbles of a chart with the place of each one's name, and their places along the horizontal axis. */
function bubblesOf({ categories, series, places }) {
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
  all.push({ name: gy.name, look: "outline", values: only(gy.values, kept), sizes: only(gsize.values, kept) });
  return { across: [...x.values, ...gx.values], all };
}

function addSlide(pptx, described, font) {
  const slide = pptx.addSlide({ masterName: "Figure" });
  const { title, measure, charts, table, room: [y, h] } = described;
  const legend = sharedLegend(charts);
  const room = { ...WIDE, y, h: legend ? h - LEGEND : h };
  addHead(slide, described, font);
  charts.forEach((chart, index) => {
    const altText = [title, chart.name, measure].filter(Boolean).join(". ");
    const legends = legend ? { showLegend: false } : {};
    add(slide, pptx, chart, { ...place(charts, index, room), altText, ...legends }, font, charts.length > 1);
  });
  if (legend) addLegend(slide, legend, charts[0].kind === "line", y + h - LEGEND, font);
  if (table) addTable(slide, described, font);
  addFoot(slide, described, font);
  addLink(slide, described, font);
  slide.addNotes(described.notes);
}

const EMPTY_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
/** A cell of numbers, with its column and row. */
const CELL = /<c r="([A-Z]+)(\d+)"><v>[^<]*<\/v><\/c>/g;
const EMPTY_CELL = /<c r="[A-Z]+\d+"[^>]*><v><\/v><\/c>/g;

const SERIES = /<c:ser>.*?<\/c:ser>/gs;

const solid = (colour) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const LINE = /<a:ln w=.*?<\/a:ln>/s;

const line = (points, colour, dash) => `<a:ln w="${Math.round(points * 12700)}" cap="flat">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;

/** A series of points: no line, but a mark at each. */
const marked = (symbol, size, fill, edge) => (series) => {
  const marker = `<c:marker><c:symbol val="${symbol}"/><c:size val="${size}"/><c:spPr>${solid(fill)}<a:ln w="12700">${edge}</a:ln></c:spPr></c:marker>`;
  return series.replace(LINE, "<a:ln><a:noFill/></a:ln>").replace(/<c:marker>.*?<\/c:marker>/s, marker);
};

/** A colour half as far from white. */
const lighter = (colour) => colour.replace(/../g, (part) => Math.round((parseInt(part, 16) + 255) / 2).toString(16).padStart(2, "0"));

/** What the library does not know of a series, by its look. */
const LOOKS = {
  point: marked("diamond", 9, INK, solid("FFFFFF")),
  level: (series, colour) => marked("dash", 14, colour, "<a:noFill/>")(series),
  ghost: (series, colour) => series.replace(LINE, line(1.5, colour, "dash")),
  edge: (series, colour) => series.replace(LINE, line(1.25, colour, "sysDot")),
  inner: (series, colour) => series.replace(LINE, line(1.5, colour, "sysDash")),
  outer: (series, colour) => series.replace(LINE, line(1.25, lighter(colour), "sysDot")),
  outline: (series, colour) =>
    series.replace(/<c:spPr>.*?<\/c:spPr>/s, `<c:spPr><a:noFill/>${line(1.25, colour, "dash")}</c:spPr>`),
  // Formulas of the sheet refer to it, the chart does not show it.
  sheet: () => "",
};

/** The series that the legend leaves out: as the description says, and such as have the name of one before. */
function legended(xml, series) {
  const without = series.flatMap((one, index) => (one.look !== "sheet" && !one.legend ? [index] : []));
  const entries = without.map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`).join("");
  return xml.replace(/<c:legendPos [^>]*\/>/, `$&${entries}`);
}

/** The name of a bubble at its place, or none. */
function named(series, { place }) {
  const flags = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"];
  const shown = flags.map((flag) => `<c:show${flag} val="${flag === "SerName" && place ? 1 : 0}"/>`).join("");
  const text = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900">${solid(INK)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
  const labels = place ? `${text}<c:dLblPos val="${place}"/>${shown}` : shown;
  return series.replace("<c:xVal>", `<c:dLbls>${labels}</c:dLbls><c:xVal>`);
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
  const styled = (text) => {
    const one = series[number++];
    const looked = LOOKS[one.look]?.(text, (one.colour ?? GHOST).replace("#", "")) ?? text;
    return chart.kind === "bubbles" ? named(looked, one) : looked;
  };
  return legended(xml.replace(SERIES, styled), series)
    .replace(EMPTY_POINT, "")
    // Names in levels are not kept apart by LibreOffice, and there is one level only.
    .replaceAll("c:multiLvlStrRef>", "c:strRef>")
    .replaceAll("c:multiLvlStrCache>", "c:strCache>")
    .replace(/<\/?c:lvl>/g, "")
    .replace(/(<c:noMultiLvlLbl [^>]*\/>)\s*(<c:tickLblSkip [^>]*\/>)/g, "$2$1");
}

/** The column of letters, from 1. */
const columnOf = (letters) => [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** Puts formulas into a sheet, and keeps zeros: the library writes them like values that do not exist. */
function computed(xml, chart) {
  if (chart.kind === "bubbles") return xml.replace(EMPTY_CELL, "");
  const series = filed(chart);
  return xml.replace(CELL, (cell, letters, row) => {
    const one = series[columnOf(letters) - 2];
    if (!one || row < 2) return cell;
    const [value, formula] = [one.values[row - 2], one.formulas?.[row - 2]];
    if (value == null) return "";
    return `<c r="${letters}${row}">${formula ? `<f>${formula}</f>` : ""}<v>${value}</v></c>`;
  });
}

/** Mends a chart's sheet. */
async function sheetMended(file, chart) {
  const zip = await JSZip.loadAsync(file);
  const name = "xl/worksheets/sheet1.xml";
  zip.file(name, computed(await zip.file(name).async("string"), chart));
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** Mends the slides of a presentation and its charts, which stand in the order of their numbers. */
async function withMended(file, deck) {
  const zip = await JSZip.loadAsync(file);
  const charts = deck.slides.flatMap((slide) => slide.charts);
  const number = (name) => Number(/(\d+)\.\w+$/.exec(name)[1]);
  const files = (pattern) => Object.keys(zip.files).filter((name) => pattern.test(name)).sort((one, other) => number(one) - number(other));
  const drawings = files(/charts\/chart\d+\.xml$/);
  const sheets = files(/embeddings\/.*\d\.xlsx$/);
  for (const [index, chart] of charts.entries()) {
    const [drawing, sheet] = [drawings[index], sheets[index]];
    zip.file(drawing, mended(await zip.file(drawing).async("string"), chart));
    zip.file(sheet, await sheetMended(await zip.file(sheet).async("uint8array"), chart));
  }
  for (const name of Object.keys(zip.files).filter((name) => /^ppt\/.*\.xml$/.test(name))) {
    zip.file(name, framed(await zip.file(name).async("string"), name, deck));
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** What the Rust side calls (`src/web/export/script.rs`): the file of a presentation. */
globalThis.industry2040Slides = async (description) => {
  const deck = JSON.parse(description);
  const pptx = new PptxGenJS();
  const font = FONTS[deck.lang];
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = deck.title;
  pptx.subject = deck.report;
  pptx.author = "industry2040";
  pptx.company = "industry2040";
  pptx.theme = { headFontFace: font, bodyFontFace: font };
  defineMasters(pptx, font);
  if (deck.cover) addCover(pptx, deck.cover, font);
  for (const slide of deck.slides) addSlide(pptx, slide, font);
  const file = await withMended(await pptx.write({ outputType: "arraybuffer" }), deck);
  return new Blob([file], { type: "application/vnd.openxmlformats-officedocument.presentationml.presentation" });
};
