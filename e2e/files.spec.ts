// Numbers taken away: tables and data of a figure, the workbook and the file of the whole scenario.

import { MOVED, dialog, exporting, file, unzip } from "./exported";
import { expect, open, test } from "./page";

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

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
  const number = (cell: string) => (cell === "" ? null : Number(cell));
  const columns = json.panels[0].series.flatMap(({ values, reference }: any) => (reference ? [values, reference] : [values]));
  rows.forEach((row, index) => {
    const [year, ...cells] = row.split(",").map(number);
    expect(String(year)).toBe(String(json.categories[index]));
    expect(cells.slice(0, columns.length)).toEqual(columns.map((values: any) => values[index] ?? null));
  });
});

test("the workbook has formulas with their values, and the scenario is read back", async ({ page }) => {
  await open(page, MOVED);
  await exporting(page, "market");
  const parts = unzip((await file(page, "Workbook (XLSX)")).bytes);
  expect(parts.get("xl/workbook.xml")).toContain('name="reshoring_share"');
  const results = parts.get("xl/worksheets/sheet4.xml")!;
  const formulas = [...results.matchAll(/<f>([^<]+)<\/f><v>([^<]*)<\/v>/g)];
  expect(formulas.length).toBeGreaterThan(5000);
  expect(formulas.some(([, formula]) => formula.includes("reshoring_share"))).toBe(true);
  // Charts of the results by formula, with what these give.
  const charts = [...parts].filter(([name]) => /xl\/charts\/chart\d+\.xml$/.test(name)).map(([, chart]) => chart);
  expect(charts).toHaveLength(20);
  for (const chart of charts) {
    const drawn = chart.split("<c:val>").find((series) => series.includes("<c:f>Results!"))!;
    expect(drawn.split("</c:val>")[0].match(/<c:v>[-\d.eE]+<\/c:v>/g)!.length).toBe(Number(/<c:ptCount val="(\d+)"/.exec(drawn)![1]));
    expect(chart).toContain("<c:v>Now (follows the inputs)</c:v>");
  }
  const inputs = parts.get("xl/worksheets/sheet2.xml")!;
  for (const part of ["<conditionalFormatting", "<autoFilter", "promptTitle="]) expect(inputs).toContain(part);
  expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(/<f>COUNTIF\('Inputs'![^<]*<\/f><v>2<\/v>/);
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

test("what is of the whole scenario can be had without a figure, from the chapter on evidence too", async ({ page }) => {
  await open(page, "./#/evidence?lang=en&macro.fx=120");
  await page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true }).click();
  await page.getByRole("button", { name: "Workbook, slides, print" }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole("heading", { name: "This figure" })).toHaveCount(0);
  const { bytes } = await file(page, "Workbook (XLSX)");
  expect(unzip(bytes).get("xl/workbook.xml")).toContain('name="macro_fx"');
  await dialog(page).getByRole("button", { name: "Select all figures" }).click();
  const summaries = dialog(page).locator("details.export-chapter summary");
  await expect(summaries.last()).toContainText("(");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Workbook, slides, print" })).toBeFocused();
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
  await open(page, "./#/share?lang=en");
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  await page.locator("dialog.bench").getByRole("tab", { name: "Uncertainty" }).click();
  const names = [];
  for (const figure of ["histogram", "fan", "ranking"]) {
    await page.locator(`#figure-${figure}`).getByRole("button", { name: "Export", exact: true }).click();
    const { name, bytes } = await file(page, "Table (CSV)");
    names.push(name);
    expect(bytes.toString("utf8")).toMatch(/"# Made with: Analysis › Uncertainty, [\d,]+ draws, seed 2040"/);
    await page.keyboard.press("Escape");
  }
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toBe("industry2040-analysis-histogram-en.csv");
});
