// Tables of the documents: a line to open, a file a chapter, rows to find, both languages, narrow screens, a lost file.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, test, type Page } from "./page";

const FILE = /\/tables-reshoring-[0-9a-f]{16}\.json$/;

const listing = (page: Page, id: string) => page.locator(`details#${id}`);
const line = (page: Page, id: string) => listing(page, id).locator("summary");

/** The addresses of the tables files that the page has asked for. */
function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on("request", (request) => FILE.test(request.url()) && urls.push(request.url()));
  return urls;
}

test("tables load when the first is opened, once for the chapter", async ({ page }) => {
  const urls = asked(page);
  await open(page, "./#/reshoring?lang=en");
  await expect(line(page, "autonomy_cases")).toContainText("4 rows · Mizuho Industry Research 80, Reshoring and autonomy (2026)");
  expect(urls).toEqual([]);
  await line(page, "autonomy_cases").focus();
  await page.keyboard.press("Enter");
  const table = page.getByRole("table", { name: "Autonomy solutions in manufacturing" });
  await expect(table.getByRole("columnheader")).toHaveText(["Process", "Supplier", "User", "Solution", "Reported result"]);
  await expect(table.getByRole("rowheader")).toHaveText(["Product design", "Production design", "Manufacturing", "Maintenance"]);
  await expect(listing(page, "autonomy_cases").locator(".source")).toContainText("Section (in Japanese): 自律化ソリューション事例");
  await line(page, "us_security_moves").click();
  await expect(listing(page, "us_security_moves").getByRole("cell", { name: "5 December 2025" })).toBeVisible();
  expect(urls).toHaveLength(1);
});

test("a table follows the language and stays open", async ({ page }) => {
  const urls = asked(page);
  await open(page, "./#/reshoring?lang=en");
  await line(page, "us_security_moves").click();
  const table = listing(page, "us_security_moves").getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(["Field", "Date", "Move"]);
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(table.getByRole("columnheader")).toHaveText(["分野", "時期", "動き"]);
  await expect(table.getByRole("cell", { name: "2025年12月5日" })).toBeVisible();
  await expect(line(page, "us_security_moves")).toContainText("4件");
  expect(urls).toHaveLength(1);
});

test("words leave the rows that hold them, in any width and case", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en");
  await line(page, "reshoring_frame").click();
  const frame = listing(page, "reshoring_frame");
  const [rows, found] = [frame.locator("tbody tr"), frame.locator("output")];
  await expect(rows).toHaveCount(11);
  await expect(found).toHaveText("11 rows");
  for (const [words, count] of [["BARRIER", 2], ["ｐｈｙｓｉｃａｌ", 1], [" ai ", 2], ["nowhere", 0]] as const) {
    await frame.getByLabel("Find rows with").fill(words);
    await expect(found, words).toHaveText(`${count} of 11 rows`);
    await expect(rows, words).toHaveCount(count);
  }
  await page.getByRole("button", { name: "日本語" }).click();
  await frame.getByLabel("行を絞り込む").fill("障壁");
  await expect(found).toHaveText("11件中2件");
  await expect(frame.getByRole("rowheader")).toHaveText(["障壁", "障壁"]);
  await expect(line(page, "us_security_moves").locator("xpath=..").locator("input")).toHaveCount(0);
});

for (const lang of ["ja", "en"]) {
  test(`at 390 pixels rows are cards within the page, and axe finds nothing: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `./#/reshoring?lang=${lang}`);
    for (const summary of await page.locator("details.listing summary").all()) await summary.click();
    await expect(page.locator("details.listing table")).toHaveCount(await page.locator("details.listing").count());
    const cells = await page.locator("#autonomy_cases tbody tr").first().locator("td").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    expect(new Set(cells).size, "cells under each other").toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const { violations } = await new AxeBuilder({ page }).include("details.listing").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
}

test("a file that does not come leaves a reason, and another try brings it", async ({ page, watched }) => {
  let answer: number | "nothing" = 503;
  await page.route(FILE, (route) => (answer === "nothing" ? route.abort() : answer === 200 ? route.continue() : route.fulfill({ status: answer })));
  await open(page, "./#/reshoring?lang=en");
  await line(page, "tam_components").click();
  const tam = listing(page, "tam_components");
  const state = tam.locator(".listing-state");
  await expect(state).toHaveText("The table could not be loaded: the server answered 503.");
  answer = "nothing";
  await tam.getByRole("button", { name: "Try again" }).click();
  await expect(state).toHaveText("The table could not be loaded: the server cannot be reached.");
  await expect(line(page, "tam_components")).toBeFocused();
  answer = 200;
  await tam.getByRole("button", { name: "Try again" }).click();
  await expect(tam.getByRole("table")).toContainText("Reshoring CAPEX");
  await expect(state).toBeEmpty();
  expect(watched.complaints.splice(0).join()).toMatch(/503: .*tables-reshoring/);
});
