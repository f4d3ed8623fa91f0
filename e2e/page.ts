// What every browser test stands on: a page whose slightest complaint fails the test.

import { test as base, expect, type Page } from "@playwright/test";

export { expect, type Page };

export type Watch = {
  /** Errors of the console and the page, failed loads and requests to another host, in order of arrival. */
  complaints: string[];
};

/** Collects what a page complains about. */
export function watch(page: Page, home: string): Watch {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // Playwright says so of the worker that playwright.config.ts blocks.
    if (message.text().includes("Service Worker registration blocked by Playwright")) return;
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["data:", "blob:"].includes(url.protocol);
    if (!local && url.origin !== new URL(home).origin) complaints.push(`another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { complaints };
}

/** `watched` holds the complaints so far; a test that expects some takes them out. */
export const test = base.extend<{ watched: Watch }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const watched = watch(page, baseURL!);
      await use(watched);
      expect(watched.complaints, "what the page complained about").toEqual([]);
    },
    { auto: true },
  ],
});

/** The chapter that most tests move. */
export const RESHORING = "./#/reshoring";

/** Every chapter, by its name in links. */
export const CHAPTERS = ["overview", "reshoring", "share", "sovereign", "work", "platforms", "evidence"];

/** Opens the report and waits until it stands. */
export async function open(page: Page, address = "./") {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Brings every figure into view once, since they are drawn when they are first seen, and goes back to the top. */
export async function drawAll(page: Page) {
  for (const figure of await page.locator("article figure").all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator("canvas")).toBeVisible();
  }
  await page.evaluate(() => scrollTo(0, 0));
}
