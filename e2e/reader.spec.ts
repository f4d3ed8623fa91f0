// What a reader does in the first chapter: move, type, reset, undo, ask, share, switch.

import type { Locator } from "@playwright/test";
import { RESHORING, expect, open, test, type Page } from "./page";

const panel = (page: Page, id: string) => page.locator(`#assumptions [data-param="${id}"]`);
const slider = (input: Locator) => input.locator('input[type="range"]');
const field = (input: Locator) => input.locator('input[type="text"]');
const market = (page: Page) => page.locator('[data-output="tam.new_market"]');
const hash = (page: Page) => page.evaluate(() => location.hash);

/** Moves a slider as dragging does: one event a value, then the end of the drag. */
async function drag(input: Locator, ...values: number[]) {
  await slider(input).evaluate((element: HTMLInputElement, values) => {
    for (const value of values) {
      element.value = String(value);
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }, values);
}

test.use({ locale: "en-GB" });

test("dragging moves result, figure, sentence and list of changes; the last value wins", async ({ page }) => {
  await open(page, RESHORING);
  const title = page.locator("figure#market h3");
  await expect(market(page).locator(".number")).toHaveText("$360 bn");
  await expect(title).toHaveText("Substitution overtakes reshoring in 2031");
  await drag(panel(page, "labour.productivity_growth"), 0.5, 1.5, 1);
  await expect(market(page).locator(".number")).toHaveText("$196 bn");
  await expect(market(page).locator(".change")).toHaveText("−$164 bn vs base case");
  await page.locator("figure#market").scrollIntoViewIfNeeded();
  await expect(title).toHaveText("Substitution overtakes reshoring in 2034");
  await expect(page.locator(".thesis")).toContainText("a new market opens: $196 bn");
  await expect(page.locator(".changes li")).toHaveText(/Labour productivity growth.*0.00% a year → 1.00% a year/);
  await expect(page.locator("[role=status]")).toHaveText(/^Labour productivity growth 1.00% a year\. New market, four regions, 2040: \$196 bn/);
});

test("headings of figures out of view follow inputs, currency and language, and charts when they come into view", async ({ page }) => {
  await open(page, RESHORING);
  const last = page.locator("figure#elsewhere");
  await expect(last.locator("h3")).toHaveText(/\$70\.6 bn/);
  await page.evaluate(() => scrollTo(0, 0));
  await field(panel(page, "reshoring.share")).fill("50");
  await field(panel(page, "reshoring.share")).press("Enter");
  await expect(last.locator("h3")).toHaveText(/\$35\.3 bn/);
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(last.locator("h3")).toHaveText(/353億ドル/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await last.scrollIntoViewIfNeeded();
  await expect(last.locator("canvas")).toBeVisible();
});

test("the focus stays where something was put back", async ({ page }) => {
  await open(page, `${RESHORING}?reshoring.share=40&labour.productivity_growth=1&macro.fx=120`);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).closest("[data-param]")?.getAttribute("data-param") ?? document.activeElement!.id);
  await panel(page, "reshoring.share").locator(".reset").focus();
  await page.keyboard.press("Enter");
  await expect(panel(page, "reshoring.share").locator(".reset")).toBeHidden();
  expect(await focused()).toBe("reshoring.share");
  await page.locator(".changes li .reset").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".changes li")).toHaveCount(1);
  expect(await focused()).toBe("changes-title");
  await page.getByRole("button", { name: "Reset all" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".changes li")).toHaveCount(0);
  expect(await focused()).toBe("changes-title");
});

test("a number between two steps is taken as the nearer one, and that is said", async ({ page }) => {
  await open(page, RESHORING);
  const input = panel(page, "reshoring.share");
  await field(input).fill("５０．７");
  await field(input).press("Enter");
  await expect(field(input)).toHaveValue("51");
  await expect(input.locator(".message").first()).toHaveText("Rounded to 51, the nearest value that this input takes.");
  await expect(field(input)).toHaveAttribute("aria-invalid", "false");
  await drag(input, 60);
  await expect(input.locator(".message").first()).toBeHidden();
});

