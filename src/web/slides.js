// Slides with native charts, loaded when a reader asks for them: turns the description of `src/export/slides`
// into a presentation.

import PptxGenJS from "pptxgenjs";

import { INK, LEGEND, MUTED, RULE, WIDE, addCover, addFoot, addHead, addLegend, addLink, addTable, defineMasters, sharedLegend } from "./slides/frame.js";
import { bubblesOf, ordered, withMended } from "./slides/mended.js";

const FONTS = { en: "Segoe UI", ja: "Yu Gothic" };

const colourOf = ({ colour, look }) => (look === "float" ? "transparent" : colour.replace("#", ""));

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
    chartArea: { roundedCorners: false },
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

/** Whether a bar would hide one that is drawn before it: within a longer one the shorter is seen, not the other way round. */
function hides(columns) {
  const [front, ...behind] = [...columns].reverse().filter(({ look }) => look !== "outline");
  return behind.some(({ values }) => values.some((value, index) => {
    const over = front.values[index];
    return value && over && Math.sign(value) === Math.sign(over) && Math.abs(over) > Math.abs(value);
  }));
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
    ...(chart.kind === "bars" ? { barOverlapPct: hides(columns) ? 45 : 100 } : {}),
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
