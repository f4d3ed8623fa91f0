// Drives a page that shows the chart with a slider: first load, then input event to paint. The same script for all.

/** Runs in every page before its own scripts: what the chart looks like, and when that changes. */
function probe() {
  const small = document.createElement("canvas");
  [small.width, small.height] = [200, 120];
  const pen = small.getContext("2d", { willReadFrequently: true });
  const painted = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(0);
  });
  const next = () => new Promise(requestAnimationFrame);

  /** The bars of a chart as text, empty before there are any: of a canvas a small picture, of an SVG the paths. */
  function look(chart) {
    const root = document.querySelector(chart);
    const canvas = root?.querySelector("canvas");
    if (!canvas) return [...(root?.querySelectorAll(".bars path, .mark-rect path") ?? [])].map((path) => path.getAttribute("d")).join();
    pen.clearRect(0, 0, 200, 120);
    if (canvas.width && canvas.height) pen.drawImage(canvas, 0, 0, 200, 120);
    const pixels = pen.getImageData(0, 0, 200, 120).data;
    let coloured = false;
    let hash = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]];
      coloured ||= Math.max(r, g, b) - Math.min(r, g, b) > 40 && pixels[at + 3] > 200;
      hash = (Math.imul(hash, 31) + r * 65536 + g * 256 + b) | 0;
    }
    return coloured ? String(hash) : "";
  }

  /** When the frame began in which the chart is another than before, and when it was painted. */
  async function change(chart, before) {
    do await next();
    while (look(chart) === before || look(chart) === "");
    const frame = performance.now();
    return { frame, paint: await painted() };
  }

  globalThis.bench = {
    look,
    /** When the chart first had bars, after the start of the navigation. */
    first: async (chart) => (await change(chart, "")).paint,
    /** From the next key to the frame with the changed chart and its paint; `script` until the charts of the report or of the floor are set. */
    arm(chart) {
      const before = look(chart);
      const times = {};
      const calls = globalThis.industry2040Charts;
      if (calls && !calls.set.timed) {
        const { set } = calls;
        calls.set = (...all) => (set(...all), (globalThis.bench.end = performance.now()));
        calls.set.timed = true;
      }
      addEventListener("input", () => (times.input = performance.now()), { capture: true, once: true });
      globalThis.bench.moved = new Promise((resolve) => {
        addEventListener("keydown", async ({ timeStamp }) => {
          const { frame, paint } = await change(chart, before);
          resolve({ frame: frame - timeStamp, paint: paint - timeStamp, script: globalThis.bench.end - times.input });
        }, { capture: true, once: true });
      });
    },
    /** Waits until the chart has stood still for some frames. */
    async settle(chart) {
      for (let still = 0, last = look(chart); still < 12; still += 1) {
        await next();
        const now = look(chart);
        if (now !== last) still = 0;
        last = now;
      }
    },
  };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Each time of several as `pick` takes it. */
export const picked = (times, pick) => Object.fromEntries(["frame", "paint", "script"].map((name) => [name, pick(times.map((time) => time[name]))]));

/** A page of an empty cache. */
async function fresh(browser, act, network) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    if (network) await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
    await page.addInitScript(probe);
    return await act(page, session);
  } finally {
    await context.close();
  }
}

/** Bytes as they come over the wire, bytes as unpacked, requests, encodings, and milliseconds to the first figure. */
export const load = (browser, { address, chart }, network) =>
  fresh(browser, async (page, session) => {
    let [wire, unpacked, requests] = [0, 0, 0];
    const encodings = {};
    session.on("Network.responseReceived", ({ response }) => {
      const encoding = response.headers["content-encoding"] ?? response.headers["Content-Encoding"] ?? "none";
      requests += 1;
      encodings[encoding] = (encodings[encoding] ?? 0) + 1;
    });
    session.on("Network.dataReceived", ({ dataLength }) => (unpacked += dataLength));
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (wire += encodedDataLength));
    session.on("Network.webSocketFrameReceived", ({ response }) => (wire += response.payloadData.length));
    await page.goto(address, { waitUntil: "commit" });
    const first = await page.evaluate((chart) => globalThis.bench.first(chart), chart);
    await page.waitForLoadState("networkidle");
    return { first, wire, unpacked, requests, encodings };
  }, network);

/** Milliseconds from a key on the slider to the paint with the changed chart, move by move. */
export const moves = (browser, { address, chart, slider }, count) =>
  fresh(browser, async (page) => {
    await page.goto(address);
    await page.evaluate((chart) => globalThis.bench.first(chart), chart);
    await page.waitForLoadState("networkidle");
    await page.locator(slider).first().focus();
    const times = [];
    // The first moves warm up what the browser has yet to compile.
    for (let move = 0; move < count + 5; move += 1) {
      await page.evaluate((chart) => globalThis.bench.settle(chart), chart);
      await page.evaluate((chart) => globalThis.bench.arm(chart), chart);
      await page.keyboard.press("ArrowRight");
      const moved = await page.evaluate(() => globalThis.bench.moved);
      if (move >= 5) times.push(moved);
    }
    return picked(times, median);
  });

/** What the report passes to ECharts for a figure that stands alone: the options, and the size. */
export const options = (browser, { address }) =>
  fresh(browser, async (page) => {
    await page.addInitScript(() => {
      let charts;
      globalThis.drawn = [];
      Object.defineProperty(globalThis, "industry2040Charts", {
        get: () => charts,
        set(made) {
          const { set } = made;
          made.set = (chart, option, fresh) => {
            if (fresh) globalThis.drawn.push({ option: structuredClone(option), width: chart.getWidth(), height: chart.getHeight() });
            set(chart, option, fresh);
          };
          charts = made;
        },
      });
    });
    await page.goto(address);
    await page.waitForFunction(() => globalThis.drawn.length > 0);
    return page.evaluate(() => globalThis.drawn[0]);
  });
