// The report as one file, opened from disk without a network.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";

const FILE = resolve("dist-single/industry2040.html");

test.beforeAll(() => {
  expect(existsSync(FILE), "cargo xtask build --single-file").toBe(true);
});

test("the single file opens from disk without a network and does what the page does", async ({ browser }) => {
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => !/^(data:|file:|blob:)/.test(request.url()) && complaints.push(request.url()));
  const start = Date.now();
  await page.goto(`${pathToFileURL(FILE)}#/reshoring/market?lang=en`);
  await expect(page.locator("figure#market canvas")).toBeVisible();
  console.log(`  single file: ${(readFileSync(FILE).length / 1e6).toFixed(2)} MB, first figure after ${Date.now() - start} ms`);

  await page.locator('[data-output="tam.new_market"] .number').click();
  await expect(page.locator("#explain-title")).toHaveText("New market, four regions, 2040");
  await page.keyboard.press("Escape");
  await page.locator('#assumptions [data-param="reshoring.share"]').getByRole("button", { name: /^Decrease/ }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("reshoring.share=99");
  await page.locator("details.listing summary").first().click();
  await expect(page.locator("details.listing table td").first()).toBeVisible();
  await page.getByRole("link", { name: "Sovereign AI", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sovereign AI");
  await page.locator("figure").first().getByRole("button", { name: "Export" }).click();
  for (const kind of ["Drawing (SVG)", "Slide (PPTX)", "Workbook (XLSX)"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("dialog").getByRole("button", { name: kind }).click();
    expect(await (await download).path()).toBeTruthy();
  }
  const data = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Data (JSON)" }).click();
  const { link } = JSON.parse(readFileSync(await (await data).path(), "utf8"));
  expect(link).toMatch(/^industry2040\.html#\/sovereign\//);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  // The way to the file is nobody else's, in citations too.
  await page.goto(`${pathToFileURL(FILE)}#/evidence/cite?lang=en&reshoring.share=80`);
  await expect(page.locator(".citation .bibtex pre").last()).toContainText("url = {industry2040.html#/overview?lang=en&reshoring.share=80}");
  await page.goto(`${pathToFileURL(FILE)}#/sovereign?lang=en&reshoring.share=99`);

  // Another page cannot embed what lies on this machine.
  await page.locator("figure").first().getByRole("button", { name: "Embed" }).click();
  const dialog = page.locator("dialog.share");
  await expect(dialog).toContainText("opened from disk");
  await expect(dialog.locator("#share-html")).toBeHidden();
  await expect(dialog.locator("#share-link")).toBeHidden();
  await dialog.getByLabel("Address of the hosted copy").fill("https://example.org/report/#/share");
  await expect(dialog.locator("#share-link")).toHaveValue(/^https:\/\/example\.org\/report\/#\/sovereign\?.*embed=/);
  await expect(dialog.locator("#share-html")).toHaveValue(/https:\/\/example\.org/);
  expect(complaints).toEqual([]);
  await context.close();
});
