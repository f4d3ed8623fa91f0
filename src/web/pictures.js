// Pictures of charts, loaded when a reader asks for one: the shapes of a plot as SVG, and SVG as PNG.

/** Coordinates: symbols are drawn in units that are scaled up, so they need their digits. */
const round = (number) => String(Math.round(number * 1e4) / 1e4);

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Takes the calls of a canvas and keeps them as the data of an SVG path. */
class Recorder {
  data = "";
  add(command, ...numbers) {
    this.data += command + numbers.map(round).join(" ");
  }
  moveTo(x, y) {
    this.add("M", x, y);
  }
  lineTo(x, y) {
    this.add("L", x, y);
  }
  bezierCurveTo(...numbers) {
    this.add("C", ...numbers);
  }
  quadraticCurveTo(...numbers) {
    this.add("Q", ...numbers);
  }
  rect(x, y, width, height) {
    this.add("M", x, y);
    this.add("h", width);
    this.add("v", height);
    this.add("h", -width);
    this.data += "Z";
  }
  arc(x, y, radius, start, end, anticlockwise) {
    this.ellipse(x, y, radius, radius, 0, start, end, anticlockwise);
  }
  ellipse(x, y, rx, ry, turn, start, end, anticlockwise) {
    const at = (angle) => {
      const [dx, dy] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      return [x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn)];
    };
    const whole = 2 * Math.PI;
    let sweep = anticlockwise ? start - end : end - start;
    sweep = Math.abs(sweep) >= whole - 1e-4 ? whole : ((sweep % whole) + whole) % whole;
    // An arc of SVG is less than a whole turn, so it is drawn in two.
    const half = (anticlockwise ? -1 : 1) * (sweep / 2);
    this.add(this.data && !this.data.endsWith("Z") ? "L" : "M", ...at(start));
    for (const angle of [start + half, start + 2 * half]) {
      const [ex, ey] = at(angle);
      this.data += `A${round(rx)} ${round(ry)} ${round((turn * 180) / Math.PI)} 0 ${anticlockwise ? 0 : 1} ${round(ex)} ${round(ey)}`;
    }
  }
  closePath() {
    this.data += "Z";
  }
}

/** Red, green, blue and what shows of them, or nothing where a colour has no such parts. */
function partsOf(colour) {
  const hex = /^#([\da-f]{6})([\da-f]{2})$/i.exec(colour);
  if (hex) return [...[0, 2, 4].map((at) => parseInt(hex[1].slice(at, at + 2), 16)), parseInt(hex[2], 16) / 255];
  return /^rgba?\(([^)]+)\)$/.exec(colour)?.[1].split(",").map(Number);
}

/** A colour as attributes: drawing programs know neither `rgba()` nor `#rrggbbaa`. */
function paint(name, colour, opacity) {
  if (colour == null || colour === "none" || colour === "transparent") return ` ${name}="none"`;
  const parts = partsOf(colour);
  const plain = parts ? `#${parts.slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join("")}` : colour;
  const alpha = (parts?.[3] ?? 1) * opacity;
  return ` ${name}="${escaped(plain)}"${alpha < 1 ? ` ${name}-opacity="${round(alpha)}"` : ""}`;
}

/** By how much an element enlarges its lines. */
const enlarged = ({ transform: t }) => (t ? Math.sqrt(Math.abs(t[0] * t[3] - t[2] * t[1])) : 1) || 1;

function dashes({ lineDash }, lineWidth) {
  if (!lineDash || lineDash === "solid") return "";
  const list = lineDash === "dashed" ? [4 * lineWidth, 2 * lineWidth] : lineDash === "dotted" ? [lineWidth] : [lineDash].flat();
  return ` stroke-dasharray="${list.map(round).join(" ")}"`;
}

const turned = ({ transform: t }) => (t ? ` transform="matrix(${t.map((n) => Math.round(n * 1e4) / 1e4).join(" ")})"` : "");

function pathData(element) {
  const path = element.path ?? (element.createPathProxy(), element.path);
  const proxy = new path.constructor();
  element.buildPath(proxy, element.shape, false);
  const recorder = new Recorder();
  proxy.rebuildPath(recorder, 1);
  return recorder.data;
}

function shape(element) {
  const data = pathData(element);
  const { style } = element;
  const opacity = style.opacity ?? 1;
  const width = (style.lineWidth ?? 1) / (style.strokeNoScale ? enlarged(element) : 1);
  const stroke = style.stroke != null && style.stroke !== "none" && width > 0;
  if (!data || opacity === 0 || (!stroke && (style.fill == null || style.fill === "none"))) return "";
  const line = stroke
    ? `${paint("stroke", style.stroke, opacity * (style.strokeOpacity ?? 1))} stroke-width="${round(width)}"${dashes(style, width)}` +
      (style.lineJoin ? ` stroke-linejoin="${style.lineJoin}"` : "") +
      (style.lineCap && style.lineCap !== "butt" ? ` stroke-linecap="${style.lineCap}"` : "")
    : "";
  return `<path d="${data}"${paint("fill", style.fill, opacity * (style.fillOpacity ?? 1))}${line}${turned(element)}/>\n`;
}

