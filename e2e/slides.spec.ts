// Figures taken away as slides with native charts.

import { AxeBuilder } from "@axe-core/playwright";
import { MOVED, chartsOf, dialog, exporting, file, unzip, unzipped } from "./exported";
import { expect, open, test } from "./page";

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

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
  for (const { label } of printed) expect(chart).toContain(`<a:t>${label}</a:t>`);
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
  expect(chart).toContain("補助：縦棒の透明な土台");
  expect(chart).toContain("累計（基準ケース）");
  // Every column has its number over it, from cells that follow the contributions.
  const [, column] = /<c15:f>Sheet1!\$([A-Z])\$2:/.exec(chart)!;
  json.categories.forEach((_: string, index: number) => expect(cell(`${column}${index + 2}`)![1]).toMatch(new RegExp(`^ROUND\\(B${index + 2},\\d\\)$`)));
  expect(chart.match(/type="CELLRANGE"/g)).toHaveLength(json.categories.length);
});

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

/** The series of all charts of a presentation, with their names. */
function seriesOf(parts: Map<string, string>) {
  const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  const series = charts.flatMap(([, chart]) => chart.match(/<c:ser>.*?<\/c:ser>/gs) ?? []);
  return series.map((text) => ({ name: /<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(text)?.[1] ?? "", text }));
}

test("series look on slides as they do on the page", async ({ page }) => {
  const taken = async (address: string, figure: string) => {
    await page.goto("about:blank");
    await open(page, address);
    await exporting(page, figure);
    return seriesOf(unzip((await file(page, "Slide (PPTX)")).bytes));
  };
  const of = (series: { name: string; text: string }[], name: RegExp) => series.filter((one) => name.test(one.name)).map(({ text }) => text);
  const [ghost] = of(await taken(MOVED, "market"), /^Total \(base case\)$/);
  expect(ghost).toContain('<a:srgbClr val="828487"/></a:solidFill><a:prstDash val="dash"/>');
  const outlines = of(await taken(MOVED, "deficits"), /\(base case\)$/);
  expect(outlines.length).toBeGreaterThan(0);
  for (const outline of outlines) expect(outline).toMatch(/<c:spPr><a:noFill\/><a:ln [^>]*>.*?<a:prstDash val="dash"\/>/s);
  const edges = of(await taken(MOVED, "workers"), /^Missing workers/);
  expect(edges.length).toBeGreaterThan(0);
  for (const edge of edges) expect(edge).toContain('<a:prstDash val="sysDot"/>');
  const [level] = of(await taken("./#/share?lang=en&macro.fx=120", "profit"), /^Sum so far \(base case\)$/);
  expect(level).toContain('<c:symbol val="dash"/>');
  await page.goto("about:blank");
  await open(page, "./#/share?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  await page.locator("dialog.bench").getByRole("tab", { name: "Uncertainty" }).click();
  await page.locator("#figure-fan").getByRole("button", { name: "Export", exact: true }).click();
  const fan = seriesOf(unzip((await file(page, "Slide (PPTX)")).bytes)).map(({ text }) => text);
  const dashed = (dash: string) => fan.filter((text) => text.includes(`<a:prstDash val="${dash}"/>`)).map((text) => /<a:srgbClr val="(\w+)"\/><\/a:solidFill><a:prstDash/.exec(text)![1]);
  const [inner, outer] = [dashed("sysDash"), dashed("sysDot")];
  expect([inner.length, outer.length]).toEqual([2, 2]);
  // The outer range is the lighter one.
  const light = (colour: string) => parseInt(colour.slice(0, 2), 16) + parseInt(colour.slice(2, 4), 16) + parseInt(colour.slice(4), 16);
  expect(light(outer[0])).toBeGreaterThan(light(inner[0]));
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
