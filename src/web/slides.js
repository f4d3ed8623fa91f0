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

const colourOf = ({ colour }) => colour?.replace("#", "") ?? "transparent";

/** Digits after the point that values of this size need. */
function format(values) {
  const largest = Math.max(...values.flat().map((value) => Math.abs(value ?? 0)));
  return largest >= 20 ? "#,##0" : largest >= 2 ? "0.0" : "0.00";
}

/** Where the chart of a number among several stands. */
function place(index, count) {
  const columns = count <= 1 ? 1 : count <= 4 ? 2 : 3;
  const rows = Math.ceil(count / columns);
  const [w, h] = [ROOM.w / columns, ROOM.h / rows];
  return { x: ROOM.x + (index % columns) * w, y: ROOM.y + Math.floor(index / columns) * h, w, h };
}

function looks(chart, font, small) {
  const size = small ? 10 : 12;
  const values = chart.series.map((series) => series.values);
  return {
    chartColors: chart.series.map(colourOf),
    catAxisLabelFontFace: font,
    catAxisLabelFontSize: size,
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
    showLegend: chart.kind !== "waterfall" && chart.series.length > 1,
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
  const options = { ...looks(chart, font, small), ...box };
  const rows = chart.series.map(({ name, values }) => ({ name, labels: chart.categories, values }));
  const every = Math.max(1, Math.ceil(chart.categories.length / (small ? 6 : 16)));
  const years = chart.categories.every((name) => /^\d{4}$/.test(name));
  if (years) options.catAxisLabelFrequency = every;
  if (chart.kind === "line") {
    const least = Math.min(...chart.series.flatMap(({ values }) => values.filter((value) => value !== null)));
    // Units whose zero means nothing.
    if (!chart.zero) options.valAxisMinVal = Math.floor(least);
    slide.addChart(pptx.charts.LINE, rows, { ...options, lineSize: 2.25, lineDataSymbol: "none", displayBlanksAs: "gap" });
  } else if (chart.kind === "bubbles") {
    const [across, up, size] = chart.series;
    const one = (name, at) => {
      const only = (values) => values.map((value, index) => (index === at ? value : null));
      return { name, values: only(up.values), sizes: only(size.values) };
    };
    const things = chart.categories.map(one);
    const data = [{ name: across.name, values: across.values }, ...things];
    const titles = { showCatAxisTitle: true, catAxisTitle: `${across.name} (${chart.units[0]})`, showValAxisTitle: true, valAxisTitle: `${up.name} (${chart.units[1]})` };
    const axes = { catAxisTitleFontFace: font, valAxisTitleFontFace: font, catAxisTitleFontSize: 11, valAxisTitleFontSize: 11 };
    const palette = ["12436D", "28A197", "C47F02", "8A5AA8", "B5532A", "4F84B3", "A9B0B8", "B0578D"];
    slide.addChart(pptx.charts.BUBBLE, data, { ...options, ...titles, ...axes, showLegend: true, chartColors: palette, chartColorsOpacity: 70 });
  } else {
    const bars = chart.kind === "bars";
    slide.addChart(pptx.charts.BAR, rows, {
      ...options,
      barDir: bars ? "bar" : "col",
      barGrouping: bars ? "clustered" : "stacked",
      barGapWidthPct: 45,
      ...(bars ? { barOverlapPct: 100, catAxisOrientation: "maxMin" } : {}),
    });
  }
}

function addSlide(pptx, { title, measure, charts, foot, link, notes }, font) {
  const slide = pptx.addSlide();
  const text = { x: 0.5, w: 12.33, margin: 0, fontFace: font, valign: "top" };
  slide.addText(title, { ...text, y: 0.4, h: 0.65, fontSize: 26, bold: true, color: INK, fit: "shrink" });
  slide.addText(measure, { ...text, y: 1.08, h: 0.4, fontSize: 14, color: MUTED });
  charts.forEach((chart, index) => add(slide, pptx, chart, place(index, charts.length), font, charts.length > 1));
  const lines = [{ text: foot, options: { breakLine: Boolean(link) } }];
  if (link) lines.push({ text: "industry2040", options: { hyperlink: { url: link }, color: "12436D" } });
  slide.addText(lines, { ...text, y: 6.4, h: 0.95, fontSize: 10, color: MUTED });
  slide.addNotes(notes);
}

const EMPTY_POINT = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
const EMPTY_CELL = /<c r="[A-Z]+\d+"[^>]*><v><\/v><\/c>/g;

/** Takes out values that do not exist: the library writes them as numbers without digits. */
async function withoutBlanks(file, pattern) {
  const zip = await JSZip.loadAsync(file);
  const entries = Object.values(zip.files).filter(({ name, dir }) => !dir && /(charts\/chart\d+\.xml|embeddings\/.*\.xlsx|sheet1\.xml)$/.test(name));
  for (const entry of entries) {
    const { name } = entry;
    if (name.endsWith(".xlsx")) zip.file(name, await withoutBlanks(await entry.async("uint8array"), EMPTY_CELL));
    else zip.file(name, (await entry.async("string")).replace(pattern, ""));
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
  const file = await withoutBlanks(await pptx.write({ outputType: "arraybuffer" }), EMPTY_POINT);
  return new Blob([file], { type: "application/vnd.openxmlformats-officedocument.presentationml.presentation" });
};
