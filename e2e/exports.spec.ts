// What readers take away: every kind of file is downloaded and read.

import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { expect, open, test, type Page } from "./page";

const dialog = (page: Page) => page.locator("dialog.export");

/** Opens the dialog of a figure. */
async function exporting(page: Page, figure: string, name = "Export") {
  await page.locator(`figure#${figure}`).getByRole("button", { name, exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Presses a button of the dialog and reads the file that comes. */
async function file(page: Page, button: string) {
  const coming = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: button, exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The files of a ZIP archive as text. */
const unzip = (bytes: Buffer) => new Map([...unzipped(bytes)].map(([name, data]) => [name, data.toString("utf8")]));

/** The files of a ZIP archive. */
function unzipped(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 8 ? inflateRawSync(data) : data);
    at += 46 + name + extra + comment;
  }
  return files;
}

const MOVED = "./#/reshoring?lang=en&macro.fx=120&reshoring.share=80";

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

test("a picture has twice the pixels, and stands on the paper of the page", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, MOVED);
    await exporting(page, "market");
    const { name, bytes } = await file(page, "Picture (PNG)");
    expect(name).toBe("industry2040-reshoring-market-en-moved.png");
    expect(bytes.readUInt32BE(16)).toBe(1920);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(800);
    const told = bytes.toString("utf8");
    expect(told).toContain("iTXtDescription");
    // Two pixels where print has one of 96 to the inch.
    expect(bytes.readUInt32BE(bytes.indexOf("pHYs") + 4)).toBe(7559);
    expect(told).toContain("reshoring.share=80");
    const corner = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.getContext("2d")!.drawImage(image, 0, 0);
      return [...canvas.getContext("2d")!.getImageData(4, 4, 1, 1).data];
    }, bytes.toString("base64"));
    expect(corner[0]).toBeCloseTo(colorScheme === "light" ? 251 : 16, -1);
    await page.keyboard.press("Escape");
  }
});

test("a drawing has its words as text, its looks as attributes and nothing from elsewhere", async ({ page }) => {
  for (const [lang, changed] of [["en", "Exchange rate: 120 JPY per USD (base case 150 JPY per USD)"], ["ja", "為替レート：120円／ドル（基準ケース150円／ドル）"]]) {
    await open(page, MOVED.replace("lang=en", `lang=${lang}`));
    await exporting(page, "market", lang === "en" ? "Export" : "エクスポート");
    const svg = (await file(page, lang === "en" ? "Drawing (SVG)" : "図形（SVG）")).bytes.toString("utf8");
    const title = await page.locator("figure#market h3").textContent();
    // In a page of its own: Trusted Types let the report parse no text.
    const reader = await page.context().newPage();
    const read = await reader.evaluate((svg) => {
      const drawing = new DOMParser().parseFromString(svg, "image/svg+xml");
      return {
        broken: drawing.querySelector("parsererror")?.textContent,
        texts: [...drawing.querySelectorAll("text")].map((text) => text.textContent),
        shapes: drawing.querySelectorAll("path[fill], path[stroke]").length,
        foreign: drawing.querySelectorAll("style, script, image, use, foreignObject, [class], [style], [href]").length,
      };
    }, svg);
    await reader.close();
    expect(read.broken).toBeUndefined();
    expect(read.foreign).toBe(0);
    expect(read.shapes).toBeGreaterThan(10);
    expect(read.texts.join(" ")).toContain("2040");
    expect(read.texts.join("").replaceAll(" ", "")).toContain(title!.replaceAll(" ", ""));
    expect(svg).toContain(changed);
    expect(svg).toContain("reshoring.share=80");
    expect(svg).not.toMatch(/NaN|undefined|rgba/);
    await page.keyboard.press("Escape");
  }
});

