// Thousands of random moves: memory stays where it was, and every chart is freed when it leaves the page.

import { CHAPTERS, expect, open, test, type Page } from "./page";

const ALL = process.env.REPORT_TESTS === "all";
const MOVES = ALL ? 10_000 : 1_000;
/** Moves before the first measurement: caches fill, every chapter has been seen. */
const WARM_UP = ALL ? 1_000 : 350;
/** A chapter after so many moves. */
const STAY = 50;
/** What may be added, in bytes and elements: noise of the collector, not a trend. */
const BUDGET = { heap: 3e6, wasm: 1.1e6, nodes: 400, listeners: 400 };

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

/** REPORT_SEED repeats a run. */
const SEED = Number(process.env.REPORT_SEED ?? Date.now() % 1e9);

/** Mulberry32, of the same numbers in every run with the same seed; `Math.random` of the page cannot be repeated. */
function drawFrom(seed: number) {
  (globalThis as any).random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Counts charts from the first one on. */
function countCharts() {
  let charts: any;
  (globalThis as any).liveCharts = new Set();
  Object.defineProperty(globalThis, "industry2040Charts", {
    get: () => charts,
    set(given) {
      charts = given;
      const { create, dispose } = given;
      given.create = (...all: unknown[]) => {
        const chart = create(...all);
        (globalThis as any).liveCharts.add(chart);
        return chart;
      };
      given.dispose = (chart: unknown) => {
        (globalThis as any).liveCharts.delete(chart);
        dispose(chart);
      };
    },
  });
}

/** Moves random inputs, each as dragging does. */
const move = (page: Page, moves: number) =>
  page.evaluate(async (moves) => {
    const random = (globalThis as any).random as () => number;
    for (let turn = 0; turn < moves; turn += 1) {
      const sliders = [...document.querySelectorAll<HTMLInputElement>('#assumptions input[type="range"]')];
      const slider = sliders[Math.floor(random() * sliders.length)];
      for (let step = 0; step < 2; step += 1) {
        slider.value = String(Number(slider.min) + random() * (Number(slider.max) - Number(slider.min)));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
      slider.dispatchEvent(new Event("change", { bubbles: true }));
      // What is drawn once a frame must be drawn.
      await new Promise(requestAnimationFrame);
    }
  }, moves);

test(`memory is flat over ${MOVES.toLocaleString("en")} moves through all chapters, and no chart stays behind`, async ({ page, watched }) => {
  test.setTimeout(ALL ? 3_600_000 : 600_000);
  console.log(`  REPORT_SEED=${SEED}`);
  await page.addInitScript(countCharts);
  await page.addInitScript(drawFrom, SEED);
  await open(page, "./#/overview?lang=en");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  let round = 0;
  async function go(moves: number) {
    for (let left = moves; left > 0; left -= STAY, round += 1) {
      const chapter = CHAPTERS[round % 6];
      await page.evaluate((chapter) => (location.hash = `#/${chapter}?lang=${(globalThis as any).random() < 0.5 ? "en" : "ja"}`), chapter);
      await expect.poll(() => page.evaluate(() => document.querySelectorAll("article figure").length)).toBeGreaterThan(0);
      await page.evaluate(() => scrollTo(0, (globalThis as any).random() * document.body.scrollHeight));
      await move(page, Math.min(left, STAY));
    }
    // The same place every time, so that the same things are in the page.
    await page.evaluate(() => (location.hash = "#/overview?lang=en"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
    await page.waitForTimeout(500);
  }
  async function measure() {
    for (let turn = 0; turn < 3; turn += 1) await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    const page_ = await page.evaluate(async () => {
      const { glue } = document.querySelector<HTMLScriptElement>("script[data-glue]")!.dataset;
      const { default: init } = await import(new URL(glue!, document.baseURI).href);
      // Once it runs, the glue only returns what the module exports.
      const { memory } = await init();
      return { wasm: memory.buffer.byteLength as number, charts: (globalThis as any).liveCharts.size as number, canvases: document.querySelectorAll("canvas").length };
    });
    return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners"), ...page_ };
  }
  await go(WARM_UP);
  const before = await measure();
  const start = Date.now();
  await go(MOVES);
  const after = await measure();
  const kb = (bytes: number) => `${(bytes / 1e3).toFixed(0)} kB`;
  console.log(
    `  ${MOVES} moves in ${((Date.now() - start) / 1000).toFixed(0)} s: heap of scripts ${kb(before.heap)} → ${kb(after.heap)}, memory of the module ${kb(before.wasm)} → ${kb(after.wasm)}, ` +
      `nodes ${before.nodes} → ${after.nodes}, listeners ${before.listeners} → ${after.listeners}, charts ${before.charts} → ${after.charts} (canvases ${after.canvases})`,
  );
  expect(after.charts, "charts that are not in the page").toBe(after.canvases);
  expect(after.heap - before.heap, "heap").toBeLessThan(BUDGET.heap);
  expect(after.wasm - before.wasm, "module").toBeLessThan(BUDGET.wasm);
  expect(after.nodes - before.nodes, "nodes").toBeLessThan(BUDGET.nodes);
  expect(after.listeners - before.listeners, "listeners").toBeLessThan(BUDGET.listeners);
  // Leaving for the chapter without charts frees all of them.
  await page.evaluate(() => (location.hash = "#/evidence?lang=en"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Evidence");
  await expect.poll(() => page.evaluate(() => (globalThis as any).liveCharts.size - document.querySelectorAll("canvas").length)).toBe(0);
  // Nobody moves inputs this often: the browser thins out the entries of its history.
  const thinned = /Throttling navigation/;
  watched.complaints.splice(0, Infinity, ...watched.complaints.filter((line) => !thinned.test(line)));
});