/** How far below the place of a word its baseline is, in parts of its size. */
const BASE = { top: 0.86, middle: 0.36, bottom: -0.14 };

/** Space between words of a line. */
const SPACE = 10;

/** Numbers at the ends of neighbouring axes that would run into one another keep to their own sides. */
function asides(elements) {
  const lines = new Map();
  for (const element of elements) {
    const { type, style } = element;
    if (type !== "tspan" || !style.text || style.textAlign !== "center") continue;
    const [x, y] = element.transformCoordToGlobal(style.x, style.y);
    const half = element.getBoundingRect().width / 2;
    const line = lines.get(Math.round(y)) ?? [];
    lines.set(Math.round(y), [...line, { element, left: x - half, right: x + half }]);
  }
  const aside = new Map();
  for (const line of lines.values()) {
    line.sort((one, other) => one.left - other.left);
    line.slice(1).forEach((word, index) => {
      const before = line[index];
      if (word.left - before.right >= SPACE) return;
      aside.set(before.element, "end");
      aside.set(word.element, "start");
    });
  }
  return aside;
}

function words(element, aside) {
  const { style } = element;
  if (!style.text) return "";
  const size = style.fontSize ?? Number(/([\d.]+)px/.exec(style.font)?.[1] ?? 12);
  const anchor = aside.get(element) ?? { center: "middle", right: "end", end: "end" }[style.textAlign];
  const y = style.y + (BASE[style.textBaseline] ?? 0) * size;
  return (
    `<text x="${round(style.x)}" y="${round(y)}" font-size="${round(size)}"${anchor ? ` text-anchor="${anchor}"` : ""}` +
    `${paint("fill", style.fill, style.opacity ?? 1)}${turned(element)}>${escaped(style.text)}</text>\n`
  );
}

/** The check sum of a chunk of PNG. */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Where the first chunk of a PNG, the header, ends. */
const HEADER = 33;

/** A chunk of PNG: its length, name, contents and check sum. */
function chunk(name, contents) {
  const content = new Uint8Array([...new TextEncoder().encode(name), ...contents]);
  const bytes = new Uint8Array(content.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length - 4);
  bytes.set(content, 4);
  view.setUint32(content.length + 4, crc(content));
  return bytes;
}

/** Pixels in a metre of a picture that is printed as large as a browser shows it. */
const PER_METRE = 96 / 0.0254;

/** Puts a description into a PNG, for a picture alone cannot carry a link, and the size that it is meant to have. */
function described(png, about, scale) {
  const text = new TextEncoder().encode(`Description\0\0\0\0\0${about}`);
  const size = new DataView(new ArrayBuffer(9));
  size.setUint32(0, Math.round(PER_METRE * scale));
  size.setUint32(4, Math.round(PER_METRE * scale));
  size.setUint8(8, 1);
  const chunks = [chunk("pHYs", new Uint8Array(size.buffer)), chunk("iTXt", text)];
  return new Blob([png.slice(0, HEADER), ...chunks, png.slice(HEADER)], { type: "image/png" });
}

/** What the Rust side calls (`src/web/export/script.rs`). */
globalThis.industry2040Pictures = {
  /** The shapes of a chart and the words at its axes as SVG elements with inline attributes. */
  shapes(chart) {
    const clips = new Map();
    let svg = "";
    const shown = chart.getZr().storage.getDisplayList(true).filter((element) => !element.ignore && !element.invisible);
    const aside = asides(shown);
    for (const element of shown) {
      const drawn = element.type === "tspan" ? words(element, aside) : element.buildPath ? shape(element) : "";
      const clip = drawn && element.__clipPaths?.at(-1);
      if (!clip) {
        svg += drawn;
        continue;
      }
      const data = pathData(clip);
      const key = data + turned(clip);
      if (!clips.has(key)) {
        clips.set(key, `clip-${clips.size}`);
        svg += `<clipPath id="${clips.get(key)}"><path d="${data}"${turned(clip)}/></clipPath>\n`;
      }
      svg += `<g clip-path="url(#${clips.get(key)})">${drawn}</g>\n`;
    }
    // Two pictures in one page must not cut each other: the names of what cuts are made from what is drawn.
    const mark = crc(new TextEncoder().encode(svg)).toString(36);
    return svg.replace(/(<clipPath id="|url\(#)clip-/g, `$1clip-${mark}-`);
  },

  /** A picture as PNG, `scale` pixels for each of its own, with a description. */
  png: (svg, width, height, scale, about) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onerror = () => reject(new Error("SVG"));
      image.onload = () => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [width * scale, height * scale];
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => (blob ? resolve(described(blob, about, scale)) : reject(new Error("PNG"))), "image/png");
      };
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    }),

  /** Puts a picture that is still being made on the clipboard; browsers want to hear of it at once. */
  copy: (blob) => navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]),
};
