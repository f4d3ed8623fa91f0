// The report without a mouse: every stop of the Tab key shows the focus, and everything is done by keys.

import type { Locator } from "@playwright/test";
import { CHAPTERS, expect, open, test, type Page } from "./page";

/** What has the focus, where nothing shows it; `null` where something does. */
const unseen = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const shows = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    return shows ? null : at.outerHTML.slice(0, 120);
  });

/** Presses Tab, as somebody without a mouse does, until a place has the focus, which must show at every stop. */
async function tabTo(page: Page, place: Locator, most = 400) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement).catch(() => false)) return presses;
    await page.keyboard.press("Tab");
    expect(await unseen(page), "has the focus and does not show it").toBeNull();
  }
  throw new Error(`${most} times Tab did not lead to ${place}`);
}

test.describe("without a mouse", () => {
  test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

  test("the report is read and moved by keys alone", async ({ page }) => {
    test.slow();
    await open(page, "./#/reshoring?lang=en");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#text")).toBeFocused();
    // A number, its explanation, deeper, back, out, and the focus is where it was.
    const number = page.locator('[data-output="tam.new_market"] .number');
    await tabTo(page, number);
    await page.keyboard.press("Enter");
    await expect(page.locator("#explain-title")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect(number).toBeFocused();
    // A figure: its values by arrows, its table, back to the drawing.
    const figure = page.locator("figure#market");
    const canvas = figure.locator(".canvas");
    await tabTo(page, canvas);
    await page.keyboard.press("ArrowLeft");
    await expect(figure.locator(".when")).toHaveText("2039");
    await tabTo(page, figure.getByRole("button", { name: "Table" }));
    await page.keyboard.press("Enter");
    await expect(figure.locator("table")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(figure.locator("canvas")).toBeVisible();
    // An input beside it, by arrows, by step, by typing; undo by keys.
    const slider = page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]');
    await tabTo(page, slider);
    await page.keyboard.press("ArrowLeft");
    await expect(slider).toHaveValue("99");
    await page.keyboard.press("PageDown");
    await expect(slider).not.toHaveValue("99");
    await page.keyboard.press("Control+z");
    await expect(slider).toHaveValue("100");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(slider).toHaveValue("99");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("60");
    await page.keyboard.press("Enter");
    await expect(slider).toHaveValue("60");
  });

  test("scenarios and analysis are used by keys alone", async ({ page }) => {
    test.slow();
    await open(page, "./#/reshoring?lang=en&reshoring.share=60");
    const sheet = page.locator("dialog.bench");
    const opener = page.locator(".steps").getByRole("button", { name: "Scenarios", exact: true });
    await tabTo(page, opener);
    await page.keyboard.press("Enter");
    await expect(sheet).toBeVisible();
    await tabTo(page, page.locator("#scenario-name"));
    await page.keyboard.type("Sixty");
    await page.keyboard.press("Enter");
    await expect(sheet.locator(".saved h4")).toHaveText(["Sixty"]);
    await tabTo(page, sheet.locator(".presets").getByRole("button", { name: /^Apply/ }).first());
    await page.keyboard.press("Enter");
    await tabTo(page, sheet.getByRole("button", { name: "Apply: Sixty" }));
    await page.keyboard.press("Space");
    await expect(page.locator('#assumptions [data-param="reshoring.share"] .value-field')).toHaveValue("60");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    await tabTo(page, page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }));
    await page.keyboard.press("Enter");
    const tabs = sheet.getByRole("tab");
    await tabTo(page, tabs.first());
    for (const name of ["Attribution", "Two inputs", "Uncertainty", "Goal seek"]) {
      await page.keyboard.press("ArrowRight");
      await expect(sheet.getByRole("tab", { name })).toBeFocused();
      await expect(sheet.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
    }
    await tabTo(page, sheet.getByRole("button", { name: "Find" }));
    await page.keyboard.press("Home");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
  });

  test("language, theme, chapters, embedding and presenting are reached by keys alone", async ({ page }) => {
    test.slow();
    await open(page, "./#/reshoring?lang=en");
    await tabTo(page, page.getByRole("button", { name: "日本語" }));
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    await expect(page.getByRole("button", { name: "日本語" })).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: "English" }));
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await tabTo(page, page.getByRole("combobox").first());
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("combobox").first()).not.toHaveValue("system");
    await tabTo(page, page.getByRole("link", { name: "Sovereign AI", exact: true }).first());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sovereign AI");
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reshoring and autonomy");
    const figure = page.locator("figure#market");
    await tabTo(page, figure.getByRole("button", { name: "Embed" }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.locator("#share-html"));
    await page.keyboard.press("Escape");
    await expect(figure.getByRole("button", { name: "Embed" })).toBeFocused();
    await tabTo(page, figure.getByRole("button", { name: "Present" }));
    await page.keyboard.press("Enter");
    const show = page.getByRole("dialog", { name: "Presenting" });
    await expect(show).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    await expect(show).toBeHidden();
  });

  for (const chapter of CHAPTERS) test(`no place holds the focus, and it shows at every stop: ${chapter}`, async ({ page }) => {
    test.slow();
    await open(page, `./#/${chapter}?lang=en`);
    const seen = new Set<string>();
    for (let presses = 0; presses < 900; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const at = document.activeElement!;
        if (at === document.body) return "";
        at.setAttribute("data-seen", at.getAttribute("data-seen") ?? String(document.querySelectorAll("[data-seen]").length));
        return at.getAttribute("data-seen")!;
      });
      expect(await unseen(page), "has the focus and does not show it").toBeNull();
      if (at === "") break;
      expect(seen.has(at), `back at ${at}`).toBe(false);
      seen.add(at);
    }
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex='0']")]
        .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("[inert]") && it.tabIndex >= 0 && !it.dataset.seen)
        // One of a group of radio buttons stands for all.
        .filter((it) => !(it instanceof HTMLInputElement && it.type === "radio"))
        .map((it) => it.outerHTML.slice(0, 100)),
    );
    expect(missed).toEqual([]);
    console.log(`  ${seen.size} stops of the Tab key`);
  });

  test("the tools of the analysis are used by keys alone", async ({ page }) => {
    test.slow();
    await open(page, "./#/reshoring?lang=en");
    const sheet = page.locator("dialog.bench");
    const panel = (id: string) => page.locator(`#assumptions [data-param="${id}"]`);
    await page.getByRole("link", { name: "Skip to the assumptions" }).focus();
    await page.keyboard.press("Enter");
    await tabTo(page, page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }), 12);
    await page.keyboard.press("Enter");
    await expect(page.locator("#bench-title")).toBeFocused();
    const to = async (name: string) => {
      await tabTo(page, sheet.locator("[role=tab][aria-selected=true]"));
      for (let steps = 0; steps < 6 && !(await sheet.getByRole("tab", { name }).getAttribute("aria-selected"))!.includes("true"); steps += 1) await page.keyboard.press("ArrowRight");
      await expect(sheet.getByRole("tab", { name })).toBeFocused();
    };
    const back = async () => {
      await page.locator("#bench-title").focus();
    };
    // Two inputs: other ones are chosen, the table follows and is scrolled.
    await to("Two inputs");
    await tabTo(page, page.locator("#input-across"));
    const corner = await sheet.locator(".heat thead th").first().innerText();
    await page.keyboard.press("End");
    await expect(sheet.locator(".heat thead th").first()).not.toHaveText(corner);
    await tabTo(page, sheet.getByRole("region"));
    // Uncertainty: draws, findings.
    await back();
    await to("Uncertainty");
    await tabTo(page, page.locator("#draw-seed"));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("7");
    await tabTo(page, sheet.getByRole("button", { name: "Draw", exact: true }));
    await page.keyboard.press("Enter");
    await expect(sheet.locator(".findings .facts dd")).toHaveCount(5, { timeout: 30_000 });
    // Goal seek: target, find, apply.
    await back();
    await to("Goal seek");
    await tabTo(page, page.locator("#goal-target"));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("200");
    await page.keyboard.press("Enter");
    const before = await page.locator(".steps [aria-disabled=true]").count();
    await tabTo(page, sheet.getByRole("button", { name: "Apply", exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.locator(".steps [aria-disabled=true]")).not.toHaveCount(before);
    // From a bar of the tornado to the input that it stands for.
    await back();
    await to("Tornado");
    const drawing = sheet.locator(".canvas").filter({ visible: true }).first();
    await tabTo(page, drawing);
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(page.locator("#assumptions input[type=range]:focus")).toHaveCount(1);
    // Escape closes the sheet from the panel too, and the focus stays there.
    const slider = panel((await page.evaluate(() => document.activeElement!.closest("[data-param]")!.getAttribute("data-param")))!).locator("input[type=range]");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(slider).toBeFocused();
  });

  test("the sheet takes the focus when it opens or changes, and gives it back to what opened it last", async ({ page }) => {
    await open(page, "./#/reshoring?lang=en");
    const [scenarios, analysis] = ["Scenarios", "Analysis"].map((name) => page.locator(".steps").getByRole("button", { name, exact: true }));
    await scenarios.press("Enter");
    await expect(page.locator("#bench-title")).toHaveText("Scenarios");
    await expect(page.locator("#bench-title")).toBeFocused();
    await analysis.press("Enter");
    await expect(page.locator("#bench-title")).toHaveText("Analysis");
    await expect(page.locator("#bench-title")).toBeFocused();
    // The link to the text would lead to what the sheet covers.
    expect(await page.getByText("Skip to the text").evaluate((it) => it.closest("[inert]") !== null)).toBe(true);
    await page.locator("dialog.bench").getByRole("button", { name: "Close" }).first().press("Enter");
    await expect(page.locator("dialog.bench")).toBeHidden();
    await expect(analysis).toBeFocused();
    await scenarios.press("Enter");
    await expect(page.locator("#bench-title")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(scenarios).toBeFocused();
  });

  test("links to chapters and sections take the focus along, and a link leads to the assumptions", async ({ page }) => {
    await open(page, "./#/overview?lang=en");
    const nav = page.getByRole("navigation");
    await nav.getByRole("link", { name: "Reshoring and autonomy" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Reshoring and autonomy" })).toBeFocused();
    await nav.getByRole("link", { name: "What comes home" }).press("Enter");
    await expect(page.locator("h2#return")).toBeFocused();
    await expect(page.locator("h2#return")).toBeInViewport();
    // The keys go on from there.
    await page.keyboard.press("Tab");
    const next = await page.evaluate(() => !!(document.querySelector("h2#return")!.compareDocumentPosition(document.activeElement!) & Node.DOCUMENT_POSITION_FOLLOWING));
    expect(next).toBe(true);
    // Moving an input leaves the focus alone.
    const slider = page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]');
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForTimeout(600);
    await expect(slider).toBeFocused();
    // Nor does taking it back, though the reader has gone on to another section.
    await page.locator("h2").last().scrollIntoViewIfNeeded();
    await page.waitForTimeout(600);
    const undo = page.getByRole("button", { name: "Undo", exact: true });
    await undo.press("Enter");
    await expect(slider).toHaveValue("100");
    await expect(undo).toBeFocused();
    await page.getByRole("link", { name: "Skip to the assumptions" }).press("Enter");
    await expect(page.locator("#assumptions")).toBeFocused();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => !!document.activeElement!.closest("#assumptions"))).toBe(true);
  });

  test("on narrow screens the link to the assumptions opens them", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, "./#/reshoring?lang=en");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the assumptions" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#assumptions")).toBeVisible();
    await expect(page.locator("#assumptions")).toBeFocused();
  });

  test("a figure is exported by keys alone", async ({ page }) => {
    test.slow();
    await open(page, "./#/reshoring/market?lang=en");
    const opener = page.locator("figure#market").getByRole("button", { name: "Export" });
    await tabTo(page, opener);
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog.export");
    await expect(dialog).toBeVisible();
    await tabTo(page, dialog.getByRole("checkbox").nth(1));
    await page.keyboard.press("Space");
    await expect(dialog.getByRole("checkbox").nth(1)).toBeChecked();
    await page.keyboard.press("Space");
    await dialog.locator("#export-title").focus();
    await tabTo(page, dialog.getByRole("button", { name: "Table (CSV)" }));
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();
  });

  test("the register is searched and filtered by keys alone", async ({ page }) => {
    test.slow();
    await open(page, "./#/evidence?lang=en");
    await expect(page.locator("article table td").first()).toBeVisible();
    const all = await page.locator("output").first().innerText();
    await tabTo(page, page.locator("#find-figures"));
    await page.keyboard.type("GPU");
    await expect(page.locator("output").first()).not.toHaveText(all);
    const found = await page.locator("output").first().innerText();
    await tabTo(page, page.locator("#filter-kind"));
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("#filter-kind")).not.toHaveValue("");
    await expect(page.locator("output").first()).not.toHaveText(found);
    await tabTo(page, page.getByRole("button", { name: "Clear" }).first());
    await page.keyboard.press("Enter");
    await expect(page.locator("output").first()).toHaveText(all);
  });
});
