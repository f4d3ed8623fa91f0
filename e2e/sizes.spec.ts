// What readers with other sizes need: targets that can be hit, letters of their own size, wider spacing.

import { CHAPTERS, drawAll, expect, open, test, type Page } from "./page";

/**
 * Targets smaller than 24 by 24 CSS pixels, less those that WCAG 2.5.8 excepts:
 * in a sentence – on a line with words that are no target, whose height is that of the line;
 * with room around – a circle of 24 pixels about its middle meets no other target and no circle of another small one.
 * A label counts with its box.
 */
const small = (page: Page) =>
  page.evaluate(() => {
    const TARGETS = "button, input, select, summary, a[href], [role=button], [role=tab], .canvas";
    const shown = [...document.querySelectorAll<HTMLElement>(TARGETS)]
      .filter((it) => it.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !it.closest("[inert]") && !it.matches(".skip, .skip-list:not(:focus-visible)"))
      .map((it) => ({ it, box: (it.matches("[type=checkbox], [type=radio]") ? (it.closest("label") ?? it) : it).getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0);
    const modal = document.querySelector("dialog:modal");
    const targets = modal ? shown.filter(({ it }) => modal.contains(it)) : shown;
    const isSmall = (box: DOMRect) => box.height < 23.99 || box.width < 23.99;
    const inSentence = (it: HTMLElement) => {
      if (!getComputedStyle(it).display.startsWith("inline")) return false;
      let block = it.parentElement!;
      while (getComputedStyle(block).display === "inline") block = block.parentElement!;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const words = walker.currentNode;
        if (/[\p{L}\p{N}=×÷+−]/u.test(words.textContent!) && !words.parentElement!.closest(TARGETS)) return true;
      }
      return false;
    };
    const middle = (box: DOMRect) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const hasRoom = (own: (typeof targets)[number]) => {
      const [x, y] = middle(own.box);
      return targets.every(({ it, box }) => {
        if (it === own.it || it.contains(own.it) || own.it.contains(it)) return true;
        if (isSmall(box)) {
          const [u, v] = middle(box);
          if (Math.hypot(x - u, y - v) < 24) return false;
        }
        const near = [Math.max(box.left, Math.min(x, box.right)), Math.max(box.top, Math.min(y, box.bottom))];
        return Math.hypot(x - near[0], y - near[1]) >= 12;
      });
    };
    return targets
      .filter((own) => isSmall(own.box) && !inSentence(own.it) && !hasRoom(own))
      .map(({ it, box }) => `${it.outerHTML.slice(0, 120)} ${box.width.toFixed(1)}×${box.height.toFixed(1)}`);
  });

for (const width of [390, 1440]) {
  test(`targets are at least 24 pixels in every chapter, sheet and dialog, ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    for (const chapter of CHAPTERS) {
      await page.goto("about:blank");
      await open(page, `./#/${chapter}?lang=en&reshoring.share=50`);
      await drawAll(page);
      expect(await small(page), chapter).toEqual([]);
    }
    await page.goto("about:blank");
    await open(page, "./#/reshoring?lang=en&reshoring.share=50");
    const figure = page.locator("figure#market");
    await figure.getByRole("button", { name: "Table" }).click();
    await expect(figure.locator("table")).toBeVisible();
    expect(await small(page), "table").toEqual([]);
    for (const [name, title] of [["Export", "#export-title"], ["Embed", "#share-title"]]) {
      await figure.getByRole("button", { name }).click();
      await expect(page.locator(title)).toBeVisible();
      expect(await small(page), name).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await page.locator(".results .number").first().click();
    await expect(page.locator("#explain-title")).toBeVisible();
    expect(await small(page), "explanation").toEqual([]);
    // Its links stand for themselves: every one of them has the height.
    const links = page.locator("dialog.explain .terms").locator("a, .link, .number");
    expect(await links.count()).toBeGreaterThan(2);
    expect(Math.min(...(await links.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height))))).toBeGreaterThanOrEqual(23.99);
    await page.keyboard.press("Escape");
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

/** Words that lie on words of another element, or outside the window, of what is not a chart. */
const collisions = (page: Page, within: string) =>
  page.evaluate((within) => {
    const found: string[] = [];
    for (const place of document.querySelectorAll(within)) {
      const parts = [...place.querySelectorAll<HTMLElement>(".input-name, .origin, .value-field, .unit, .step, .slider, h2, h3, .quiet, .close")]
        .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.textContent !== null)
        .map((it) => ({ it, box: it.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      for (const [index, a] of parts.entries()) {
        if (a.box.left < -1 || a.box.right > innerWidth + 1) found.push(`out of the window: ${a.it.className} ${a.it.textContent}`);
        if (a.it.scrollWidth > a.it.clientWidth + 2 && a.it.matches(".input-name, h2, h3")) found.push(`too narrow: ${a.it.textContent}`);
        for (const b of parts.slice(index + 1)) {
          if (a.it.contains(b.it) || b.it.contains(a.it)) continue;
          const [w, h] = [Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left), Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)];
          if (w > 1 && h > 1) found.push(`${a.it.className} ${a.it.textContent} on ${b.it.className} ${b.it.textContent}`);
        }
      }
    }
    return found;
  }, within);

for (const size of [24, 32]) {
  test(`letters follow the size that the reader's browser has, ${size} pixels, and nothing lies on anything else`, async ({ page }) => {
    test.slow();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Page.enable");
    await devtools.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: size } });
    for (const width of [390, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 1000 });
      for (const lang of ["en", "ja"]) {
        await page.goto("about:blank");
        await open(page, `./#/reshoring?lang=${lang}`);
        expect(await page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("article p")!).fontSize))).toBeCloseTo(size * 1.0625 * (await ratio(page)), 0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${width} px, ${lang}: sideways`).toBeLessThanOrEqual(0);
        expect(await collisions(page, ".key-inputs .input, .bar .input"), `${width} px, ${lang}: inputs at figures`).toEqual([]);
        if (!(await page.locator("#assumptions").isVisible())) await page.locator("[aria-controls=assumptions]").filter({ visible: true }).first().click();
        expect(await collisions(page, "#assumptions .input, #assumptions .panel-head, #assumptions .steps"), `${width} px, ${lang}: panel`).toEqual([]);
        // The hint stands in its box whole.
        const hint = page.locator(".changes .hint");
        expect(await hint.evaluate((it) => it.scrollHeight - it.clientHeight), `${width} px, ${lang}: hint`).toBeLessThanOrEqual(1);
      }
    }
  });
}

/** How much larger than the text around it the first paragraph is set. */
const ratio = (page: Page) =>
  page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("article p")!).fontSize) / parseFloat(getComputedStyle(document.documentElement).fontSize));

test("no words are smaller than 12 pixels", async ({ page }) => {
  test.slow();
  for (const chapter of CHAPTERS) {
    await page.goto("about:blank");
    await open(page, `./#/${chapter}?lang=en&reshoring.share=50`);
    await drawAll(page);
    const tiny = await page.evaluate(() => {
      const own = (it: Element) => [...it.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent!.trim());
      return [...document.querySelectorAll<HTMLElement>("body *")].filter((it) => own(it) && it.checkVisibility() && parseFloat(getComputedStyle(it).fontSize) < 12).map((it) => `${it.outerHTML.slice(0, 80)} ${getComputedStyle(it).fontSize}`);
    });
    expect(tiny, chapter).toEqual([]);
  }
});

