// How long the page takes, measured in the browser. Sizes and counts fail a run; times only warn, for machines are noisy.

import { RESHORING, expect, open, test } from "./page";

const MOVES = 100;
const WARM_UP = 20;
const BUDGET = { ratio: 1.15, median: 16, model: 1 };

const sorted = (values: number[]) => [...values].sort((a, b) => a - b);
const quantile = (values: number[], share: number) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
const ms = (value: number) => `${value.toFixed(2)} ms`;
const warn = (over: boolean, words: string) => over && console.log(`  warning: ${words}`);

test.use({ locale: "en-GB", viewport: { width: 1440, height: 900 } });

test("from an input event to the last updated figure, beside bare setOption of the same options", async ({ page }) => {
  await open(page, "./#/reshoring/market?lang=en");
  await expect(page.locator("figure#market canvas")).toBeVisible();
  const times = await page.evaluate(async ([moves, warmUp]) => {
    type Chart = { setOption(option: unknown, how: unknown): void; getWidth(): number; getHeight(): number };
    const charts = (globalThis as any).industry2040Charts;
    const slider = document.querySelector<HTMLInputElement>('#assumptions [data-param="reshoring.share"] input[type="range"]')!;
    const frame = () => new Promise(requestAnimationFrame);
    const set = charts.set;
    let calls: { chart: Chart; option: unknown; fresh: boolean }[] = [];
    let end = 0;
    charts.set = (chart: Chart, option: unknown, fresh: boolean) => {
      set(chart, option, fresh);
      end = performance.now();
      calls.push({ chart, option, fresh });
    };
    const report: number[] = [];
    const words: number[] = [];
    const bare: number[] = [];
    const figures: number[] = [];
    let whole = 0;
    let before: typeof calls = [];
    for (let move = 0; move < moves + warmUp; move += 1) {
      await frame();
      calls = [];
      const start = performance.now();
      slider.value = String((move * 37) % 100);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      // The words follow in the same turn: a message arrives when all of them are done.
      const { port1, port2 } = new MessageChannel();
      const done = new Promise<number>((resolve) => (port1.onmessage = () => resolve(performance.now())));
      port2.postMessage(0);
      const settled = (await done) - start;
      await frame();
      await frame();
      const took = end - start;
      // In turn with it, the same kind of change without the report: the thumb moves, as it would on any page with a
      // slider, and the options of the move before are set on the same charts.
      await frame();
      const bareStart = performance.now();
      slider.value = String(((move + 50) * 37) % 100);
      for (const { chart, option, fresh } of before) set(chart, option, fresh);
      const bareTook = performance.now() - bareStart;
      await frame();
      await frame();
      before = calls;
      // The first moves draw the base case for the first time, and the browser has yet to compile what runs often.
      if (move >= warmUp) {
        report.push(took);
        words.push(settled);
        bare.push(bareTook);
        figures.push(calls.length);
        whole += calls.filter(({ fresh }) => fresh).length;
      }
    }
    charts.set = set;
    return { report, words, bare, figures, whole };
  }, [MOVES, WARM_UP]);
  expect(times.report).toHaveLength(MOVES);
  expect(Math.min(...times.figures), "every move redraws the figures in view").toBeGreaterThan(0);
  const [own, bare] = [quantile(times.report, 0.5), quantile(times.bare, 0.5)];
  console.log(
    `  input to last figure: median ${ms(own)}, p95 ${ms(quantile(times.report, 0.95))}; bare setOption: median ${ms(bare)}, ` +
      `p95 ${ms(quantile(times.bare, 0.95))}; ratio ${(own / bare).toFixed(2)}; ${MOVES} moves, ` +
      `all words settled: median ${ms(quantile(times.words, 0.5))}; ${quantile(times.figures, 0.5)} figures in view, ${times.whole} whole redraws`,
  );
  warn(own / bare > BUDGET.ratio, `the ratio is over ${BUDGET.ratio}`);
  warn(own > BUDGET.median, `the median is over ${BUDGET.median} ms`);
});

test("one run of the whole model in WebAssembly", async ({ page }) => {
  await open(page, RESHORING);
  const time = await page.evaluate(async () => {
    const { glue } = document.querySelector<HTMLScriptElement>("script[data-glue]")!.dataset;
    const { time_model } = await import(new URL(glue!, document.baseURI).href);
    time_model(200);
    return time_model(2000) as number;
  });
  console.log(`  one run of the whole model in WebAssembly: ${(time * 1000).toFixed(1)} µs`);
  expect(time).toBeGreaterThan(0);
  warn(time > BUDGET.model, `a run takes over ${BUDGET.model} ms`);
});

test("the tools: tornado, goal seek, 2,000 draws, and the longest frame", async ({ page }) => {
  await open(page, RESHORING);
  await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
  await expect(page.locator("#figure-tornado canvas")).toBeVisible();
  // From the press to the words and shapes of the new figure: more than the computation alone.
  const press = (selector: string) =>
    page.evaluate(async (selector) => {
      const start = performance.now();
      document.querySelector<HTMLElement>(selector)!.click();
      const { port1, port2 } = new MessageChannel();
      const done = new Promise<number>((resolve) => (port1.onmessage = () => resolve(performance.now())));
      port2.postMessage(0);
      return (await done) - start;
    }, selector);
  const median = async (act: () => Promise<number>) => {
    const times: number[] = [];
    for (let turn = 0; turn < 9; turn += 1) times.push(await act());
    return quantile(times, 0.5);
  };
  const tornado = await median(async () => {
    await press("#tab-two-way");
    return press("#tab-tornado");
  });
  await press("#tab-goal");
  await page.locator("#goal-target").fill("300");
  const goal = await median(() => press("#tool button"));
  await press("#tab-uncertainty");
  await expect(page.locator(".findings .facts")).toBeVisible({ timeout: 20_000 });
  const draws = await page.evaluate(async () => {
    const frames: number[] = [];
    let last = performance.now();
    let running = true;
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      if (running) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const start = performance.now();
    const words = document.querySelector(".findings .facts")!;
    [...document.querySelectorAll<HTMLElement>("#tool .field-line button")].find((button) => !button.hidden)!.click();
    while (words.isConnected) await new Promise((resolve) => setTimeout(resolve, 4));
    const took = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 300));
    running = false;
    return { took, longest: Math.max(...frames) };
  });
  console.log(
    `  from the press: tornado ${ms(tornado)}, goal seek ${ms(goal)}, 2,000 draws ${draws.took.toFixed(0)} ms, longest frame ${draws.longest.toFixed(0)} ms`,
  );
  warn(tornado > 50, "the tornado takes over 50 ms");
  warn(goal > 50, "goal seek takes over 50 ms");
  warn(draws.took > 500, "2,000 draws take over 500 ms");
  warn(draws.longest > 50, "a frame takes over 50 ms");
});

test("figures out of view are left alone while dragging", async ({ page }) => {
  await open(page, RESHORING);
  await page.locator("figure#market").scrollIntoViewIfNeeded();
  await expect(page.locator("figure#market canvas")).toBeVisible();
  const drawn = await page.evaluate(async () => {
    const charts = (globalThis as any).industry2040Charts;
    const set = charts.set;
    const touched = new Set<unknown>();
    charts.set = (chart: unknown, ...rest: unknown[]) => {
      touched.add(chart);
      set(chart, ...rest);
    };
    const slider = document.querySelector<HTMLInputElement>('#assumptions [data-param="reshoring.share"] input[type="range"]')!;
    slider.value = "50";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    charts.set = set;
    return touched.size;
  });
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThan(3);
});
