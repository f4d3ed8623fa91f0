// What the library of slides writes otherwise than the standard of the file format (ISO/IEC 29500) allows. LibreOffice
// overlooks it; PowerPoint may offer to repair the file. A browser test holds the files against Microsoft's validator.

import { must } from "./must.js";

const AXIS = /<c:(?:cat|val)Ax>\s*<c:axId val="(\d+)"/g;
const AXIS_OF_CHART = /<c:axId val="(\d+)"\/>(?!\s*<c:scaling>)/g;
const LINES = /<c:lineChart>.*?<\/c:lineChart>/gs;
const NUMBERS = /<c:valAx>.*?<\/c:valAx>/gs;

/** A chart refers to axes that there are: the library also names one of depth. */
function axesOf(xml) {
  const there = new Set([...xml.matchAll(AXIS)].map(([, id]) => id));
  return xml.replace(AXIS_OF_CHART, (axis, id) => (there.has(id) ? axis : ""));
}

/** Lines say how they stand to each other, know no other colour below zero, and tell their marks before their words. */
const lined = (xml) =>
  xml.replace(LINES, (lines) =>
    must(lines, "<c:lineChart>", '<c:lineChart><c:grouping val="standard"/>')
      .replace(/<c:invertIfNegative [^>]*\/>/g, "")
      .replace(/(<c:dLbls>(?:(?!<c:ser>).)*?<\/c:dLbls>)\s*(<c:marker>.*?<\/c:marker>)/gs, "$2$1"),
  );

/** The horizontal axis of bubbles has numbers, and nothing of an axis of names. */
const numbered = (xml) =>
  xml.replace(NUMBERS, (axis) =>
    axis.replace(/<c:auto [^>]*\/>\s*<c:lblAlgn [^>]*\/>\s*<c:noMultiLvlLbl [^>]*\/>/, '<c:crossBetween val="midCat"/>'),
  );

/** A chart as the standard has it. */
export const standardChart = (xml) => axesOf(lined(numbered(xml)));

/** The layout of a paragraph stands once, before its first words. */
const laidOutOnce = (paragraph) => {
  let first = true;
  return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (layout) => {
    const kept = first ? layout : "";
    first = false;
    return kept;
  });
};

/** A slide as the standard has it. */
export const standardSlide = (xml) => xml.replace(/<a:p>.*?<\/a:p>/gs, laidOutOnce);

/** The list of a presentation's parts as the standard has it: masters of notes come after those of slides. */
export function standardList(xml) {
  const notes = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s;
  const masters = notes.exec(xml)?.[0] ?? "";
  return xml.replace(notes, "").replace("</p:sldMasterIdLst>", `$&${masters}`);
}

/** The package as the standard has it: its list of types first and only of parts that there are, no entries for folders. */
export async function standardPackage(zip, JSZip) {
  const LIST = "[Content_Types].xml";
  const types = await zip.file(LIST).async("string");
  const there = (override, part) => (zip.file(part) ? override : "");
  const mended = new JSZip();
  mended.file(LIST, types.replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, there));
  for (const [name, part] of Object.entries(zip.files)) {
    if (!part.dir && name !== LIST) mended.file(name, part.async("uint8array"), { createFolders: false });
  }
  return mended.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}