test("the base case appears in a figure as soon as something differs, and leaves with the change", async ({ page }) => {
  await open(page, RESHORING);
  const key = page.locator("figure#market .ghost-key");
  await page.locator("figure#market").scrollIntoViewIfNeeded();
  await expect(key).toBeHidden();
  await drag(panel(page, "reshoring.share"), 50);
  await expect(key).toBeVisible();
  await panel(page, "reshoring.share").getByRole("button", { name: /^Reset/ }).click();
  await expect(key).toBeHidden();
  await expect(page.locator(".changes li")).toHaveCount(0);
});

test("steps and typed numbers set the value, in any spelling", async ({ page }) => {
  await open(page, RESHORING);
  const share = panel(page, "reshoring.share");
  await share.getByRole("button", { name: /^Decrease/ }).click();
  await expect(field(share)).toHaveValue("99");
  for (const [typed, taken] of [["50%", "50"], ["６０", "60"], [" 70 % ", "70"], ["80.4", "80"]]) {
    await field(share).fill(typed);
    await field(share).press("Enter");
    await expect(field(share), typed).toHaveValue(taken);
    await expect(slider(share), typed).toHaveValue(taken);
  }
});

test("a value that is not accepted is named, kept and does nothing", async ({ page }) => {
  await open(page, RESHORING);
  const share = panel(page, "reshoring.share");
  for (const typed of ["120", "plenty", ""]) {
    await field(share).fill(typed);
    await field(share).press("Enter");
    await field(share).blur();
    await expect(share.getByRole("alert"), typed).toHaveText(
      `Reshoring share: “${typed}” is not accepted; enter a number from 0 to 100%`,
    );
    await expect(field(share)).toHaveValue(typed);
    await expect(slider(share)).toHaveValue("100");
  }
  await slider(share).press("ArrowLeft");
  await expect(share.getByRole("alert")).toBeHidden();
  await expect(field(share)).toHaveValue("99");
});

test("reset all puts everything back", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=40&autonomy.adoption_2040=50");
  await expect(page.locator(".changes li")).toHaveCount(2);
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect(page.locator(".changes li")).toHaveCount(0);
  await expect(market(page).locator(".number")).toHaveText("$360 bn");
});

test("the link holds what differs, the language and the section; back and forward undo and redo", async ({ page }) => {
  await open(page, RESHORING);
  await drag(panel(page, "reshoring.share"), 90, 80);
  await expect.poll(() => hash(page)).toBe("#/reshoring?lang=en&reshoring.share=80");
  await drag(panel(page, "autonomy.adoption_2040"), 50);
  await expect.poll(() => hash(page)).toBe("#/reshoring?lang=en&reshoring.share=80&autonomy.adoption_2040=50.0");
  await page.goBack();
  await expect(field(panel(page, "autonomy.adoption_2040"))).toHaveValue("26.9");
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("80");
  await page.goBack();
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("100");
  await page.goForward();
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("80");
  await page.getByRole("link", { name: "Who will do the work" }).click();
  await expect.poll(() => hash(page)).toContain("/labour?lang=en");
  await expect(page.locator("h2#labour")).toBeInViewport();
  const link = page.url();
  await page.goto("about:blank");
  await open(page, link);
  await expect(page.locator("h2#labour")).toBeInViewport();
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("80");
});

test("the bad parts of a link are reported in one line, the rest applies", async ({ page }) => {
  await open(page, "./#/reshoring/nowhere?lang=en&reshoring.share=abc&foo=1&labour.productivity_growth=1&autonomy.speed=7");
  const line = page.locator(".issues p");
  await expect(line).toContainText("no section “nowhere”");
  await expect(line).toContainText("Reshoring share: “abc” is not accepted; enter a number from 0 to 100%");
  await expect(line).toContainText("“foo” is not an input of the model");
  await expect(line).toContainText("Autonomy adoption speed: “7” is not accepted; enter a number from 0.10 to 1.00");
  await expect(market(page).locator(".number")).toHaveText("$196 bn");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(line).toBeHidden();
});