for (const width of [320, 1280]) {
  for (const lang of ["en", "ja"]) {
    test(`wider spacing set by the reader loses no words: ${width} px, ${lang}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      for (const chapter of CHAPTERS) {
        await page.goto("about:blank");
        await open(page, `./#/${chapter}?lang=${lang}&reshoring.share=50`);
        await drawAll(page);
        // As WCAG 1.4.12 has it.
        const lost = await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
          document.adoptedStyleSheets = [sheet];
          const shown = [...document.querySelectorAll<HTMLElement>("main *, #assumptions *, header *")].filter((it) => it.checkVisibility() && it.clientWidth > 1 && !it.matches(".skip-list") && it.textContent!.trim() !== "");
          const cut = shown.filter((it) => {
            const { overflowX, overflowY } = getComputedStyle(it);
            const wide = it.scrollWidth > it.clientWidth + 2 && ["hidden", "clip"].includes(overflowX);
            const tall = it.scrollHeight > it.clientHeight + 2 && ["hidden", "clip"].includes(overflowY);
            return wide || tall;
          });
          // Words that nothing scrolls into view stay within the window.
          const leaves = shown.filter((it) => {
            const own = [...it.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent!.trim());
            if (!own || it.closest(".table-scroll, .listing, .visually-hidden, .equation-list, #assumptions:not([data-open])")) return false;
            const words = document.createRange();
            words.selectNodeContents(it);
            const { left, right } = words.getBoundingClientRect();
            return left < -0.5 || right > innerWidth + 0.5;
          });
          return [
            ...cut.map((it) => `cut: ${it.outerHTML.slice(0, 100)}`),
            ...leaves.map((it) => `${it.closest("figure")?.id}: ${it.textContent!.slice(0, 60)} leaves the window`),
            ...(document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : []),
          ];
        });
        expect(lost, chapter).toEqual([]);
      }
    });
  }
}
