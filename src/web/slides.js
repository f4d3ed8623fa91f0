// Slides with native charts, loaded when a reader asks for them: turns the description of `src/export/slides.rs`
// into a presentation.

import JSZip from "jszip";
import PptxGenJS from "pptxgenjs";

const INK = "1B1F24";
const MUTED = "5B6570";
const RULE = "E4E1D9";

/** The room for charts, in inches. */
const ROOM = { x: 0.5, y: 1.6, w: 12.33, h: 4.75 };

const FONTS = { en: "Segoe UI", ja: "Yu Gothic" };

/** A name as it stands in XML. */
const escaped = (name) => name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");

const colourOf = ({ colour }) => colour?.replace("#", "") ?? "transparent";

/** Digits after the point that values of this size need. */
function format(values) {
  const largest = Math.max(...values.flat().map((value) => Math.abs(value ?? 0)));
  return largest >= 20 ? "#,##0" : largest >= 2 ? "0.0" : "0.00";
}

/** The room in inches that names beside bars take. */
function nameRoom(names, size) {
  const length = (name) => [...name].reduce((sum, c) => sum + (c > "\u2e80" ? 1 : 0.53), 0);
  return Math.min(2.6, (Math.max(...names.map(length)) * size) / 72 + 0.1);
}

const SIDE_NAMES = 10;

/** Bars of many names stand in one row, with the names at the first only. */
function bandOf(charts, index) {
  const names = nameRoom(charts[0].categories, SIDE_NAMES);
  const gap = 0.45;
  const w = (ROOM.w - names) / charts.length;
  const first = index === 0;
  const box = { x: ROOM.x + (first ? 0 : names + index * w), y: ROOM.y, w: first ? names + w : w, h: ROOM.h };
  const [left, top, bottom] = [first ? names : gap / 2, 0.75, 0.75];
  const layout = { x: left / box.w, y: top / box.h, w: (w - gap) / box.w, h: (box.h - top - bottom) / box.h };
  return { ...box, layout, catAxisHidden: !first, catAxisLabelFontSize: SIDE_NAMES, ...(first ? {} : { showLegend: false }) };
}

/** Where the chart of a number among several stands. */
function place(charts, index) {
  const count = charts.length;
  if (count > 2 && charts.every(({ kind, categories }) => kind === "bars" && categories.length > 6)) return bandOf(charts, index);
  const columns = count <= 1 ? 1 : count <= 4 ? 2 : 3;
  const rows = Math.ceil(count / columns);
  const [w, h] = [ROOM.w / columns, ROOM.h / rows];
  return { x: ROOM.x + (index % columns) * w, y: ROOM.y + Math.floor(index / columns) * h, w, h };
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
  const others = chart.series.length > 1 ? 1.05 : 0.8;
  const room = ((box.h - others) * 72) / chart.categories.length;
  return Math.max(7, Math.min(size, Math.floor(room / 1.3)));
}

