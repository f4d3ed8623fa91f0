// What WCAG 2.2 AA asks for and axe cannot see alone; ACCESSIBILITY.md tells how each demand is met.

import { AxeBuilder } from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { CHAPTERS, expect, open, test, type Page } from "./page";

/** Main text and first heading lie behind an open sheet or dialog, which takes all input. */
const BEHIND = ["landmark-one-main", "page-has-heading-one"];

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.filter(({ id }) => !BEHIND.includes(id)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);

const WORDS = {
  en: { scenarios: "Scenarios", analysis: "Analysis", embed: "Embed", present: "Present", close: "Close", table: "Table" },
  ja: { scenarios: "シナリオ", analysis: "分析", embed: "埋め込み", present: "全画面", close: "閉じる", table: "表" },
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

/** Presses Tab, as somebody without a mouse does, until a place has the focus. */
async function tabTo(page: Page, place: Locator, most = 400) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement).catch(() => false)) {
      const shown = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement!);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      });
      expect(shown, "the focus shows").toBe(true);
      return presses;
    }
    await page.keyboard.press("Tab");
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

  test("no place holds the focus: Tab goes through the whole page and out of it", async ({ page }) => {
    test.slow();
    await open(page, "./#/share?lang=en");
    const seen = new Set<string>();
    for (let presses = 0; presses < 900; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const at = document.activeElement!;
        if (at === document.body) return "";
        at.setAttribute("data-seen", at.getAttribute("data-seen") ?? String(document.querySelectorAll("[data-seen]").length));
        return at.getAttribute("data-seen")!;
      });
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
});

/** Controls smaller than 24 by 24 CSS pixels that are not part of a sentence; a label counts with its box. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, input, select, summary, a, [role=button], [role=tab], .canvas")]
      .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest("[inert]") && !it.matches(".skip, .skip-list"))
      .filter((it) => !it.closest("p, dd, caption, li > span, td, th, .formula, .source, .readout"))
      .map((it) => ({ it, box: (it.matches("[type=checkbox], [type=radio]") ? (it.closest("label") ?? it) : it).getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 23.99 || box.width < 23.99))
      .map(({ it, box }) => `${it.outerHTML.slice(0, 120)} ${box.width.toFixed(1)}×${box.height.toFixed(1)}`),
  );

for (const width of [390, 1440]) {
  test(`targets are at least 24 pixels in every chapter and sheet, ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    for (const chapter of CHAPTERS) {
      await page.goto("about:blank");
      await open(page, `./#/${chapter}?lang=en&reshoring.share=50`);
      expect(await small(page), chapter).toEqual([]);
    }
    await page.goto("about:blank");
    await open(page, "./#/reshoring?lang=en&reshoring.share=50");
    if (width < 1200) await page.locator(".bar").getByRole("button", { name: "All assumptions" }).click();
    expect(await small(page), "panel").toEqual([]);
    for (const name of ["Scenarios", "Analysis"]) {
      await page.locator(".steps").getByRole("button", { name, exact: true }).click();
      for (const tab of await page.locator("dialog.bench [role=tab]").all()) {
        await tab.click();
        expect(await small(page), `${name}, ${await tab.innerText()}`).toEqual([]);
      }
      expect(await small(page), name).toEqual([]);
      await page.locator("dialog.bench").getByRole("button", { name: "Close" }).first().click();
    }
  });
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
    const slider = page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]');
    const other = await slider.screenshot();
    await slider.focus();
    await page.keyboard.press("Home");
    const moved = await slider.screenshot();
    expect(Buffer.compare(other, moved), "thumb and focus").not.toBe(0);
    // Squares beside words and the drawing keep the colours that they explain each other by.
    const keyed = await page.evaluate(() => {
      const key = document.querySelector<HTMLElement>("figure#market .readout [style], figure#market .key, figure#market .swatch");
      return key ? getComputedStyle(key).forcedColorAdjust : "none";
    });
    expect(keyed).toBe("none");
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

test("no words are smaller than 12 pixels, and wider spacing by the reader loses none", async ({ page }) => {
  test.slow();
  for (const chapter of CHAPTERS) {
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=en&reshoring.share=50`);
    const tiny = await page.evaluate(() => {
      const own = (it: Element) => [...it.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent!.trim());
      return [...document.querySelectorAll<HTMLElement>("body *")].filter((it) => own(it) && it.checkVisibility() && parseFloat(getComputedStyle(it).fontSize) < 12).map((it) => `${it.outerHTML.slice(0, 80)} ${getComputedStyle(it).fontSize}`);
    });
    expect(tiny, chapter).toEqual([]);
    // As WCAG 1.4.12 has it.
    const lost = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
      const cut = [...document.querySelectorAll<HTMLElement>("main *, #assumptions *, header *")].filter((it) => {
        const { overflowX, overflowY } = getComputedStyle(it);
        const wide = it.scrollWidth > it.clientWidth + 2 && ["hidden", "clip"].includes(overflowX);
        const tall = it.scrollHeight > it.clientHeight + 2 && ["hidden", "clip"].includes(overflowY);
        return it.checkVisibility() && !it.matches(".skip-list") && it.clientWidth > 1 && (wide || tall) && it.textContent!.trim() !== "";
      });
      return [...cut.map((it) => it.outerHTML.slice(0, 100)), ...(document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [])];
    });
    expect(lost, chapter).toEqual([]);
  }
});

test("figures, inputs and results have names that say what they are, and changes are told in a sentence", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en");
  const tree = await page.locator("figure#market").ariaSnapshot();
  expect(tree).toContain("Substitution overtakes reshoring in 2031");
  const canvas = page.locator("figure#market .canvas");
  await expect(canvas).toHaveAttribute("aria-label", /./);
  await expect(page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]')).toHaveAccessibleName("Reshoring share");
  await expect(page.locator('#assumptions [data-param="reshoring.share"] input[type="range"]')).toHaveAttribute("aria-valuetext", /100%/);
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
