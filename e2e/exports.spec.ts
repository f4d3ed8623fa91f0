// The dialog of exports: keys, narrow windows, and what does not arrive.

import { AxeBuilder } from "@axe-core/playwright";
import { MOVED, dialog, exporting, file } from "./exported";
import { expect, open, test } from "./page";

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

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
  await dialog(page).getByRole("button", { name: "Select all figures" }).click();
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

test("chapters whose lists are opened one after another all come, however long the first one takes", async ({ page }) => {
  await open(page, "./#/share?lang=en");
  await exporting(page, "sales");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*sovereign*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const list = (title: string) => dialog(page).locator("details.export-chapter").filter({ hasText: title });
  for (const title of ["Sovereign AI", "AI platforms"]) await list(title).locator("summary").click();
  await expect(list("AI platforms").getByRole("checkbox").first()).toBeVisible();
  await expect(list("Sovereign AI").getByRole("checkbox")).toHaveCount(0);
  // Meanwhile other things can be asked for.
  expect((await file(page, "Table (CSV)")).name).toBe("industry2040-share-sales-en.csv");
  release();
  await expect(list("Sovereign AI").getByRole("checkbox").first()).toBeVisible();
});

test("what does not load is told and can be tried again", async ({ page, watched }) => {
  await open(page, MOVED);
  await page.route("**/slides-*.js", (route) => route.abort());
  await exporting(page, "market");
  await dialog(page).getByRole("button", { name: "Slide (PPTX)" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("could not be loaded");
  watched.complaints.splice(0);
  await page.unroute("**/slides-*.js");
  // A server that answers with something else gives no slides either.
  await page.route("**/slides-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "// none" }));
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(dialog(page).getByRole("status")).toContainText("could not be loaded");
  await page.unroute("**/slides-*.js");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/slides-*.js", async (route) => {
    await held;
    await route.continue();
  });
  const coming = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("Preparing");
  await expect(dialog(page).getByRole("status")).toBeFocused();
  await expect(dialog(page).getByRole("progressbar")).toBeVisible();
  release();
  expect((await coming).suggestedFilename()).toBe("industry2040-reshoring-market-en-moved.pptx");
  await expect(dialog(page).getByRole("button", { name: "Try again" })).toBeHidden();
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