function looks(chart, box, font, small) {
  const size = small ? 10 : 12;
  const values = chart.series.map((series) => series.values);
  return {
    chartColors: chart.series.map(colourOf),
    catAxisLabelFontFace: font,
    catAxisLabelFontSize: nameSize(chart, box, size),
    catAxisLabelColor: MUTED,
    catAxisLabelPos: "low",
    valAxisLabelFontFace: font,
    valAxisLabelFontSize: size,
    valAxisLabelColor: MUTED,
    // Logarithms are written as the powers of ten that they stand for.
    valAxisLabelFormatCode: chart.units[0] === "FLOP" ? "\\1\\0\\^0" : format(values),
    dataLabelFormatCode: "#,##0.00",
    valAxisLineShow: false,
    valGridLine: { color: RULE, size: 0.75 },
    catGridLine: { style: "none" },
    ...ends(chart),
    showLegend: chart.kind !== "waterfall" && chart.series.length + chart.marks.length > 1,
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
  const row = ({ name, values }) => ({ name, labels: chart.categories, values });
  const [rows, marks] = [chart.series.map(row), chart.marks.map(row)];
  const dense = chart.kind === "line" || chart.categories.every((name) => /^\d{4}$/.test(name));
  options.catAxisLabelFrequency = dense ? Math.max(1, Math.ceil(chart.categories.length / (small ? 6 : 16))) : 1;
  // Not every program leaves out names that have no room.
  const [room, width] = [(box.w - 0.8) / chart.categories.length, (2.4 * options.catAxisLabelFontSize) / 72];
  if (dense && room < 1.25 * width) options.catAxisLabelRotate = -45;
  if (chart.kind === "line") {
    options.chartColors.push(...chart.marks.map(colourOf));
    slide.addChart(pptx.charts.LINE, [...rows, ...marks], { ...options, lineSize: 2.25, lineDataSymbol: "none", displayBlanksAs: "span" });
  } else if (chart.kind === "bubbles") {
    addBubbles(slide, pptx, chart, options, font);
  } else {
    // Points can stand on columns only: bars with printed values stand upright.
    const bars = chart.kind === "bars" && !marks.length;
    Object.assign(options, {
      barDir: bars ? "bar" : "col",
      barGrouping: chart.kind === "bars" ? "clustered" : "stacked",
      barGapWidthPct: 45,
      ...(chart.kind === "bars" ? { barOverlapPct: 100 } : {}),
      ...(bars ? { catAxisOrientation: "maxMin" } : {}),
    });
    if (!marks.length) return slide.addChart(pptx.charts.BAR, rows, options);
    const points = { chartColors: chart.marks.map(colourOf), lineSize: 0, lineDataSymbol: "diamond" };
    slide.addChart([
      { type: pptx.charts.BAR, data: rows, options },
      { type: pptx.charts.LINE, data: marks, options: points },
    ], { ...options, displayBlanksAs: "gap" });
  }
}

function addBubbles(slide, pptx, chart, options, font) {
  const [across, up, size] = chart.series;
  const one = (name, at) => {
    const only = (values) => values.map((value, index) => (index === at ? value : null));
    return { name, values: only(up.values), sizes: only(size.values) };
  };
  const things = chart.categories.map(one);
  const data = [{ name: across.name, values: across.values }, ...things];
  const titles = { showCatAxisTitle: true, catAxisTitle: `${across.name} (${chart.units[0]})`, showValAxisTitle: true, valAxisTitle: `${up.name} (${chart.units[1]})` };
  const axes = { catAxisTitleFontFace: font, valAxisTitleFontFace: font, catAxisTitleFontSize: 11, valAxisTitleFontSize: 11 };
  // Each is named where it stands: there are more than colours that can be told apart.
  const names = { showSerName: true, showLegend: false, dataLabelPosition: "r", dataLabelFontFace: font, dataLabelFontSize: 9, dataLabelColor: INK };
  slide.addChart(pptx.charts.BUBBLE, data, { ...options, ...titles, ...axes, ...names, chartColors: ["12436D"], chartColorsOpacity: 50 });
}

function addSlide(pptx, { title, measure, charts, foot, link, notes }, font) {
  const slide = pptx.addSlide();
  const text = { x: 0.5, w: 12.33, margin: 0, fontFace: font, valign: "top" };
  slide.addText(title, { ...text, y: 0.4, h: 0.65, fontSize: 26, bold: true, color: INK, fit: "shrink" });
  slide.addText(measure, { ...text, y: 1.08, h: 0.4, fontSize: 14, color: MUTED });
  charts.forEach((chart, index) => add(slide, pptx, chart, place(charts, index), font, charts.length > 1));
  const lines = [{ text: foot, options: { breakLine: Boolean(link) } }];
  if (link) lines.push({ text: "industry2040", options: { hyperlink: { url: link }, color: "12436D" } });
  slide.addText(lines, { ...text, y: 6.4, h: 0.95, fontSize: 10, color: MUTED });
  slide.addNotes(notes);
}

const EMPTY_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
const EMPTY_CELL = /<c r="[A-Z]+\d+"[^>]*><v><\/v><\/c>/g;

/** A series of points: no line, but a diamond at each. */
function asPoints(series) {
  const diamond = '<c:marker><c:symbol val="diamond"/><c:size val="9"/><c:spPr><a:solidFill><a:srgbClr val="' + INK +
    '"/></a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr></c:marker>';
  const still = series.replace(/<a:ln w=.*?<\/a:ln>/s, "<a:ln><a:noFill/></a:ln>");
  return still.replace(/<c:marker>.*?<\/c:marker>/s, diamond);
}

const SERIES = /<c:ser>.*?<\/c:ser>/gs;

const nameOf = (series) => /<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(series)?.[1];

/** Series of one name stand in the legend once. */
function namedOnce(xml) {
  const names = (xml.match(SERIES) ?? []).map(nameOf);
  const again = names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
  const without = again.map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`).join("");
  return xml.replace(/<c:legendPos [^>]*\/>/, `$&${without}`);
}

/** What the library does not write as presentation programs want it; given are the names of points and dashed lines. */
function mended(xml, { points, dashed }) {
  const styled = (series) => {
    const name = nameOf(series);
    if (points.has(name)) return asPoints(series);
    return dashed.has(name) ? series.replace('prstDash val="solid"', 'prstDash val="sysDash"') : series;
  };
  return namedOnce(xml)
    .replace(EMPTY_POINT, "")
    // Names in levels are not kept apart by LibreOffice, and there is one level only.
    .replaceAll("c:multiLvlStrRef>", "c:strRef>")
    .replaceAll("c:multiLvlStrCache>", "c:strCache>")
    .replace(/<\/?c:lvl>/g, "")
    .replace(/(<c:noMultiLvlLbl [^>]*\/>)\s*(<c:tickLblSkip [^>]*\/>)/g, "$2$1")
    .replace(SERIES, styled);
}

/** Mends charts, and takes values that do not exist out of tables: the library writes them as numbers without digits. */
async function withMended(file, names) {
  const zip = await JSZip.loadAsync(file);
  for (const { name, dir } of Object.values(zip.files)) {
    const entry = zip.file(name);
    if (dir || !entry) continue;
    if (/embeddings\/.*\.xlsx$/.test(name)) zip.file(name, await withMended(await entry.async("uint8array"), names));
    else if (/charts\/chart\d+\.xml$/.test(name)) zip.file(name, mended(await entry.async("string"), names));
    else if (name.endsWith("sheet1.xml")) zip.file(name, (await entry.async("string")).replace(EMPTY_CELL, ""));
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
  pptx.theme = { headFontFace: font, bodyFontFace: font };
  for (const slide of deck.slides) addSlide(pptx, slide, font);
  const charts = deck.slides.flatMap((slide) => slide.charts);
  const names = (series) => new Set(series.map(({ name }) => escaped(name)));
  const points = names(charts.flatMap(({ marks }) => marks));
  const dashed = names(charts.flatMap(({ series }) => series.filter((one) => one.dashed)));
  const file = await withMended(await pptx.write({ outputType: "arraybuffer" }), { points, dashed });
  return new Blob([file], { type: "application/vnd.openxmlformats-officedocument.presentationml.presentation" });
};
