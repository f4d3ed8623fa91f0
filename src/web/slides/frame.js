// What stands around the charts of a slide: title, measure, foot, link; and the title slide.

import { must } from "./must.js";
import { standardList, standardSlide } from "./standard.js";

export const INK = "1B1F24";
export const MUTED = "5B6570";
export const RULE = "E4E1D9";
export const LINK = "12436D";

/** The width of everything, in inches. */
export const WIDE = { x: 0.5, w: 12.33 };

const text = (font) => ({ ...WIDE, margin: 0, fontFace: font, valign: "top" });

/** Slides of figures, and the one before several: a title that outlines and screen readers know. */
export function defineMasters(pptx, font) {
  const title = (y, h, fontSize) => ({ placeholder: { options: { name: "title", type: "title", ...text(font), y, h, fontSize, bold: true, color: INK, align: "left" }, text: "" } });
  const slideNumber = { x: 11.83, y: 7.12, w: 1, h: 0.24, align: "right", margin: 0, fontFace: font, fontSize: 10, color: MUTED };
  pptx.defineSlideMaster({ title: "Figure", background: { color: "FFFFFF" }, slideNumber, objects: [title(0.4, 0.65, 26)] });
  pptx.defineSlideMaster({ title: "Title", background: { color: "FFFFFF" }, objects: [title(1.5, 0.9, 40)] });
}

/** The slide before several. */
export function addCover(pptx, cover, font) {
  const slide = pptx.addSlide({ masterName: "Title" });
  slide.addText(cover.title, { placeholder: "title" });
  slide.addText(cover.tagline, { ...text(font), y: 2.4, h: 0.5, fontSize: 18, color: MUTED });
  const chapters = cover.chapters.map((chapter) => ({ text: chapter, options: { breakLine: true } }));
  slide.addText(chapters, { ...text(font), y: 3.05, h: 1.9, fontSize: 16, color: INK, fit: "shrink" });
  slide.addText(cover.lines.join("\n"), { ...text(font), y: 5, h: 2, fontSize: cover.size, color: MUTED, fit: "shrink" });
  addLink(slide, cover, font);
  slide.addNotes(cover.notes);
}

/** Title and measure. */
export function addHead(slide, { title, measure, key }, font) {
  slide.addText(title, { placeholder: "title", fit: "shrink" });
  slide.addText(measure, { ...text(font), y: 1.08, h: 0.32, fontSize: 14, color: MUTED, fit: "shrink" });
  if (key) slide.addText(key, { ...text(font), y: 1.42, h: 0.26, fontSize: 11, color: MUTED, fit: "shrink" });
}

/** What stands under the charts. */
export function addFoot(slide, { foot }, font) {
  slide.addText(foot.text, { ...text(font), y: foot.y, h: foot.h, fontSize: foot.size, color: MUTED, fit: "shrink" });
}

/** What stands before a name in a legend of words. */
const SIGNS = { point: "◆", outline: "□", ghost: "- -", level: "–", edge: "···", inner: "- -", outer: "···" };

/** The legend of charts that have the same: once, as words under them. */
export function sharedLegend(charts) {
  if (charts.length < 2 || ["waterfall", "bubbles"].includes(charts[0].kind)) return null;
  const entries = charts.map(({ series }) => series.filter(({ legend }) => legend).map(({ name, colour, look }) => ({ name, colour, look })));
  const same = entries.every((one) => JSON.stringify(one) === JSON.stringify(entries[0]));
  return same && entries[0].length > 1 ? entries[0] : null;
}

/** Height that such a legend takes, in inches. */
export const LEGEND = 0.3;

export function addLegend(slide, entries, line, y, font) {
  const runs = entries.flatMap(({ name, colour, look }) => [
    { text: `${SIGNS[look] ?? (line ? "—" : "■")} `, options: { color: colour.replace("#", ""), bold: true } },
    { text: `${name}\u2003`, options: { color: INK } },
  ]);
  slide.addText(runs, { ...text(font), y, h: LEGEND, fontSize: 11, align: "center", valign: "middle", fit: "shrink" });
}

/** The link, at the lower edge whatever stands above it. */
export function addLink(slide, { link, linked }, font) {
  if (!link) return;
  slide.addText([{ text: linked, options: { hyperlink: { url: link }, color: LINK } }], { ...text(font), y: 7.12, h: 0.24, fontSize: 10 });
}

/** A result over two inputs as a table; the cell of the present scenario has a frame. */
export function addTable(slide, { table, room: [y, h] }, font) {
  const edge = (color, pt) => ({ type: "solid", color, pt });
  const [paper, frame] = [edge("FFFFFF", 1), edge(INK, 2.25)];
  const [column, row] = table.present;
  const border = (at, line) => {
    if (line < 0 || at < 0) return [paper, paper, paper, paper];
    // Neighbours share an edge, which is drawn once.
    const own = (other, edgeLine) => (other === column && edgeLine === row ? frame : paper);
    const me = at === column && line === row;
    return [me ? frame : own(at, line - 1), me ? frame : own(at + 1, line), me ? frame : own(at, line + 1), me ? frame : own(at - 1, line)];
  };
  const look = { fontFace: font, fontSize: 11, color: INK, margin: 0.04, valign: "middle" };
  const named = (words, align, at) => ({ text: words, options: { ...look, align, color: MUTED, border: border(-1, at) } });
  const rows = [
    [named(table.corner, "left", -1), ...table.columns.map((name) => named(name, "center", -1))],
    ...table.rows.map(({ name, cells }, line) => [
      named(name, "right", line),
      ...cells.map(({ text: words, fill }, at) => ({
        text: words,
        options: { ...look, align: "center", bold: at === column && line === row, fill: { color: fill.replace("#", "") }, border: border(at, line) },
      })),
    ]),
  ];
  const names = 3;
  const others = (WIDE.w - names) / table.columns.length;
  const first = 0.75;
  const height = Math.min(0.42, (h - 0.15 - first) / table.rows.length);
  slide.addTable(rows, { ...WIDE, y, colW: [names, ...table.columns.map(() => others)], rowH: [first, ...table.rows.map(() => height)] });
}

/** How the languages of the report are called in files. */
const TAGS = { en: "en-GB", ja: "ja-JP" };

const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** What the library writes without asking: the language, numbers of placeholders and shapes, words for tables. */
export function framed(xml, name, { lang, slides, cover }) {
  let mended = xml.replace(/\b(lang|altLang)="en-US"/g, `$1="${TAGS[lang]}"`);
  if (name === "ppt/presentation.xml") return standardList(mended);
  if (!/ppt\/slide(s|Layouts)\//.test(name)) return mended;
  // The title of a slide is the placeholder without a number.
  if (/slides\/slide/.test(name)) mended = must(mended, /(<p:ph)\s+idx="\d+"(\s+type="title")/g, "$1$2");
  let id = 1;
  mended = standardSlide(mended).replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`);
  const number = /slides\/slide(\d+)\.xml$/.exec(name)?.[1];
  const table = number && slides[number - (cover ? 2 : 1)]?.table;
  if (!table) return mended;
  const { title, measure } = slides[number - (cover ? 2 : 1)];
  const described = (head) => `${head} descr="${escaped(`${title}. ${measure}`)}"`;
  mended = must(mended, /<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="\d+" name="[^"]*"/, described);
  return must(mended, "<a:tblPr/>", '<a:tblPr firstRow="1" firstCol="1"/>');
}
