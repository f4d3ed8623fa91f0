// How the page lies on narrow and wide screens.

import { CHAPTERS, expect, open, test, type Page } from "./page";

/** Words of the report that reach past the box they belong to, or past the window. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const over = (inner: DOMRect, outer: DOMRect) => inner.left < outer.left - 1 || inner.right > outer.right + 1;
    const found: string[] = [];
    for (const figure of document.querySelectorAll("figure")) {
      const box = figure.getBoundingClientRect();
      for (const words of figure.querySelectorAll(".panel-name *, .direct, .mark, .amount, .projection, .readout button, h3, .subtitle")) {
        const rect = words.getBoundingClientRect();
        if (rect.width > 0 && over(rect, box)) found.push(`${figure.id}: ${words.textContent}`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push(`page ${document.documentElement.scrollWidth} of ${innerWidth}`);
    return found;
  });

/** Direct labels and published values of a figure that lie on each other. */
const overlapping = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const figure of document.querySelectorAll("figure")) {
      const boxes = [...figure.querySelectorAll(".direct, .mark, .amount, .panel-name strong:not(:empty)")].map((words) => ({ text: words.textContent, rect: words.getBoundingClientRect() }));
      boxes.forEach((a, index) =>
        boxes.slice(index + 1).forEach((b) => {
          const apart = a.rect.right <= b.rect.left + 1 || b.rect.right <= a.rect.left + 1 || a.rect.bottom <= b.rect.top + 1 || b.rect.bottom <= a.rect.top + 1;
          if (!apart) found.push(`${figure.id}: ${a.text} / ${b.text}`);
        }),
      );
    }
    return found;
  });

async function showAll(page: Page) {
  for (const figure of await page.locator("figure").all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator("canvas")).toBeVisible();
  }
}

const CHANGED = "&reshoring.share=40&labour.productivity_growth=0.5&usual=1&sovereign.gpu_scenario=1&capture.domestic_share=95";

for (const chapter of CHAPTERS) {
  for (const lang of ["ja", "en"]) {
    for (const changes of ["", CHANGED]) {
      test(`nothing is clipped or on top of each other: ${chapter}, ${lang}${changes && ", changed"}`, async ({ page }) => {
        test.slow();
        for (const width of [320, 390, 768, 1024, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          if (width === 320) await open(page, `./#/${chapter}?lang=${lang}${changes}`);
          await showAll(page);
          expect(await clipped(page), `${width} px`).toEqual([]);
          expect(await overlapping(page), `${width} px`).toEqual([]);
        }
      });
    }
  }
}

test("on narrow screens the bar moves the figure in view and opens all inputs", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "./#/reshoring/workers?lang=en");
  const bar = page.locator(".bar");
  await expect(bar.locator("[data-param]")).toHaveCount(2);
  await expect(bar.locator('[data-param="labour.productivity_growth"]')).toBeVisible();
  await expect(page.locator("#assumptions")).toBeHidden();
  await bar.locator('[data-param="labour.productivity_growth"]').getByRole("button", { name: /^Increase/ }).click();
  await expect(page.locator("figure#workers h3")).not.toContainText("97.0 million");
  await bar.getByRole("button", { name: "All assumptions" }).click();
  await expect(page.locator("#assumptions")).toBeVisible();
  await expect(page.locator("#assumptions")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#assumptions")).toBeHidden();
});

test("on narrow screens the chapters are a line to open", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "./#/reshoring?lang=en");
  const link = page.getByRole("link", { name: "What comes home" });
  await expect(link).toBeHidden();
  await page.getByText("Chapters", { exact: true }).click();
  await link.click();
  await expect(page.locator("h2#return")).toBeInViewport();
});
