// What is written at the points of a series: words that stay, or the cells of a column in the sheet.

import { INK } from "./frame.js";
import { must } from "./must.js";

const WORDS = /<c:dLbls>.*?<\/c:dLbls>/s;
const SIZE = 900;
const FLAGS = ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"];

const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const shown = (of) => FLAGS.map((flag) => `<c:show${flag} val="${of(flag)}"/>`).join("");
const letters = `<a:solidFill><a:srgbClr val="${INK}"/></a:solidFill>`;
const paper = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="75000"/></a:srgbClr></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>';
const none = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>";
const look = `<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${SIZE}">${letters}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

/** Words at points, on the side of each that has more room. */
export function worded(series, labels) {
  const one = (words, index) => {
    if (!words) return "";
    const place = index < labels.length / 2 ? "r" : "l";
    const rich = `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${SIZE}">${letters}</a:defRPr></a:pPr><a:r><a:rPr lang="en-US" sz="${SIZE}">${letters}</a:rPr><a:t>${escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>`;
    return `<c:dLbl><c:idx val="${index}"/>${rich}${paper}<c:dLblPos val="${place}"/>${shown((flag) => (flag === "Val" ? 1 : 0))}</c:dLbl>`;
  };
  return must(series, WORDS, `<c:dLbls>${labels.map(one).join("")}${none}${look}${shown(() => 0)}</c:dLbls>`);
}

// Extensions of Office 2013: words of labels that are cells.
const C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"';
const OF_LABEL = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
const OF_SERIES = "{02D57815-91ED-43cb-92C2-25804820EDAC}";

/** Cells of a column over the points. Programs that do not know them show the words kept beside. */
export function celled(series, labels, column) {
  const one = (words, index) => {
    if (!words) return "";
    const id = `{0A5C2040-0000-4000-8000-${String(index + 1).padStart(12, "0")}}`;
    const field = `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:fld id="${id}" type="CELLRANGE"><a:rPr lang="en-US" sz="${SIZE}">${letters}</a:rPr><a:pPr/><a:t>${escaped(words)}</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p></c:rich></c:tx>`;
    const kept = `<c:extLst><c:ext uri="${OF_LABEL}" ${C15}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`;
    return `<c:dLbl><c:idx val="${index}"/>${field}${none}<c:dLblPos val="t"/>${shown(() => 0)}${kept}</c:dLbl>`;
  };
  const all = `<c:extLst><c:ext uri="${OF_LABEL}" ${C15}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`;
  const words = `<c:dLbls>${labels.map(one).join("")}${none}${look}<c:dLblPos val="t"/>${shown(() => 0)}${all}</c:dLbls>`;
  const points = labels.map((label, index) => (label ? `<c:pt idx="${index}"><c:v>${escaped(label)}</c:v></c:pt>` : "")).join("");
  const range = `<c15:datalabelsRange><c15:f>Sheet1!$${column}$2:$${column}$${labels.length + 1}</c15:f><c15:dlblRangeCache><c:ptCount val="${labels.length}"/>${points}</c15:dlblRangeCache></c15:datalabelsRange>`;
  return must(must(series, WORDS, () => words), "</c:ser>", () => `<c:extLst><c:ext uri="${OF_SERIES}" ${C15}>${range}</c:ext></c:extLst></c:ser>`);
}
