// What WCAG 2.2 AA asks for and axe cannot see alone; ACCESSIBILITY.md tells how each demand is met.

import { AxeBuilder } from "@axe-core/playwright";
import { CHAPTERS, drawAll, expect, open, test, type Page } from "./page";

/** Main text and first heading lie behind an open sheet or dialog, which takes all input. */
const BEHIND = ["landmark-one-main", "page-has-heading-one"];

// Without a page of axe's own, which it opens for frames; there are none here.
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.filter(({ id }) => !BEHIND.includes(id)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);

const WORDS = {
  en: { scenarios: "Scenarios", analysis: "Analysis", embed: "Embed", exports: "Export", present: "Present", close: "Close", table: "Table" },
  ja: { scenarios: "シナリオ", analysis: "分析", embed: "埋め込み", exports: "エクスポート", present: "全画面", close: "閉じる", table: "表" },
};

for (const lang of ["en", "ja"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(() => {
      test.use({ colorScheme, locale: lang });

      test(`axe finds nothing in sheets and dialogs: ${lang}, ${colorScheme}`, async ({ page }) => {
        test.slow();
        const words = WORDS[lang];
        await open(page, `./#/reshoring/market?lang=${lang}&reshoring.share=50&labour.productivity_growth=3`);
        const steps = page.locator(".steps");
        await steps.getByRole("button", { name: words.scenarios, exact: true }).click();
        await page.locator("#scenario-name").fill("x");
        await page.locator("#scenario-name").press("Enter");
        await page.locator("dialog.bench .presets button").nth(1).click();
        expect(await violations(page), "scenarios").toEqual([]);
        await steps.getByRole("button", { name: words.analysis, exact: true }).click();
        for (const tab of await page.locator("dialog.bench [role=tab]").all()) {
          await tab.click();
          await page.waitForTimeout(300);
          expect(await violations(page), await tab.innerText()).toEqual([]);
        }
        await page.locator("dialog.bench").getByRole("button", { name: words.close }).first().click();
        await page.locator("figure#market").getByRole("button", { name: words.table, exact: true }).click();
        expect(await violations(page), "table").toEqual([]);
        await page.locator(".results .number").first().click();
        await expect(page.locator("#explain-title")).toBeVisible();
        expect(await violations(page), "explanation").toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator("#assumptions .origin").first().click();
        await expect(page.locator("#explain-title")).toBeVisible();
        expect(await violations(page), "explanation of an input").toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator("figure#market").getByRole("button", { name: words.embed }).click();
        await expect(page.locator("#share-title")).toBeVisible();
        expect(await violations(page), "embed").toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator("figure#market").getByRole("button", { name: words.exports }).click();
        await expect(page.locator("#export-title")).toBeVisible();
        expect(await violations(page), "export").toEqual([]);
        await page.keyboard.press("Escape");
        await page.locator("figure#regions").getByRole("button", { name: words.present }).click();
        await expect(page.locator(".present figure canvas")).toBeVisible();
        expect(await violations(page), "presenting").toEqual([]);
        await page.keyboard.press("Escape");
        const field = page.locator('#assumptions [data-param="reshoring.share"] .value-field');
        await field.fill("plenty");
        await field.press("Enter");
        expect(await violations(page), "refused value").toEqual([]);
      });

      test(`axe finds nothing in bad links, tables and the evidence: ${lang}, ${colorScheme}`, async ({ page }) => {
        await open(page, `./#/nowhere?lang=${lang}&reshoring.share=x`);
        await drawAll(page);
        expect(await violations(page), "bad link").toEqual([]);
        await page.goto("about:blank");
        await open(page, `./#/sovereign?lang=${lang}`);
        await page.locator("details.listing summary").first().click();
        await expect(page.locator("details.listing table td").first()).toBeVisible();
        expect(await violations(page), "table of a document").toEqual([]);
        await page.goto("about:blank");
        await open(page, `./#/evidence?lang=${lang}&q=GPU`);
        await expect(page.locator("article table td").first()).toBeVisible();
        expect(await violations(page), "evidence").toEqual([]);
      });

      test(`axe finds nothing where the report cannot run: ${lang}, ${colorScheme}`, async ({ page, watched }) => {
        await page.addInitScript(() => delete (globalThis as any).WebAssembly);
        await open(page);
        expect(await violations(page)).toEqual([]);
        watched.complaints.splice(0);
      });
    });
  }
}