test("table and data hold the numbers of the page with title, source, changed inputs and link", async ({ page }) => {
  await open(page, MOVED);
  await exporting(page, "market");
  const csv = (await file(page, "Table (CSV)")).bytes.toString("utf8");
  const remarks = csv.split("\r\n").filter((line) => /^\ufeff?"# /.test(line));
  const names = remarks.map((line) => line.replace(/^\ufeff?"# ([^:]+):.*/, "$1"));
  expect(names).toEqual(expect.arrayContaining(["Title", "Values", "Source", "Changed assumptions", "Link", "Version"]));
  const json = JSON.parse((await file(page, "Data (JSON)")).bytes.toString("utf8"));
  expect(json.title).toBe(await page.locator("figure#market h3").textContent());
  expect(json.changed).toEqual({ "macro.fx": 120, "reshoring.share": 80 });
  expect(json.link).toContain("#/reshoring/market?lang=en");
  const rows = csv.split("\r\n").filter((line) => /^\d{4},/.test(line));
  expect(rows.length).toBe(json.categories.length);
  const last = rows.at(-1)!.split(",").map(Number);
  expect(last[0]).toBe(2040);
  expect(last[1]).toBe(json.panels[0].series[0].values.at(-1));
});

test("slides hold native charts with the numbers, and notes", async ({ page }) => {
  await open(page, MOVED);
  await exporting(page, "market");
  const json = JSON.parse((await file(page, "Data (JSON)")).bytes.toString("utf8"));
  const { name, bytes } = await file(page, "Slide (PPTX)");
  expect(name).toBe("industry2040-reshoring-market-en-moved.pptx");
  const parts = unzip(bytes);
  const charts = [...parts.keys()].filter((part) => /ppt\/charts\/chart\d+\.xml/.test(part));
  expect(charts).toHaveLength(1);
  const chart = parts.get(charts[0])!;
  expect(chart).toContain('<c:grouping val="stacked"/>');
  const values = [...chart.matchAll(/<c:val>.*?<\/c:val>/gs)].map(([text]) => [...text.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)));
  const { series: shown, printed } = json.panels[0];
  // What the document prints is a series of points, the base case a dashed line.
  expect(values).toHaveLength(shown.length + 1 + printed.length);
  expect(chart).toContain("Total (base case)");
  expect(chart).toContain('<a:prstDash val="dash"/>');
  const base = json.panels[0].series.map(({ values, reference }: any) => reference ?? values);
  values[shown.length].forEach((value, index) => expect(value).toBeCloseTo(base.reduce((sum: number, series: number[]) => sum + series[index], 0), 9));
  expect(chart).toContain('<c:symbol val="diamond"/>');
  values.slice(0, shown.length).forEach((series, at) =>
    series.forEach((value, index) => expect(value).toBeCloseTo(json.panels[0].series[at].values[index], 9)),
  );
  const notes = parts.get("ppt/notesSlides/notesSlide1.xml")!;
  for (const words of ["Source", "Changed assumptions", "reshoring.share=80", "120 JPY per USD"]) expect(notes).toContain(words);

  await dialog(page).getByRole("button", { name: "All", exact: true }).click();
  const deck = unzip((await file(page, "Slides (PPTX)")).bytes);
  const slides = [...deck.keys()].filter((part) => /ppt\/slides\/slide\d+\.xml/.test(part));
  // A title slide stands before several.
  expect(slides).toHaveLength((await page.locator("figure").count()) + 1);
  expect(chartsOf(deck)).toBeGreaterThanOrEqual(slides.length - 1);
  const ids = await page.locator("figure").evaluateAll((figures) => figures.map(({ id }) => id));
  const links = ids.map((_, index) => /Target="([^"]*#[^"]*)"/.exec(deck.get(`ppt/slides/_rels/slide${index + 2}.xml.rels`)!)?.[1]);
  expect(links.map((link) => /#\/reshoring\/([^?]+)\?/.exec(link!)?.[1])).toEqual(ids);
  await dialog(page).getByRole("button", { name: "None", exact: true }).click();
  await dialog(page).getByRole("button", { name: "Slides (PPTX)", exact: true }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("Choose at least one.");
});

test("a waterfall on a slide is computed from signed contributions in its sheet", async ({ page }) => {
  await open(page, "./#/share?lang=ja&macro.fx=120");
  await exporting(page, "profit", "エクスポート");
  const json = JSON.parse((await file(page, "データ（JSON）")).bytes.toString("utf8"));
  const parts = unzipped((await file(page, "スライド（PPTX）")).bytes);
  const [chart] = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name)).map(([, data]) => data.toString());
  const [book] = [...parts].filter(([name]) => name.endsWith(".xlsx")).map(([, data]) => unzip(data));
  const sheet = book.get("xl/worksheets/sheet1.xml")!;
  const cell = (name: string) => new RegExp(`<c r="${name}">(?:<f>([^<]*)</f>)?<v>([^<]*)</v></c>`).exec(sheet);
  const { series } = json.panels[0];
  json.categories.forEach((_: string, index: number) => {
    const value = series.map(({ values }: any) => values[index]).find((value: number | null) => value !== null);
    expect(Math.sign(Number(cell(`B${index + 2}`)![2]))).toBe(Math.sign(value));
    expect(cell(`C${index + 2}`)![1]).toContain(`B${index + 2}`);
    expect(cell(`D${index + 2}`)![1]).toMatch(/^MAX\(0,MIN\(/);
  });
  expect(book.get("xl/sharedStrings.xml")).toContain("増減・合計（編集はこの列）");
  expect(chart).not.toContain("増減・合計（編集はこの列）");
  expect(chart).toContain("補助：柱の透明な土台");
  expect(chart).toContain("累計（基準ケース）");
});

const chartsOf = (parts: Map<string, string>) => [...parts.keys()].filter((part) => /ppt\/charts\/chart\d+\.xml/.test(part)).length;

test("every chapter becomes slides in both languages", async ({ page }) => {
  for (const [chapter, lang] of ["overview", "share", "sovereign", "work", "platforms"].flatMap((name) => [[name, "en"], [name, "ja"]])) {
    // Another fragment alone would not load the page anew.
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=${lang}`);
    const figure = await page.locator("figure").first().getAttribute("id");
    const say = (en: string, ja: string) => (lang === "en" ? en : ja);
    await exporting(page, figure!, say("Export", "エクスポート"));
    await dialog(page).getByRole("button", { name: say("All", "すべて選択"), exact: true }).click();
    const parts = unzip((await file(page, say("Slides (PPTX)", "選んだ図のスライド（PPTX）"))).bytes);
    expect(chartsOf(parts), chapter).toBeGreaterThan(0);
    for (const [name, text] of parts) if (/charts\/chart\d+\.xml/.test(name)) expect(text, `${chapter} ${name}`).not.toMatch(/NaN|undefined/);
    await page.keyboard.press("Escape");
  }
});

test("the workbook has formulas with their values, and the scenario is read back", async ({ page }) => {
  await open(page, MOVED);
  await exporting(page, "market");
  const parts = unzip((await file(page, "Workbook (XLSX)")).bytes);
  expect(parts.get("xl/workbook.xml")).toContain('name="reshoring_share"');
  const results = parts.get("xl/worksheets/sheet3.xml")!;
  const formulas = [...results.matchAll(/<f>([^<]+)<\/f><v>([^<]*)<\/v>/g)];
  expect(formulas.length).toBeGreaterThan(5000);
  expect(formulas.some(([, formula]) => formula.includes("reshoring_share"))).toBe(true);
  const inputs = parts.get("xl/worksheets/sheet2.xml")!;
  for (const part of ["<conditionalFormatting", "<autoFilter", "promptTitle="]) expect(inputs).toContain(part);
  expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/<f>SUM\('Inputs'![^<]*<\/f><v>2<\/v>/);
  const strings = parts.get("xl/sharedStrings.xml")!;
  for (const words of ["Changed assumptions", "How to use", "120 JPY per USD"]) expect(strings).toContain(words);

  const scenario = await file(page, "Inputs and results (JSON)");
  const json = JSON.parse(scenario.bytes.toString("utf8"));
  expect(json.format).toBe("industry2040/scenario");
  expect(json.inputs["macro.fx"]).toBe(120);
  expect(json.results["tam.new_market"].values.all["2040"]).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Reset all" }).click();
  await page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true }).click();
  await page.locator("#scenario-file").setInputFiles({ name: scenario.name, mimeType: "application/json", buffer: scenario.bytes });
  await expect(page.locator("dialog.bench .notice-line")).toContainText("applied");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("reshoring.share=80");
});

/** The boxes of a slide's shapes: their ends from the top in inches. */
const ends = (slide: string) => [...slide.matchAll(/<a:off x="\d+" y="(\d+)"\/>\s*<a:ext cx="\d+" cy="(\d+)"/g)].map(([, y, cy]) => (Number(y) + Number(cy)) / 914_400);

test("figures of several chapters become one deck with a title slide, titles, languages and words for charts", async ({ page }) => {
  await open(page, "./#/share?lang=ja&macro.fx=120");
  await exporting(page, "sales", "エクスポート");
  const other = dialog(page).locator("details.export-chapter").filter({ hasText: "ソブリンAI" });
  await other.locator("summary").click();
  await other.getByRole("checkbox").first().check();
  const { name, bytes } = await file(page, "選んだ図のスライド（PPTX）");
  expect(name).toBe("industry2040-slides-ja-moved.pptx");
  const deck = unzip(bytes);
  const slides = [1, 2, 3].map((number) => deck.get(`ppt/slides/slide${number}.xml`)!);
  expect(deck.has("ppt/slides/slide4.xml")).toBe(false);
  for (const words of ["産業2040", "日本企業のシェアと利益", "ソブリンAI", "変更した前提", "作成日"]) expect(slides[0]).toContain(words);
  for (const slide of slides) {
    expect(slide).toMatch(/<p:ph\s+type="title"/);
    expect(slide).not.toContain('lang="en-US"');
    expect(slide).toContain('lang="ja-JP"');
    expect(Math.max(...ends(slide))).toBeLessThanOrEqual(7.5);
    const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  const title = await page.locator("figure#sales figcaption h3").innerText();
  expect(/<p:graphicFrame>.*?descr="([^"]+)"/s.exec(slides[1])![1]).toContain(title);
  const core = deck.get("docProps/core.xml")!;
  expect(core).toContain("<dc:title>産業2040：日本企業のシェアと利益、ソブリンAI</dc:title>");
  expect(core + deck.get("docProps/app.xml")).not.toContain("PptxGenJS");
  expect(deck.get("ppt/slides/_rels/slide3.xml.rels")).toContain("#/sovereign/");
  await dialog(page).getByRole("button", { name: "全章の図を選択" }).click();
  await expect(dialog(page).locator("details.export-chapter summary").last()).toContainText("(");
  const { violations } = await new AxeBuilder({ page }).include("dialog.export").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("figures of chapters that do not load are told and can be tried again", async ({ page, watched }) => {
  await open(page, "./#/share?lang=en");
  await exporting(page, "sales");
  await page.route("**/*sovereign*.wasm", (route) => route.abort());
  const other = dialog(page).locator("details.export-chapter").filter({ hasText: "Sovereign AI" });
  await other.locator("summary").click();
  await expect(dialog(page).getByRole("status")).toContainText("could not be loaded");
  watched.complaints.splice(0);
  await page.unroute("**/*sovereign*.wasm");
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(other.getByRole("checkbox").first()).toBeVisible();
});

test("a dialog closed while chapters are on their way leaves the page as it was", async ({ page }) => {
  await open(page, "./#/share?lang=en");
  await exporting(page, "sales");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/\.wasm$/);
  await dialog(page).getByRole("button", { name: "Choose all chapters" }).click();
  await asked;
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  const arrived = page.waitForResponse(/\.wasm$/);
  release();
  await arrived;
  await page.waitForTimeout(500);
  await page.locator('#assumptions [data-param="macro.fx"]').getByRole("button", { name: /^Decrease/ }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("macro.fx=149");
});

test("the foot of a slide stays on it, and its link is one that programs take", async ({ page }) => {
  await open(page, MOVED);
  await exporting(page, "market");
  const { parameters } = JSON.parse((await file(page, "Inputs and results (JSON)")).bytes.toString("utf8"));
  const far = Object.entries<{ base: number; min: number; max: number }>(parameters);
  const pin = far.map(([id, { base, min, max }]) => `*${id}*${base === max ? min : max}`).join("");
  await page.goto("about:blank");
  await open(page, `${MOVED}&pin=${encodeURIComponent(`A long comparison${pin}`)}`);
  await expect.poll(() => page.evaluate(() => location.hash.length)).toBeGreaterThan(2_100);
  await exporting(page, "market");
  const deck = unzip((await file(page, "Slide (PPTX)")).bytes);
  const slide = deck.get("ppt/slides/slide1.xml")!;
  expect(Math.max(...ends(slide))).toBeLessThanOrEqual(7.5);
  const link = /Target="(http[^"]*#[^"]*)"/.exec(deck.get("ppt/slides/_rels/slide1.xml.rels")!)![1];
  expect(link.length).toBeLessThan(2_080);
  expect(link).toContain("reshoring.share=80");
  expect(slide).toContain("industry2040 (without the scenario compared with");
});

test("a result over two inputs is a table on a slide, cells in a drawing, and named in a file", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  await page.getByRole("tab", { name: "Two inputs" }).click();
  const figure = page.locator("#figure-two-way");
  await expect(figure.locator("table.heat tbody tr")).toHaveCount(9);
  const cells = await figure.locator("table.heat td").allInnerTexts();
  await figure.getByRole("button", { name: "Export", exact: true }).click();
  const deck = unzip((await file(page, "Slide (PPTX)")).bytes);
  const slide = deck.get("ppt/slides/slide1.xml")!;
  expect(chartsOf(deck)).toBe(0);
  expect(slide.match(/<a:tr /g)).toHaveLength(10);
  expect(slide).toMatch(/<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="\d+" name="[^"]*" descr="[^"]+"/);
  const svg = (await file(page, "Drawing (SVG)")).bytes.toString("utf8");
  expect(svg.match(/<rect/g)).toHaveLength(83);
  const plain = (words: string) => words.split("(")[0].trim();
  for (const cell of cells.map(plain)) expect(svg).toContain(`>${cell}</text>`);
  const csv = (await file(page, "Table (CSV)")).bytes.toString("utf8");
  const across = await page.locator("#input-across option:checked").innerText();
  const down = await page.locator("#input-down option:checked").innerText();
  const rows = csv.split("\n").filter((line) => line.startsWith(across));
  expect(rows).toHaveLength(9);
  expect(csv.split(`${down} `).length).toBeGreaterThan(9);
  expect(csv).not.toMatch(/outlined|Press/);
  expect((await file(page, "Picture (PNG)")).bytes.readUInt32BE(16)).toBe(1920);
});

test("what is of the whole scenario can be had without a figure, from the chapter on evidence too", async ({ page }) => {
  await open(page, "./#/evidence?lang=en&macro.fx=120");
  await page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true }).click();
  await page.getByRole("button", { name: "Workbook, slides, print" }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole("heading", { name: "This figure" })).toHaveCount(0);
  const { bytes } = await file(page, "Workbook (XLSX)");
  expect(unzip(bytes).get("xl/workbook.xml")).toContain('name="macro_fx"');
  await dialog(page).getByRole("button", { name: "Choose all chapters" }).click();
  const summaries = dialog(page).locator("details.export-chapter summary");
  await expect(summaries.last()).toContainText("(");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Workbook, slides, print" })).toBeFocused();
});

test("a refused clipboard is told, an allowed one takes the picture", async ({ page, context, baseURL }) => {
  await open(page, MOVED);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Copy picture" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("refused the clipboard");
  await page.reload();
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL!).origin });
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Copy picture" }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("The picture is on the clipboard.");
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(types).toContain("image/png");
});

test("what does not load is told and can be tried again", async ({ page, watched }) => {
  await open(page, MOVED);
  await page.route("**/slides-*.js", (route) => route.abort());
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Slide (PPTX)" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("could not be loaded");
  watched.complaints.splice(0);
  await page.unroute("**/slides-*.js");
  const coming = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  expect((await coming).suggestedFilename()).toBe("industry2040-reshoring-market-en-moved.pptx");
  await expect(dialog(page).getByRole("button", { name: "Try again" })).toBeHidden();
});

test("chosen chapters are printed one after another, with the changed inputs", async ({ page }) => {
  await open(page, MOVED);
  await page.evaluate(() => {
    window.print = () => {
      const figures = [...document.querySelectorAll(".paper figure")];
      (globalThis as any).printed = {
        titles: [...document.querySelectorAll(".paper h1")].map((title) => title.textContent),
        head: document.querySelector(".paper-head")?.textContent,
        figures: figures.length,
        listed: [...document.querySelectorAll(".paper-list ol ol li")].map((figure) => figure.textContent),
        places: [...document.querySelectorAll(".paper-list a")].map((link) => document.querySelector(`${link.getAttribute("href")} h1`)?.textContent),
        drawn: figures.filter((figure) => figure.querySelector("canvas")).length,
        title: document.title,
        inputs: [...document.querySelectorAll(".paper .panel .inputs h3")].length,
        key: document.querySelector(".paper .origin-key")?.textContent,
        rows: document.querySelectorAll(".paper details.listing[open] tbody tr").length,
        closed: document.querySelectorAll(".paper details.listing:not([open])").length,
      };
      dispatchEvent(new Event("afterprint"));
    };
  });
  await exporting(page, "market");
  await dialog(page).getByRole("checkbox", { name: "Sovereign AI" }).check();
  const title = await page.title();
  await dialog(page).getByRole("button", { name: "Print or save as PDF" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).printed)).toBeTruthy();
  const printed = await page.evaluate(() => (globalThis as any).printed);
  expect(printed.titles).toEqual(["Reshoring and autonomy", "Sovereign AI"]);
  expect(printed.head).toContain("Changed assumptions: Exchange rate: 120 JPY per USD");
  expect(printed.figures).toBeGreaterThan(8);
  expect(printed.drawn).toBe(printed.figures);
  // The contents lead to every chapter and name every figure as it reads now.
  expect(printed.places).toEqual(printed.titles);
  expect(printed.listed).toHaveLength(printed.figures);
  expect(printed.listed.every((title: string) => title.length > 10)).toBe(true);
  expect(printed.title).toMatch(/: Reshoring and autonomy, Sovereign AI$/);
  expect(await page.title()).toBe(title);
  expect(printed.inputs).toBeGreaterThan(4);
  expect(printed.key).toContain("calibrated");
  expect([printed.rows, printed.closed > 0]).toEqual([0, true]);
  // On paper nothing can be opened, so the reader may ask for everything open.
  await page.evaluate(() => delete (globalThis as any).printed);
  await dialog(page).getByRole("checkbox", { name: /^With the documents/ }).check();
  await dialog(page).getByRole("button", { name: "Print or save as PDF" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).printed?.closed), { timeout: 20_000 }).toBe(0);
  expect(await page.evaluate(() => (globalThis as any).printed.rows)).toBeGreaterThan(10);
  await expect(page.locator(".paper figure")).toHaveCount(0);
});

test("print says that nothing was changed, and remarks in Japanese have its colon", async ({ page }) => {
  await open(page, "./#/share?lang=ja");
  await page.evaluate(() => {
    window.print = () => {
      (globalThis as any).head = document.querySelector(".paper-head")?.textContent;
      dispatchEvent(new Event("afterprint"));
    };
  });
  await exporting(page, "sales", "エクスポート");
  await dialog(page).getByRole("button", { name: "印刷・PDF保存" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).head)).toContain("変更した前提：なし（基準ケース）");
  const csv = (await file(page, "表（CSV）")).bytes.toString("utf8");
  expect(csv).toContain("# 変更した前提：なし（基準ケース）");
  expect(csv).not.toMatch(/^\ufeff?"# [^：]*: /m);
});

test("the dialog is worked by keys and clean, wide and narrow, in both languages", async ({ page }) => {
  for (const [lang, name, width] of [["en", "Export", 1440], ["ja", "エクスポート", 390]] as const) {
    await page.setViewportSize({ width, height: 844 });
    await open(page, MOVED.replace("lang=en", `lang=${lang}`));
    const button = page.locator("figure#market").getByRole("button", { name, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include("dialog.export").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    const scrolls = await dialog(page).evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(scrolls, "nothing is cut off").toBe(false);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
  }
});

test("figures of the tools of analysis are exported like those of chapters", async ({ page }) => {
  await open(page, "./#/share?lang=en&reshoring.share=60");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  const tornado = page.locator("#figure-tornado");
  await expect(tornado).toBeVisible();
  await tornado.getByRole("button", { name: "Export", exact: true }).click();
  const { name, bytes } = await file(page, "Table (CSV)");
  expect(name).toBe("industry2040-analysis-tornado-en-moved.csv");
  const title = await tornado.locator("figcaption h3").innerText();
  expect(bytes.toString("utf8")).toContain(title);
  expect(bytes.toString("utf8")).toContain('"# Made with: Analysis › ');
  expect(bytes.toString("utf8")).toMatch(/"# Link: [^"]*&embed=tornado&result=/);
  const picture = await file(page, "Drawing (SVG)");
  expect(picture.bytes.toString("utf8")).toContain("<text");
  const slides = unzip((await file(page, "Slide (PPTX)")).bytes);
  expect([...slides.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
});

test("numbers of neighbouring axes stand apart in a drawing, and colours have six digits", async ({ page, context }) => {
  for (const [chapter, figure] of [["overview", "drivers"], ["work", "pay-exposure"]]) {
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=en`);
    await exporting(page, figure);
    const svg = (await file(page, "Drawing (SVG)")).bytes.toString("utf8");
    expect(svg).not.toMatch(/(fill|stroke)="#[\da-fA-F]{8}"/);
    const alone = await context.newPage();
    await alone.setContent(svg);
    const collisions = await alone.evaluate((figure) => {
      const texts = [...document.querySelectorAll("text")];
      const boxes = (of: Element[]) => of.map((text) => text.getBoundingClientRect());
      const pairs = (all: DOMRect[], apart: (a: DOMRect, b: DOMRect) => boolean) =>
        all.flatMap((a, at) => all.slice(at + 1).filter((b) => !apart(a, b))).length;
      // No two words touch; numbers of an axis keep a distance.
      const clear = (a: DOMRect, b: DOMRect) => a.right <= b.left || b.right <= a.left || a.bottom - 3 <= b.top || b.bottom - 3 <= a.top;
      const apart = (a: DOMRect, b: DOMRect) => a.right + 4 <= b.left || b.right + 4 <= a.left || Math.abs(a.top - b.top) > 2;
      const numbers = texts.filter((text) => /^[-−\d.,]+$/.test(text.textContent!));
      return pairs(boxes(texts), clear) + (figure === "drivers" ? pairs(boxes(numbers), apart) : 0);
    }, figure);
    await alone.close();
    expect(collisions, figure).toBe(0);
  }
});

test("files name the scenario that numbers are compared with", async ({ page }) => {
  await open(page, "./#/share?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true }).click();
  const bench = page.locator("dialog.bench");
  await bench.locator(".presets li").getByRole("button", { name: /^Compare with/ }).nth(1).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("&pin=");
  await bench.getByRole("button", { name: "Close" }).click();
  await exporting(page, "sales");
  const json = JSON.parse((await file(page, "Data (JSON)")).bytes.toString("utf8"));
  const csv = (await file(page, "Table (CSV)")).bytes.toString("utf8");
  expect(json.reference).not.toBe("Base case");
  const book = await file(page, "Workbook (XLSX)");
  expect(book.name).toBe("industry2040-workbook-en-compared.xlsx");
  const sheets = unzip(book.bytes);
  for (const name of ["Comparison", "Base case", "Compared with"]) expect(sheets.get("xl/workbook.xml")).toContain(`name="${name}"`);
  expect(sheets.get("xl/sharedStrings.xml")).toContain(`<t>${json.reference}</t>`);
  expect(csv).toContain(`# Compared with: ${json.reference}`);
  expect(csv).toContain(`(${json.reference}) [`);
  expect(csv).not.toContain("(Base case) [");
  const slide = unzip((await file(page, "Slide (PPTX)")).bytes);
  expect(slide.get("ppt/slides/slide1.xml")).toContain(`Dashed grey line: ${json.reference}`);
  const charts = [...slide].filter(([name]) => /charts\/chart\d+\.xml$/.test(name)).map(([, text]) => text);
  expect(charts.join("")).toContain(`Total (${json.reference})`);
});

test("a figure with the range of draws is exported with it", async ({ page }) => {
  await open(page, "./#/sovereign?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  const bench = page.locator("dialog.bench");
  await bench.getByRole("tab", { name: "Uncertainty" }).click();
  await bench.getByLabel("Show the range in the chapters’ figures").check();
  await bench.getByRole("button", { name: "Close" }).click();
  const cumulative = page.locator("figure#cumulative");
  await cumulative.scrollIntoViewIfNeeded();
  await expect(cumulative.locator(".subtitle")).toContainText("draws", { timeout: 20_000 });
  await exporting(page, "cumulative");
  const json = JSON.parse((await file(page, "Data (JSON)")).bytes.toString("utf8"));
  expect(json.measure).toContain("draws");
  expect(json.panels[0].series.length).toBeGreaterThan(1);
});

test("a scenario is exported under the name that the reader knows it by", async ({ page }) => {
  await open(page, "./#/share?lang=en&autonomy.adoption_2040=13.5");
  await exporting(page, "sales");
  const read = async () => JSON.parse((await file(page, "Inputs and results (JSON)")).bytes.toString("utf8"));
  expect((await read()).title).toBe("Half the adoption");
  expect((await file(page, "Table (CSV)")).bytes.toString("utf8")).toContain('"# Scenario: Half the adoption"');
  await page.goto("about:blank");
  await open(page, "./#/share?lang=en&autonomy.adoption_2040=13.6");
  await exporting(page, "sales");
  expect(await read()).not.toHaveProperty("title");
});

test("each figure of a tool has a file name of its own and says how it was made", async ({ page }) => {
  await open(page, "./#/sovereign?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  await page.locator("dialog.bench").getByRole("tab", { name: "Uncertainty" }).click();
  const names = [];
  for (const figure of ["histogram", "fan", "ranking"]) {
    const button = page.locator(`#figure-${figure}`).getByRole("button", { name: "Export", exact: true });
    if (figure === "fan" && !(await button.isVisible())) continue;
    await button.click();
    const { name, bytes } = await file(page, "Table (CSV)");
    names.push(name);
    expect(bytes.toString("utf8")).toMatch(/"# Made with: Analysis › Uncertainty, [\d,]+ draws, seed 2040"/);
    await page.keyboard.press("Escape");
  }
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toBe("industry2040-analysis-histogram-en.csv");
});

test("a writer that does not come is told once, and logs nothing", async ({ page, watched }) => {
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(error.message));
  await page.route(/split_writer|writer/, (route) => route.abort());
  await open(page, MOVED);
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Workbook (XLSX)" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("could not be loaded");
  expect(uncaught).toEqual([]);
  watched.complaints.splice(0);
});
