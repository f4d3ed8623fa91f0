import { AxeBuilder } from "@axe-core/playwright";
import { heard, host, tell } from "./host";
import { CHAPTERS, expect, open, test, type Page } from "./page";

const MARKET = "#/reshoring?lang=en&embed=market&inputs=reshoring.share";

const found = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [language, theme, words] of [
  ["en", "light", "open in the report"],
  ["ja", "dark", "レポートで開く"],
]) {
  test(`an embed is one figure with chosen inputs and a link back, clean for axe: ${language}, ${theme}`, async ({ page }) => {
    await open(page, `./#/reshoring?lang=${language}&reshoring.share=60&embed=market&inputs=reshoring.share&ground=${theme}`);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(page.locator("figure canvas")).toBeVisible();
    await expect(page.locator("header, nav, .panel, .bar")).toHaveCount(0);
    await expect(page.locator(".input")).toHaveCount(1);
    await expect(page.locator(".source")).toBeVisible();
    const back = page.locator(".embed-foot a");
    await expect(back).toContainText(words);
    await expect(back).toHaveAttribute("href", `#/reshoring/market?lang=${language}&reshoring.share=60`);
    expect(await found(page)).toEqual([]);
    const entries = await page.evaluate(() => history.length);
    await page.getByRole("button", { name: language === "ja" ? /^減らす/ : /^Decrease/ }).click();
    await expect(back).toHaveAttribute("href", /reshoring\.share=59/);
    // Address and history are the host's.
    expect(await page.evaluate(() => [location.hash.includes("share=60"), history.length])).toEqual([true, entries]);
  });
}

for (const chapter of CHAPTERS) {
  test(`a whole chapter can be embedded: ${chapter}`, async ({ page }) => {
    await page.setViewportSize({ width: 600, height: 700 });
    await open(page, `./#/${chapter}?lang=en&embed=chapter`);
    await expect(page.locator(chapter === "evidence" ? "article table" : "article figure").first()).toBeVisible();
    await expect(page.locator("header, nav, .panel, .bar")).toHaveCount(0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await found(page)).toEqual([]);
  });
}