test("colours of words and controls have the contrast that they need, in both themes", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en");
  const rows: string[] = [];
  const low: string[] = [];
  for (const theme of ["light", "dark"]) {
    await page.getByRole("combobox").first().selectOption(theme);
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return Object.fromEntries(["paper", "raised", "ink", "muted", "edge", "accent", "accent-soft", "warn", "warn-soft"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    });
    const light = (hex: string) => {
      const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    const contrast = (one: string, other: string) => {
      const [a, b] = [light(colours[one]), light(colours[other])];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    // 4.5 for words, 3 for what tells a control or its state apart.
    const needed: [string, string, number][] = [
      ["ink", "paper", 4.5], ["ink", "raised", 4.5], ["ink", "accent-soft", 4.5], ["muted", "paper", 4.5], ["muted", "raised", 4.5],
      ["accent", "paper", 4.5], ["accent", "raised", 4.5], ["warn", "paper", 4.5], ["warn", "warn-soft", 4.5], ["edge", "paper", 3], ["edge", "raised", 3],
    ];
    for (const [one, other, least] of needed) {
      const found = contrast(one, other);
      rows.push(`${theme}: ${one} on ${other} ${found.toFixed(2)}`);
      if (found < least) low.push(`${rows.at(-1)} < ${least}`);
    }
  }
  console.log(rows.map((row) => `  ${row}`).join("\n"));
  expect(low).toEqual([]);
});

// 1280 × 1024 at 400 percent.
test.describe("at 400 percent", () => {
  test.use({ viewport: { width: 320, height: 256 }, locale: "en-GB" });

  const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  for (const chapter of CHAPTERS) {
    test(`nothing scrolls sideways and nothing is lost: ${chapter}`, async ({ page }) => {
      await open(page, `./#/${chapter}?lang=en&reshoring.share=50`);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      // What stays in place leaves room to read.
      await page.evaluate(() => scrollTo(0, 1500));
      await page.waitForTimeout(400);
      const covered = await page.evaluate(() => {
        let covered = 0;
        for (let y = 4; y < innerHeight; y += 8) {
          let at = document.elementFromPoint(innerWidth / 2, y);
          while (at && !["fixed", "sticky"].includes(getComputedStyle(at).position)) at = at.parentElement;
          if (at) covered += 8;
        }
        return covered / innerHeight;
      });
      expect(covered, "share of the window that stays in place").toBeLessThan(0.5);
    });
  }

  test("panel, sheets and dialogs are whole", async ({ page }) => {
    test.slow();
    await open(page, "./#/reshoring?lang=en&reshoring.share=50");
    const fits = async (place: string) => {
      const found = await page.locator(place).filter({ visible: true }).first().evaluate((it) => {
        const box = it.getBoundingClientRect();
        const out = [...it.querySelectorAll<HTMLElement>("button, input, select, h2, h3, p, label")]
          .filter((part) => part.checkVisibility() && !part.closest(".table-scroll, .listing, table"))
          .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1)
          .map((part) => part.outerHTML.slice(0, 100));
        return { out, wide: it.scrollWidth - it.clientWidth, tall: box.height <= innerHeight + 1 || getComputedStyle(it).overflowY };
      });
      expect(found.out, place).toEqual([]);
      expect(found.wide, place).toBeLessThanOrEqual(1);
    };
    await page.locator(".bar").getByRole("button", { name: /assumptions/i }).first().click();
    await expect(page.locator("#assumptions")).toBeVisible();
    await fits("#assumptions");
    const last = page.locator("#assumptions input[type=range]").last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    for (const name of ["Scenarios", "Analysis"]) {
      await page.locator(".steps").getByRole("button", { name, exact: true }).click();
      await expect(page.locator("#bench-title")).toBeVisible();
      await fits("dialog.bench");
      for (const tab of await page.locator("dialog.bench [role=tab]").all()) {
        await tab.click();
        await fits("dialog.bench");
      }
      await page.locator("dialog.bench").getByRole("button", { name: "Close" }).first().click();
    }
    await page.keyboard.press("Escape");
    await page.locator(".results .number").first().click();
    await expect(page.locator("#explain-title")).toBeVisible();
    await fits("dialog.explain");
    await page.keyboard.press("Escape");
    await page.locator("figure#market").getByRole("button", { name: "Embed" }).click();
    await expect(page.locator("#share-title")).toBeVisible();
    await fits("dialog.share");
  });
});