test("a number tells its formula, what went in, what it rests on and where that comes from", async ({ page }) => {
  await open(page, RESHORING);
  await market(page).locator(".number").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText("New market, four regions, 2040");
  await expect(dialog.locator(".formula").first()).toHaveText("Reshoring CAPEX + Labour substitution");
  await expect(dialog.locator(".formula").nth(1)).toHaveText("$70.6 bn + $289 bn = $360 bn");
  await dialog.getByRole("button", { name: /Labour substitution, four regions/ }).click();
  await expect(dialog.locator(".formula").first()).toHaveText("United States + Western Europe + India + Japan");
  await dialog.getByRole("button", { name: /Labour substitution, India/ }).click();
  await expect(dialog.locator(".formula").first()).toContainText("Missing workers × Manufacturing wage");
  await dialog.getByRole("button", { name: /Manufacturing wage/ }).click();
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText("Manufacturing wage, India");
  await expect(dialog).toContainText("PLFS order of magnitude, formal and informal");
  await dialog.getByRole("button", { name: "Back" }).click();
  await dialog.getByRole("button", { name: /Autonomy adoption in 2040/ }).first().click();
  await expect(dialog).toContainText("calibrated: Mizuho Industry Research 80");
  await dialog.getByRole("button", { name: "Go to input" }).click();
  await expect(dialog).toBeHidden();
  await expect(slider(panel(page, "autonomy.adoption_2040"))).toBeFocused();
});

test("a button stays where it is while it is pressed again and again", async ({ page }) => {
  await open(page, RESHORING);
  const share = panel(page, "reshoring.share");
  const minus = share.getByRole("button", { name: /^Decrease/ });
  const box = (await minus.boundingBox())!;
  for (let press = 0; press < 3; press += 1) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(field(share)).toHaveValue("97");
});

test("a real drag with the mouse is one entry of the history", async ({ page }) => {
  await open(page, RESHORING);
  const share = panel(page, "reshoring.share");
  const entries = await page.evaluate(() => history.length);
  const track = (await slider(share).boundingBox())!;
  const middle = track.y + track.height / 2;
  await page.mouse.move(track.x + track.width - 9, middle);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.75, middle, { steps: 8 });
  await page.mouse.move(track.x + track.width / 2, middle, { steps: 8 });
  await page.mouse.up();
  await expect(field(share)).toHaveValue("50");
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await expect(field(share)).toHaveValue("100");
});

test("steps of one input in quick succession are one entry of the history", async ({ page }) => {
  await open(page, RESHORING);
  const entries = await page.evaluate(() => history.length);
  await slider(panel(page, "reshoring.share")).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowLeft");
  await expect(field(panel(page, "reshoring.share"))).toHaveValue("95");
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
});

test("every section of the navigation is where the link says", async ({ page }) => {
  await open(page, RESHORING);
  for (const link of await page.locator(".nav ul ul a").all()) {
    await link.click();
    const heading = page.locator(`h2#${(await link.getAttribute("href"))!.match(/reshoring\/([a-z-]+)/)![1]}`);
    await expect(heading).toBeInViewport();
    expect((await heading.boundingBox())!.y).toBeLessThan(120);
    await page.evaluate(() => scrollTo(0, 0));
  }
});

test("a result that no step moves names the inputs of its formula, not a statistic", async ({ page }) => {
  await open(page, "./#/reshoring/workers?lang=en&labour.productivity_growth=3");
  await page.locator("figure#workers .readout button.value:visible").nth(1).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator(".big")).toContainText("0 million");
  await expect(dialog).toContainText("One step of any input changes nothing here");
  await expect(dialog.getByRole("button", { name: /Labour productivity growth/ })).toBeVisible();
});

test("formulas are equations in yen too, and published values stay as printed", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&currency=jpy&macro.fx=100");
  await expect(page.locator(".link.published")).toHaveText("◆ published $360 bn (¥36.0 tn) (Mizuho IR 80)");
  await market(page).locator(".number").click();
  const formulas = page.getByRole("dialog").locator(".formula");
  await expect(formulas.nth(1)).toHaveText("$70.6 bn + $289 bn = $360 bn");
  await expect(formulas.nth(2)).toHaveText("$360 bn × 100 JPY per USD = ¥36.0 tn");
});