test("an embed fits frames from 280 pixels on", async ({ page }) => {
  for (const figure of ["market", "regions", "workers", "deficits", "elsewhere"]) {
    for (const width of [280, 420, 900]) {
      await page.setViewportSize({ width, height: 500 });
      await page.goto("about:blank");
      await open(page, `./#/reshoring?lang=ja&embed=${figure}&inputs=reshoring.share,labour.productivity_growth`);
      await expect(page.locator("figure canvas")).toBeAttached();
      expect(await overflow(page), `${figure} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test("what an embed cannot read is named with what is accepted", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&embed=nowhere&ground=blue");
  await expect(page.locator(".embed > .issues")).toContainText("“nowhere” is not accepted; accepted: chapter, market");
  await expect(page.locator(".embed > .issues")).toContainText("transparent-dark");
  await page.goto("about:blank");
  await open(page, "./#/reshoring?lang=en&embed=market&inputs=share&reshoring.share=101");
  await expect(page.locator(".embed > .issues")).toContainText("“share” is not accepted");
  await expect(page.getByRole("alert").first()).toContainText("enter a number from 0 to 100%");
  await expect(page.locator("figure canvas")).toBeVisible();
});

test("a transparent embed lets the page around it through", async ({ page }) => {
  await host(page, { one: { link: `${MARKET}&ground=transparent`, style: "background: rgb(0, 128, 0); color-scheme: light" } });
  const frame = page.frameLocator("#one");
  await expect(frame.locator("figure canvas")).toBeVisible();
  const image = await page.locator("#one").screenshot();
  const colour = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    return [...context.getImageData(6, 6, 1, 1).data];
  }, [...image]);
  expect(colour).toEqual([0, 128, 0, 255]);
});

test("a frozen embed keeps its values and says when the version is another", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&embed=market&inputs=reshoring.share&reshoring.share=40&model=0.0.1");
  await expect(page.locator(".frozen")).toContainText("version 0.0.1");
  await expect(page.locator(".input")).toHaveCount(0);
  await expect(page.locator(".embed-foot a")).toHaveAttribute("href", /reshoring\.share=40/);
});

test("a host hears readiness, height, changes and keys", async ({ page }) => {
  await host(page, { one: { link: MARKET } });
  const frame = page.frameLocator("#one");
  const [ready] = await heard(page, "ready");
  expect(ready).toMatchObject({ industry2040: 1, chapter: "reshoring", figure: "market", inputs: {}, frozen: false });
  await expect.poll(async () => (await heard(page, "height")).at(-1)?.height).toBeGreaterThan(300);

  await frame.getByRole("button", { name: /^Decrease/ }).click();
  await expect.poll(async () => (await heard(page, "change")).length).toBe(1);
  const [change] = await heard(page, "change");
  expect(change).toMatchObject({ by: "reader", inputs: { "reshoring.share": 99 } });
  expect(change.link).toMatch(/\/#\/reshoring\/market\?lang=en&reshoring\.share=99$/);
  expect(change.outputs.length).toBeGreaterThan(1);
  expect(change.outputs[0].values.length).toBe(change.outputs[0].categories.length);

  await frame.locator("main").click({ position: { x: 4, y: 4 } });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageDown");
  await expect.poll(async () => (await heard(page, "key")).map(({ key }) => key)).toEqual(["ArrowRight", "PageDown"]);
  // What the figure and its inputs use stays with them.
  await frame.locator(".canvas").focus();
  await page.keyboard.press("ArrowLeft");
  await frame.getByRole("slider").focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.inputs).toEqual({ "reshoring.share": 98 });
  expect((await heard(page, "key")).length).toBe(2);
});

test("a host sets inputs, presets, language, theme and view, and asks for the state", async ({ page }) => {
  await host(page, { one: { link: MARKET } });
  const frame = page.frameLocator("#one");
  await tell(page, "one", { type: "set", inputs: { "reshoring.share": 50, "labour.productivity_growth": 1 } });
  await expect(frame.getByRole("slider")).toHaveValue("50");
  await expect.poll(async () => (await heard(page, "change")).at(-1)).toMatchObject({ by: "message", inputs: { "reshoring.share": 50 } });
  await tell(page, "one", { type: "set", inputs: { "reshoring.share": 60 }, whole: true });
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.inputs).toEqual({ "reshoring.share": 60 });
  await tell(page, "one", { type: "preset", preset: "no-reshoring" });
  await expect(frame.getByRole("slider")).toHaveValue("0");
  await tell(page, "one", { type: "lang", lang: "ja" });
  await expect(frame.locator("html")).toHaveAttribute("lang", "ja");
  await tell(page, "one", { type: "theme", theme: "dark" });
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await tell(page, "one", { type: "view", figure: "regions", usual: true, currency: "jpy" });
  await expect(frame.locator("figure#regions")).toBeVisible();
  await tell(page, "one", { type: "getState", id: 7 });
  await expect.poll(async () => (await heard(page, "state")).length).toBe(1);
  const [state] = await heard(page, "state");
  expect(state).toMatchObject({ id: 7, figure: "regions", usual: true, currency: "jpy", lang: "ja", theme: "dark", inputs: { "reshoring.share": 0 } });
  expect(state.parameters.find(({ id }: any) => id === "reshoring.share")).toMatchObject({ min: 0, max: 100, base: 100, value: 0 });
  expect(state.presets).toContain("cautious");
  expect(await heard(page, "error")).toEqual([]);
});

test("malformed and unknown messages get an error that names what is accepted", async ({ page }) => {
  await host(page, { one: { link: MARKET } });
  const refused = async (message: unknown, about: string, value: string, accepted: RegExp, plain = false) => {
    const before = (await heard(page, "error")).length;
    await tell(page, "one", message, plain);
    await expect.poll(async () => (await heard(page, "error")).length, JSON.stringify(message)).toBe(before + 1);
    const error = (await heard(page, "error")).at(-1)!;
    expect([error.about, error.value]).toEqual([about, value]);
    expect(error.accepted.join()).toMatch(accepted);
    expect(error.message).toContain(value);
  };
  await refused({ type: "explode" }, "type", "explode", /set,preset,lang/);
  await refused({}, "type", "undefined", /getState/);
  await refused({ type: { deep: [] } }, "type", '{"deep":[]}', /set/);
  await refused({ industry2040: 2, type: "set" }, "industry2040", "2", /^1$/, true);
  await refused({ type: "set" }, "inputs", "undefined", /object/);
  await refused({ type: "set", inputs: [1] }, "inputs", "[1]", /object/);
  await refused({ type: "set", inputs: { "reshoring.share": 101 } }, "reshoring.share", "101", /0–100/);
  await refused({ type: "set", inputs: { "reshoring.share": "lots" } }, "reshoring.share", "lots", /0–100/);
  await refused({ type: "set", inputs: { "reshoring.share": null } }, "reshoring.share", "null", /0–100/);
  await refused({ type: "set", inputs: { share: 1, "reshoring.share": 70 } }, "inputs", "share", /reshoring\.share/);
  await refused({ type: "preset", preset: "wild" }, "preset", "wild", /cautious/);
  await refused({ type: "lang", lang: "fr" }, "lang", "fr", /ja,en/);
  await refused({ type: "theme", theme: 5 }, "theme", "5", /transparent/);
  await refused({ type: "view", year: 2041 }, "year", "2041", /2025/);
  await refused({ type: "view", zoom: 2 }, "view", "zoom", /figure,year/);
  // The good part of a message was taken, and pages send each other other things.
  await expect(page.frameLocator("#one").getByRole("slider")).toHaveValue("70");
  const count = (await heard(page, "error")).length;
  for (const stray of ["slide:start", null, 5, [], { source: "tool" }]) await tell(page, "one", stray, true);
  await tell(page, "one", { type: "getState" });
  await expect.poll(async () => (await heard(page, "state")).length).toBe(1);
  expect((await heard(page, "error")).length).toBe(count);
});

test("a flood of messages is taken together, and a question after it is answered with all of it", async ({ page }) => {
  await host(page, { one: { link: MARKET } });
  const start = Date.now();
  await page.evaluate(() => {
    const frame = (document.getElementById("one") as HTMLIFrameElement).contentWindow!;
    const send = (message: object) => frame.postMessage({ industry2040: 1, ...message }, "*");
    for (let turn = 0; turn < 30_000; turn += 1) send({ type: "set", inputs: { "reshoring.share": turn % 101 } });
    send({ type: "set", inputs: { "reshoring.share": 42, "macro.fx": 9000 }, id: "bad" });
    send({ type: "getState", id: "first" });
    send({ type: "set", inputs: { "reshoring.share": 43 } });
    send({ type: "getState", id: "second" });
  });
  await expect.poll(async () => (await heard(page, "state")).length, { timeout: 60_000 }).toBe(2);
  const took = Date.now() - start;
  const states = await heard(page, "state");
  expect(states.map(({ id, inputs }) => [id, inputs])).toEqual([["first", { "reshoring.share": 42 }], ["second", { "reshoring.share": 43 }]]);
  // The refusal came before the answer to what was asked after it.
  const order = await page.evaluate(() => (globalThis as any).heard.filter((it: any) => it.id).map((it: any) => `${it.type} ${it.id}`));
  expect(order).toEqual(["error bad", "state first", "state second"]);
  const changes = await heard(page, "change");
  console.log(`  30,000 messages: ${took} ms, ${changes.length} changes`);
  expect(took).toBeLessThan(30_000);
  expect(changes.length).toBeLessThan(3_000);
  await expect.poll(async () => (await heard(page, "change")).at(-1)?.inputs).toEqual({ "reshoring.share": 43 });
  // A preset in between is one of them: what was set after it applies on top.
  await page.evaluate(() => {
    const frame = (document.getElementById("one") as HTMLIFrameElement).contentWindow!;
    for (const message of [{ type: "preset", preset: "cautious" }, { type: "set", inputs: { "reshoring.share": 44 } }, { type: "getState", id: "third" }]) frame.postMessage({ industry2040: 1, ...message }, "*");
  });
  await expect.poll(async () => (await heard(page, "state")).length).toBe(3);
  const third = (await heard(page, "state")).at(-1)!.inputs;
  expect(third["reshoring.share"]).toBe(44);
  expect(Object.keys(third).length).toBeGreaterThan(1);
});

test("inputs that are no plain object are refused, and endless ones in few words", async ({ page }) => {
  await host(page, { one: { link: MARKET } });
  const answers = async (make: string) => {
    const before = (await heard(page, "error")).length;
    const states = (await heard(page, "state")).length;
    await page.evaluate((make) => {
      const frame = (document.getElementById("one") as HTMLIFrameElement).contentWindow!;
      // What is not JSON must be made in the page.
      const inputs = {
        map: () => new Map([["macro.fx", 100]]),
        buffer: () => new ArrayBuffer(8),
        typed: () => new Float64Array(100_000),
        string: () => new String("macro.fx"),
        date: () => new Date(0),
        list: () => [1],
        bigint: () => ({ "macro.fx": 5n }),
        cycle: () => {
          const own: Record<string, unknown> = {};
          own["macro.fx"] = own;
          return own;
        },
        infinite: () => ({ "macro.fx": -Infinity }),
        endless: () => Object.fromEntries([...Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1]), ["macro.fx", 110]]),
      }[make]!();
      frame.postMessage({ industry2040: 1, type: "set", inputs }, "*");
      frame.postMessage({ industry2040: 1, type: "getState" }, "*");
    }, make);
    await expect.poll(async () => (await heard(page, "state")).length, { timeout: 60_000 }).toBe(states + 1);
    return { errors: (await heard(page, "error")).slice(before), inputs: (await heard(page, "state")).at(-1)!.inputs };
  };
  for (const [make, about, value] of [
    ["map", "inputs", "Map"],
    ["buffer", "inputs", "ArrayBuffer"],
    ["typed", "inputs", "Float64Array"],
    ["string", "inputs", "String"],
    ["date", "inputs", "Date"],
    ["list", "inputs", "[1]"],
    ["bigint", "macro.fx", "5n"],
    ["cycle", "macro.fx", "{…}"],
    ["infinite", "macro.fx", "-Infinity"],
  ]) {
    const { errors, inputs } = await answers(make);
    expect(errors.map((it) => [it.about, it.value]), make).toEqual([[about, value]]);
    expect(errors[0].accepted, make).toHaveLength(1);
    expect(inputs, make).toEqual({});
  }
  const { errors, inputs } = await answers("endless");
  expect(inputs).toEqual({ "macro.fx": 110 });
  expect(errors).toHaveLength(41);
  expect(errors.map(({ accepted }) => accepted.length > 0)).toEqual([true, ...Array(40).fill(false)]);
  expect([errors[40].more, errors[40].message]).toEqual([19_960, "inputs: 19960 more are not accepted"]);
  await page.evaluate(() => {
    const frame = (document.getElementById("one") as HTMLIFrameElement).contentWindow!;
    frame.postMessage({ industry2040: 1, type: "view", ...Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 1])) }, "*");
  });
  await expect.poll(async () => (await heard(page, "error")).at(-1)!.more).toBe(19_960);
});

test("a frozen embed refuses to be set", async ({ page }) => {
  await host(page, { one: { link: "#/reshoring?lang=en&embed=market&reshoring.share=40&model=0.1.0" } });
  await tell(page, "one", { type: "set", inputs: { "reshoring.share": 50 } });
  await expect.poll(async () => (await heard(page, "error")).at(-1)?.accepted).toEqual(["lang", "theme", "view", "getState"]);
  expect(await heard(page, "change")).toEqual([]);
});

test("the host script fits heights, passes keys on and shares a scenario within a group", async ({ page }) => {
  await host(page, { one: { link: MARKET, group: "a" }, two: { link: "#/reshoring?lang=en&embed=regions&inputs=reshoring.share", group: "a" }, three: { link: MARKET } }, true);
  const slider = (id: string) => page.frameLocator(`#${id}`).getByRole("slider");
  await expect.poll(async () => (await page.locator("#one").boundingBox())!.height).toBeGreaterThan(420);
  await expect.poll(async () => page.frameLocator("#one").locator("html").evaluate((root) => root.scrollHeight - root.clientHeight)).toBeLessThanOrEqual(0);
  await page.frameLocator("#one").getByRole("button", { name: /^Decrease/ }).click();
  await expect(slider("two")).toHaveValue("99");
  await page.frameLocator("#two").getByRole("button", { name: /^Decrease/ }).click();
  await expect(slider("one")).toHaveValue("98");
  await expect(slider("three")).toHaveValue("100");
  const keys = page.evaluate(() => new Promise((resolve) => document.addEventListener("keydown", ({ key, keyCode }) => resolve([key, keyCode]), { once: true })));
  await page.frameLocator("#one").locator("main").click({ position: { x: 4, y: 4 } });
  await page.keyboard.press("ArrowRight");
  expect(await keys).toEqual(["ArrowRight", 39]);
});

test("the host script hears the report only, and leaves attributes alone that are not its own", async ({ page, watched }) => {
  await host(page, { one: { link: MARKET } }, true);
  // Another player says what an embed would say; its frame stays as it is.
  await page.route("**/player.html*", (route) => route.fulfill({ contentType: "text/html", body: "<script>parent.postMessage({ industry2040: 1, type: 'height', height: 5000 }, '*'); parent.postMessage({ said: true }, '*')</script>" }));
  await page.evaluate(() => {
    const said = new Promise<void>((done) => addEventListener("message", ({ data }) => data.said && done()));
    const frame = Object.assign(document.createElement("iframe"), { id: "player", src: "./player.html?embed=1", height: "200" });
    document.body.insertAdjacentHTML("beforeend", `<button data-set="blue">Blue</button><button data-set='{"reshoring.share": 40}' data-embed="one">Forty</button>`);
    document.body.append(frame);
    return said;
  });
  expect((await page.locator("#player").boundingBox())!.height).toBeLessThan(300);
  await page.getByRole("button", { name: "Blue" }).click();
  await page.getByRole("button", { name: "Forty" }).click();
  await expect(page.frameLocator("#one").getByRole("slider")).toHaveValue("40");
  expect(watched.complaints.splice(0)).toEqual(['warning: industry2040: data-set="blue" is no JSON; accepted is an object such as {"reshoring.share": 50}']);
});

test("the dialog makes a snippet that works, and says when the clipboard is refused", async ({ page, context }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=60");
  await page.locator("figure#market").getByRole("button", { name: "Embed" }).click();
  const dialog = page.getByRole("dialog", { name: "Embed in another page" });
  await expect(dialog).toBeVisible();
  expect(await found(page)).toEqual([]);
  await dialog.getByLabel("Reshoring share").check();
  await dialog.getByLabel("Theme").selectOption("dark");
  const link = () => dialog.locator("#share-link").inputValue();
  expect(await link()).toMatch(/#\/reshoring\?lang=en&reshoring\.share=60&embed=market&inputs=reshoring\.share&ground=dark$/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy: HTML for the page" }).click();
  await expect(dialog.getByRole("status")).toHaveText("Copied.");
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toMatch(/^<iframe src="http.*&amp;embed=market/);
  await context.clearPermissions();
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await dialog.getByRole("button", { name: "Copy: Link alone" }).click();
  await expect(dialog.getByRole("status")).toContainText("The text is selected");
  expect(await page.evaluate(() => getSelection()!.toString() || (document.activeElement as HTMLInputElement).value)).toContain("embed=market");

  await dialog.getByLabel(/^frozen/).check();
  await dialog.getByLabel("the whole chapter").check();
  await dialog.getByLabel("Language").selectOption("ja");
  expect(await link()).toMatch(/lang=ja.*&macro\.fx=.*&model=\d+\.\d+\.\d+&embed=chapter&ground=dark$/);
  const address = await link();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.goto("about:blank");
  await open(page, address);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("リショアリングと自律化");
  await expect(page.locator(".issues:visible, .frozen")).toHaveCount(0);
});

test("a part that does not arrive leaves a message over the page", async ({ page, watched }) => {
  await open(page, "./#/reshoring?lang=ja");
  await page.route(/\/split_over-/, (route) => route.fulfill({ status: 503 }));
  await page.locator("figure#market").getByRole("button", { name: "埋め込み" }).click();
  await expect(page.locator(".part-missing")).toContainText("読み込めなかった");
  expect(await found(page)).toEqual([]);
  await page.unrouteAll();
  await page.locator("figure#market").getByRole("button", { name: "埋め込み" }).click();
  const dialog = page.getByRole("dialog", { name: "他のページに埋め込む" });
  await expect(dialog).toBeVisible();
  await expect(page.locator(".part-missing")).toBeHidden();
  expect(await found(page)).toEqual([]);
  expect(watched.complaints.splice(0)).toContainEqual(expect.stringMatching(/^503: /));
});

test("the host script stays under 2 kB", async ({ page }) => {
  const body = await (await page.request.get("./embed.js")).body();
  console.log(`  embed.js: ${body.length} bytes`);
  expect(body.length).toBeLessThan(2000);
});

const TOOLS: [string, string, string][] = [
  ["tornado", "figure-tornado", "result=capture.margin@2040"],
  ["attribution", "figure-attribution", "result=tam.new_market@2040"],
  ["two-way", "figure-two-way", "result=capture.margin@2040&inputs=pnl.hardware_cogs,pnl.solution_cogs"],
  ["uncertainty", "figure-histogram", "result=sovereign.break_even_attribution"],
  ["goal", "figure-goal", "result=capture.margin@2040&inputs=pnl.solution_cogs&target=0.2"],
];

test.describe("tools of analysis in other pages", () => {
  for (const [tool, figure, asks] of TOOLS) {
    test(`${tool} can be embedded with its result`, async ({ page }) => {
      await page.setViewportSize({ width: 700, height: 700 });
      await open(page, `./#/share?lang=en&reshoring.share=60&embed=${tool}&${asks}`);
      await expect(page.locator(`#${figure}`)).toBeVisible();
      await expect(page.locator(`#${figure} figcaption`)).not.toHaveText("");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      if (tool === "two-way") await expect(page.locator("#input-across")).toHaveValue("pnl.hardware_cogs");
      if (tool === "goal") {
        await expect(page.locator("#goal-target")).toHaveValue("20");
        await expect(page.locator(".told")).toContainText("20");
      }
      await expect(page.locator("header, nav, .panel, .bar")).toHaveCount(0);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await found(page)).toEqual([]);
    });
  }

  test("the dialog of a tool makes the link that shows what is shown", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, "./#/share?lang=en&reshoring.share=60");
    await page.locator(".steps").getByRole("button", { name: "Analysis", exact: true }).click();
    await page.getByRole("tab", { name: "Two inputs" }).click();
    await page.locator("#input-across").selectOption("macro.fx");
    await page.locator("#figure-two-way").getByRole("button", { name: "Embed", exact: true }).click();
    const link = page.locator("#share-link");
    await expect(link).toHaveValue(/#\/share\?lang=en&reshoring\.share=60&embed=two-way&result=.+@2040&inputs=macro\.fx,/);
    await expect(page.getByRole("group", { name: "Inputs beside the figure" })).toBeHidden();
    const address = await link.inputValue();
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.locator("#input-across")).toHaveValue("macro.fx");
  });

  test("a result that does not exist is named with those that do", async ({ page }) => {
    await open(page, "./#/share?lang=en&embed=tornado&result=profit");
    await expect(page.locator("main .issues")).toContainText("result: “profit” is not accepted; accepted: tam.");
    await expect(page.locator("#figure-tornado")).toBeVisible();
  });
});
