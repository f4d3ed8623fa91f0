// The report in three browsers: Chromium, Firefox ESR and WebKitGTK. What works in one must work in all of them.

import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import { expect, test, type Browser } from "@playwright/test";
import { KINDS, ofPage, open, type Hands } from "./driver";

const SLIDER = '#assumptions [data-param="reshoring.share"] input[type="range"]';
const FIELD = '#assumptions [data-param="reshoring.share"] input[type="text"]';
const MARKET = '[data-output="tam.new_market"] .number';

/** With everything asked for, a browser that is missing is a failure; else it is left out. */
const ALL = process.env.REPORT_TESTS === "all";

/** What stands at a place; nothing where there is none. */
const text = (hands: Hands, place: string) => hands.run((place) => document.querySelector(place)?.textContent ?? "", place);
const value = (hands: Hands, place: string) => hands.run((place) => document.querySelector<HTMLInputElement>(place)?.value ?? "", place);
const hash = (hands: Hands) => hands.run(() => location.hash);

/** Opens a link afresh, listens for errors from then on, and waits for the first heading. */
async function visit(hands: Hands, address: string) {
  await hands.go("about:blank");
  await hands.go(address);
  await expect.poll(() => text(hands, "h1"), { timeout: 30_000 }).not.toBe("");
  await hands.run(() => {
    const errors: string[] = ((globalThis as any).errors = []);
    addEventListener("error", ({ message }) => errors.push(message));
    addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => errors.push(`${violatedDirective}: ${blockedURI}`));
    return 0;
  });
}

const noErrors = async (hands: Hands) => expect(await hands.run(() => (globalThis as any).errors)).toEqual([]);

/** Whether anything has been drawn on the canvas of a figure. */
const drawn = (hands: Hands, figure: string) =>
  hands.run((figure) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`${figure} canvas`);
    if (!canvas) return false;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((byte) => byte !== 0);
  }, figure);

/** Keeps what the page hands over as files, with their names, instead of saving them. */
function keepFiles() {
  const page = globalThis as any;
  const saved: { blob: Blob; name: string }[] = (page.saved = []);
  const { createObjectURL } = page.URL;
  page.URL.createObjectURL = (blob: Blob) => {
    saved.push({ blob, name: "" });
    return createObjectURL.call(page.URL, blob);
  };
  page.HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    saved.at(-1)!.name = this.download;
  };
  return 0;
}

/** A file that was kept: its name, and its bytes as a data address. */
async function readFile(index: number): Promise<[string, string]> {
  const { blob, name } = (globalThis as any).saved[index];
  const reader = new FileReader();
  const read = new Promise((done) => reader.addEventListener("load", done));
  reader.readAsDataURL(blob);
  await read;
  return [name, reader.result as string];
}

/** Goes through the chunks of a PNG file: each says its length and is followed by its checksum, the last is IEND. */
function isPng(bytes: Buffer) {
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const kinds: string[] = [];
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    kinds.push(bytes.toString("latin1", at + 4, at + 8));
    expect(crc32(bytes.subarray(at + 4, end)), `checksum of ${kinds.at(-1)}`).toBe(bytes.readUInt32BE(end));
    at = end + 4;
  }
  expect([kinds[0], kinds.at(-1)]).toEqual(["IHDR", "IEND"]);
  expect(kinds).toContain("IDAT");
}