test("a statistic tells country, year, value and how far it can be relied on", async ({ page }) => {
  await open(page, "./#/reshoring/employment?lang=en");
  await page.locator("figure#employment .readout button.value:visible", { hasText: "Germany" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText("Germany: 2023");
  await expect(dialog.locator(".big")).toContainText("million");
  await expect(dialog).toContainText("estimate");
});

test("the focus goes along: into the explanation, deeper, and back to the opener", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await open(page, RESHORING);
  const title = page.locator("#explain-title");
  await market(page).locator(".number").click();
  await expect(title).toBeFocused();
  await page.getByRole("dialog").getByRole("button", { name: /Labour substitution, four regions/ }).click();
  await expect(title).toHaveText("Labour substitution, four regions, 2040");
  await expect(title).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(market(page).locator(".number")).toBeFocused();
  const opener = page.getByRole("button", { name: "Assumptions", exact: true });
  await opener.click();
  await expect(page.locator("#assumptions")).toBeFocused();
  await expect(page.locator("main")).toHaveAttribute("inert", "");
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("a screen reader hears the values while arrow keys walk a figure", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en");
  await page.locator("figure#market .canvas").focus();
  await page.keyboard.press("Home");
  await expect(page.locator("[role=status]")).toHaveText(/^2025, Reshoring CAPEX \$0 bn, Labour substitution \$/);
});

test("every figure value and every published value explains itself", async ({ page }) => {
  await open(page, RESHORING);
  const dialog = page.getByRole("dialog");
  for (const figure of await page.locator("figure").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".readout button.value:visible").first().click();
    await expect(dialog.getByRole("heading", { level: 2 })).not.toBeEmpty();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  await page.getByRole("button", { name: /published \$360 bn/ }).click();
  await expect(dialog).toContainText("003 Mizuho Industry Research 80");
});

test("the table behind a figure holds its values and the base case", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en&reshoring.share=50");
  const figure = page.locator("figure#market");
  await figure.getByRole("button", { name: "Table" }).click();
  const row = figure.getByRole("row", { name: /^2040/ });
  await expect(row).toContainText("35.3");
  await expect(row).toContainText("70.6");
  await expect(figure.locator(".canvas")).toBeHidden();
  await figure.getByRole("button", { name: "Table" }).click();
  await expect(figure.locator("canvas")).toBeVisible();
});

test("CAPEX as usual can be shown, and the published value stands on top of it", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en");
  const figure = page.locator("figure#market");
  await expect(figure.locator(".mark")).toHaveText("published $360 bn (Mizuho IR 80)");
  await expect(figure.locator(".readout button.value:visible")).toHaveCount(2);
  await figure.getByLabel(/Show CAPEX as usual/).check();
  await expect(figure.locator(".readout button.value:visible")).toHaveText([/CAPEX as usual/, /Reshoring/, /Labour/]);
  await expect.poll(() => hash(page)).toContain("usual=1");
});

test("arrow keys walk the years of a figure", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en");
  const figure = page.locator("figure#market");
  await figure.locator(".canvas").focus();
  await expect(figure.locator(".when")).toHaveText("2040");
  await page.keyboard.press("ArrowLeft");
  await expect(figure.locator(".when")).toHaveText("2039");
  await page.keyboard.press("Home");
  await expect(figure.locator(".when")).toHaveText("2025");
});

test("language, currency and colours switch and are remembered or linked", async ({ page }) => {
  await open(page, RESHORING);
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await expect(market(page).locator(".number")).toHaveText("3,598億ドル");
  await page.getByRole("button", { name: "円", exact: true }).click();
  await expect(market(page).locator(".number")).toHaveText("54.0兆円");
  await drag(panel(page, "macro.fx"), 100);
  await expect(market(page).locator(".number")).toHaveText("36.0兆円");
  await expect.poll(() => hash(page)).toBe("#/reshoring?lang=ja&currency=jpy&macro.fx=100");
  await page.getByRole("combobox").selectOption("dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("about:blank");
  await open(page, "./");
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the browser's language decides at first", async ({ browser, baseURL }) => {
  for (const [locale, lang] of [["ja-JP", "ja"], ["en-US", "en"], ["de-DE", "en"]]) {
    const context = await browser.newContext({ locale, baseURL });
    const page = await context.newPage();
    await open(page, "./");
    await expect(page.locator("html"), locale).toHaveAttribute("lang", lang);
    await context.close();
  }
});
