import { expect, test } from "@playwright/test";

const RUNS = 11;

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

test("time from navigation to the first heading", async ({ browser, baseURL }) => {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // A new context has an empty cache.
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector("h1")) return;
        seen.disconnect();
        (globalThis as any).headingAt = performance.now();
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.goto("./");
    await expect.poll(() => page.evaluate(() => (globalThis as any).headingAt)).toBeGreaterThan(0);
    times.push(await page.evaluate(() => (globalThis as any).headingAt));
    await context.close();
  }
  console.log(`  first heading: median ${median(times).toFixed(0)} ms of ${RUNS} loads with an empty cache`);
});
