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

/** A colour as attributes: drawing programs do not know `rgba()`. */
function paint(name, colour, opacity) {
  if (colour == null || colour === "none" || colour === "transparent") return ` ${name}="none"`;
  const parts = /^rgba?\(([^)]+)\)$/.exec(colour)?.[1].split(",").map(Number);
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

function words(element) {
  const { style } = element;
  if (!style.text) return "";
  const size = style.fontSize ?? Number(/([\d.]+)px/.exec(style.font)?.[1] ?? 12);
  const anchor = { center: "middle", right: "end", end: "end" }[style.textAlign];
  const y = style.y + (BASE[style.textBaseline] ?? 0) * size;
  return (
    `<text x="${round(style.x)}" y="${round(y)}" font-size="${round(size)}"${anchor ? ` text-anchor="${anchor}"` : ""}` +
    `${paint("fill", style.fill, style.opacity ?? 1)}${turned(element)}>${escaped(style.text)}</text>\n`
  );
}

/** What the Rust side calls (`src/web/export/script.rs`). */
globalThis.industry2040Pictures = {
  /** The shapes of a chart and the words at its axes as SVG elements with inline attributes. */
  shapes(chart) {
    const clips = new Map();
    let svg = "";
    for (const element of chart.getZr().storage.getDisplayList(true)) {
      if (element.ignore || element.invisible) continue;
      const drawn = element.type === "tspan" ? words(element) : element.buildPath ? shape(element) : "";
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
    return svg;
  },

  /** A picture as PNG, `scale` pixels for each of its own. */
  png: (svg, width, height, scale) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onerror = () => reject(new Error("SVG"));
      image.onload = () => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [width * scale, height * scale];
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("PNG"))), "image/png");
      };
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    }),

  /** Puts a picture that is still being made on the clipboard; browsers want to hear of it at once. */
  copy: (blob) => navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]),
};