test.describe("with forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("controls, their states and the focus can be seen", async ({ page }) => {
    await open(page, "./#/reshoring/market?lang=en&reshoring.share=50");
    await expect(page.locator("figure#market canvas")).toBeVisible();
    const lost = await page.evaluate(() => {
      const lost: string[] = [];
      const visible = (it: HTMLElement) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("[inert]");
      for (const it of [...document.querySelectorAll<HTMLElement>("button.quiet, button.step, .value-field, select")].filter(visible)) {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(it);
        if (parseFloat(borderTopWidth) < 1 || borderTopStyle === "none") lost.push(`no edge: ${it.outerHTML.slice(0, 80)}`);
      }
      // What is chosen differs from what is not by more than a colour that is taken away.
      const look = (it: Element) => {
        const { backgroundColor, color, fontWeight, textDecorationLine, outlineStyle, borderTopColor, borderTopWidth } = getComputedStyle(it);
        return [backgroundColor, color, fontWeight, textDecorationLine, outlineStyle, borderTopColor, borderTopWidth].join();
      };
      for (const on of [...document.querySelectorAll<HTMLElement>("[aria-pressed=true]")].filter(visible)) {
        const off = on.parentElement!.querySelector("[aria-pressed=false]");
        if (off && look(on) === look(off)) lost.push(`chosen looks like not chosen: ${on.outerHTML.slice(0, 80)}`);
      }
      return lost;
    });
    expect(lost).toEqual([]);
    // The focus alone, then the thumb alone, changes what is seen.
    const slider = page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]');
    const seen = () => page.locator('#assumptions [data-param="reshoring.share"]').screenshot();
    await slider.scrollIntoViewIfNeeded();
    const rest = await seen();
    await slider.focus();
    const focused = await seen();
    expect(rest.equals(focused), "the focus").toBe(false);
    await page.keyboard.press("Home");
    await expect(slider).toHaveValue("0");
    await slider.blur();
    expect((await slider.screenshot()).equals(await slider.screenshot()), "the picture stands still").toBe(true);
    const low = await slider.screenshot();
    await slider.evaluate((it: HTMLInputElement) => (it.value = "100"));
    expect(low.equals(await slider.screenshot()), "the thumb").toBe(false);
    // What cannot be used looks it.
    const [usable, unusable] = await page.evaluate(() => {
      const look = (it: Element | null) => it && getComputedStyle(it).color;
      return [look(document.querySelector(".steps [aria-disabled=false]")), look(document.querySelector(".steps [aria-disabled=true]"))];
    });
    expect(usable).toBeTruthy();
    expect(unusable).toBeTruthy();
    expect(unusable).not.toBe(usable);
    // Squares beside words keep the colours that they explain the drawing by.
    const squares = page.locator("figure#market .readout .swatch");
    expect(await squares.count()).toBeGreaterThan(1);
    expect(new Set(await squares.evaluateAll((all) => all.map((it) => getComputedStyle(it).forcedColorAdjust)))).toEqual(new Set(["none"]));
    // The table of two inputs says “the stronger the colour”, so it keeps its colours.
    await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
    await page.locator("dialog.bench").getByRole("tab", { name: "Two inputs" }).click();
    const shades = page.locator("dialog.bench .heat tbody td");
    await expect(shades.first()).toBeVisible();
    expect(new Set(await shades.evaluateAll((all) => all.map((it) => getComputedStyle(it).backgroundColor))).size).toBeGreaterThan(2);
    await page.locator("dialog.bench").getByRole("button", { name: "Close" }).first().click();
    expect(await violations(page)).toEqual([]);
  });
});

test.describe("with less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves by itself", async ({ page }) => {
    for (const chapter of CHAPTERS) {
      await page.goto("about:blank");
      await open(page, `./#/${chapter}?lang=en&reshoring.share=50`);
      const moving = await page.evaluate(() => {
        const slow = [...document.querySelectorAll("*")].filter((it) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(it);
          const longest = (times: string) => Math.max(...times.split(",").map(parseFloat));
          return longest(transitionDuration) > 0.01 || (animationName !== "none" && longest(animationDuration) > 0.01);
        });
        return [slow.map((it) => it.outerHTML.slice(0, 80)), document.getAnimations().length, getComputedStyle(document.documentElement).scrollBehavior];
      });
      expect(moving, chapter).toEqual([[], 0, "auto"]);
    }
  });
});

test("figures, inputs and results have names that say what they are, and changes are told in a sentence", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en");
  const tree = await page.locator("figure#market").ariaSnapshot();
  expect(tree).toContain("Substitution overtakes reshoring in 2031");
  const canvas = page.locator("figure#market .canvas");
  await expect(canvas).toHaveAccessibleName(/^Substitution overtakes reshoring in 2031.*Arrow keys/);
  await expect(canvas).toHaveRole("application");
  await expect(canvas).toHaveAttribute("aria-roledescription", "chart to walk through");
  await expect(canvas).not.toHaveAccessibleName(/Page Up/);
  await expect(page.locator("figure#workers .canvas")).toHaveAccessibleName(/Page Up and Page Down change the panel/);
  await expect(page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]')).toHaveAccessibleName("Reshoring share");
  await expect(page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]')).toHaveAttribute("aria-valuetext", /100%/);
  // A field is described by its unit and range, and while it is refused by the reason.
  const field = page.locator('#assumptions [data-param="reshoring.share"] .value-field');
  await expect(field).toHaveAccessibleName("Reshoring share");
  await expect(field).toHaveAccessibleDescription("from 0 to 100%");
  await field.fill("plenty");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription(/^from 0 to 100% Reshoring share: “plenty” is not accepted/);
  await field.fill("50");
  await field.press("Enter");
  await expect(field).toHaveAccessibleDescription("from 0 to 100%");
  for (const [lang, sentence] of [["en", /^Reshoring share 99%\. New market, four regions, 2040: \$/], ["ja", /リショアリング.*99.*新市場/]] as const) {
    await page.goto("about:blank");
    await open(page, `./#/reshoring?lang=${lang}`);
    await page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]').focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("[role=status]").first()).toHaveText(sentence);
  }
  for (const chapter of CHAPTERS) {
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=en`);
    const levels = await page.locator("main :is(h1, h2, h3, h4)").evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => Number(it.tagName[1])));
    expect(levels[0], chapter).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1] + 1), `${chapter}: a level is left out`).toEqual([]);
  }
});