/** A page on another origin with an embed in it, and the messages that it heard. */
async function hostPage(report: string, link: string) {
  const page = `<!doctype html><html lang="en"><title>Host</title><body>
    <iframe id="one" src="${report}${link}" width="700" height="500"></iframe>
    <script>heard = []; addEventListener("message", ({ data }) => data.industry2040 && heard.push(data));</script>
    <script src="${report}embed.js"></script>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(page));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

function suite(name: string, start: (browser: Browser) => Promise<Hands>) {
  test.describe(name, () => {
    test.describe.configure({ mode: "serial" });
    let hands: Hands;
    let report: string;

    test.afterAll(async () => hands?.close());

    test(`${name}: loads and draws`, async ({ baseURL, browser }) => {
      report = baseURL!;
      hands = await start(browser);
      await visit(hands, `${report}#/reshoring?lang=en`);
      expect(await text(hands, "h1")).toBe("Reshoring and autonomy");
      expect(await text(hands, MARKET)).toBe("$360 bn");
      await hands.run(() => document.querySelector("figure#market")!.scrollIntoView({ block: "center" }));
      await expect.poll(() => drawn(hands, "figure#market")).toBe(true);
      await noErrors(hands);
      await writeFile(test.info().outputPath(`${name}.png`), await hands.picture());
    });

    test(`${name}: an input moves by mouse and keys, and what rests on it follows`, async () => {
      await hands.drag(SLIDER, 0.98, 0.5);
      await expect.poll(() => value(hands, FIELD)).toMatch(/^(4[5-9]|5[0-5])$/);
      await expect.poll(() => text(hands, MARKET)).not.toBe("$360 bn");
      await expect.poll(() => hash(hands)).toContain("reshoring.share=");
      const before = Number(await value(hands, FIELD));
      await hands.run((place) => document.querySelector<HTMLElement>(place)!.focus(), SLIDER);
      await hands.press("ArrowLeft");
      await expect.poll(() => value(hands, FIELD)).toBe(String(before - 1));
    });

    test(`${name}: a value is typed, another is refused with its range`, async () => {
      await hands.type(FIELD, "60%");
      await expect.poll(() => value(hands, SLIDER)).toBe("60");
      await expect.poll(() => hash(hands)).toMatch(/\?lang=en&reshoring\.share=60$/);
      await hands.type(FIELD, "plenty");
      const message = '#assumptions [data-param="reshoring.share"] [role="alert"]';
      await expect.poll(() => text(hands, message)).toContain("“plenty” is not accepted; enter a number from 0 to 100%");
      await hands.type(FIELD, "60");
      await expect.poll(() => text(hands, message)).toBe("");
    });

    test(`${name}: undo and the browser's own way back`, async () => {
      await hands.type('#assumptions [data-param="labour.productivity_growth"] input[type="text"]', "1");
      await expect.poll(() => hash(hands)).toContain("labour.productivity_growth=1.00");
      await hands.click('//*[contains(@class, "steps")]//button[normalize-space()="Undo"]');
      await expect.poll(() => hash(hands)).toMatch(/\?lang=en&reshoring\.share=60$/);
      await hands.back();
      await expect.poll(() => value(hands, FIELD)).not.toBe("60");
    });

    test(`${name}: a link brings back what was set`, async () => {
      await visit(hands, `${report}#/reshoring/labour?lang=en&reshoring.share=40&nonsense=1`);
      expect(await value(hands, FIELD)).toBe("40");
      expect(await text(hands, ".issues p")).toContain("“nonsense” is not an input of the model");
      await expect.poll(() => hands.run(() => Math.abs(document.querySelector("#labour")!.getBoundingClientRect().top) < 200)).toBe(true);
      await noErrors(hands);
    });

    test(`${name}: the language switches`, async () => {
      await hands.click('//header//button[normalize-space()="日本語"]');
      await expect.poll(() => hands.run(() => document.documentElement.lang)).toBe("ja");
      await expect.poll(() => text(hands, "h1")).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      await hands.click('//header//button[normalize-space()="English"]');
      await expect.poll(() => text(hands, "h1")).toBe("Reshoring and autonomy");
    });

    test(`${name}: a figure has a table, and a number its explanation`, async () => {
      await hands.click('//figure[@id="market"]//button[normalize-space()="Table"]');
      await expect.poll(() => hands.run(() => document.querySelectorAll("figure#market tbody tr").length)).toBe(16);
      await hands.click('[data-output="tam.new_market"] .number');
      await expect.poll(() => text(hands, "#explain-title")).toBe("New market, four regions, 2040");
      await hands.press("Escape");
      await expect.poll(() => hands.run(() => document.querySelector("dialog[open]") === null)).toBe(true);
      await noErrors(hands);
    });

    test(`${name}: a figure is saved as picture, drawing and table`, async () => {
      await visit(hands, `${report}#/reshoring?lang=en&reshoring.share=40`);
      await hands.run(keepFiles);
      await hands.click('//figure[@id="market"]//button[normalize-space()="Export"]');
      const saved = async (button: string, count: number) => {
        await hands.click(`//dialog[contains(@class, "export")]//button[normalize-space()="${button}"]`);
        await expect.poll(() => hands.run(() => (globalThis as any).saved.length), { timeout: 30_000 }).toBe(count);
        const [name, address] = await hands.run(readFile, count - 1);
        return { name, bytes: Buffer.from(address.split(",")[1], "base64") };
      };
      const picture = await saved("Picture (PNG)", 1);
      expect(picture.name).toBe("industry2040-reshoring-market-en-moved.png");
      isPng(picture.bytes);
      expect(picture.bytes.readUInt32BE(16)).toBe(1920);
      expect(picture.bytes.toString("utf8")).toContain("reshoring.share=40");

      const drawing = await saved("Drawing (SVG)", 2);
      expect(drawing.name).toBe("industry2040-reshoring-market-en-moved.svg");
      const svg = drawing.bytes.toString("utf8");
      expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[\s>]/);
      expect(svg.trimEnd()).toMatch(/<\/svg>$/);
      expect(svg).toContain("reshoring.share=40");
      expect(svg).not.toMatch(/NaN|undefined/);

      const table = await saved("Table (CSV)", 3);
      expect(table.name).toBe("industry2040-reshoring-market-en-moved.csv");
      // The mark by which spreadsheets know the encoding.
      expect([...table.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = table.bytes.toString("utf8").split("\r\n");
      // Year and two series; words on what is marked stand in columns further right.
      const rows = lines.filter((line) => /^\d{4},/.test(line)).map((line) => line.split(",").slice(0, 3).map(Number));
      expect(rows.map(([year]) => year)).toEqual(Array.from({ length: 16 }, (_, at) => 2025 + at));
      expect(rows.flat().every(Number.isFinite)).toBe(true);
      expect(lines.join("\n")).toContain("reshoring.share=40");
      await hands.press("Escape");
      await noErrors(hands);
    });

    test(`${name}: every chapter arrives`, async () => {
      test.slow();
      for (const chapter of ["overview", "share", "sovereign", "work", "platforms", "evidence"]) {
        await visit(hands, `${report}#/${chapter}?lang=en`);
        expect(await text(hands, "article")).not.toMatch(/NaN|undefined|Infinity/);
        await noErrors(hands);
      }
    });

    test(`${name}: an embed on another origin hears its host and tells it`, async () => {
      const host = await hostPage(report, "#/reshoring?lang=en&embed=market&inputs=reshoring.share");
      try {
        await hands.go(host.address);
        const heard = (type: string) => hands.run((type) => (globalThis as any).heard.filter((it: any) => it.type === type), type);
        await expect.poll(async () => (await heard("ready")).length, { timeout: 30_000 }).toBe(1);
        await hands.run(() => {
          (globalThis as any).industry2040.set("one", { "reshoring.share": 30, "reshoring.nothing": 1 });
          return 0;
        });
        await expect.poll(async () => (await heard("change")).at(-1)?.inputs).toEqual({ "reshoring.share": 30 });
        expect((await heard("error"))[0].message).toContain("“reshoring.nothing” is not accepted");
        await expect.poll(async () => (await heard("height")).at(-1)?.height).toBeGreaterThan(300);
      } finally {
        host.close();
      }
    });

    test(`${name}: the single file opens from disk`, async () => {
      await visit(hands, `${pathToFileURL(resolve("dist-single/industry2040.html"))}#/reshoring?lang=en`);
      expect(await text(hands, MARKET)).toBe("$360 bn");
      await hands.type(FIELD, "50");
      await expect.poll(() => hash(hands)).toContain("reshoring.share=50");
      await hands.click('[data-output="tam.new_market"] .number');
      await expect.poll(() => text(hands, "#explain-title")).toBe("New market, four regions, 2040");
      await noErrors(hands);
    });
  });
}

suite("chromium", async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  return { ...ofPage(page), close: () => page.close() };
});

for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
  const there = KINDS[kind].programs.every(Boolean);
  if (there) suite(kind, () => open(kind));
  else
    test(kind, () => {
      test.skip(!ALL, `left out: ${KINDS[kind].missing} are not installed`);
      throw new Error(`please install ${KINDS[kind].missing}`);
    });
}
