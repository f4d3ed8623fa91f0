// What goes wrong around the report is said in the reader's language, and as much as possible goes on.

import { readFileSync, readdirSync } from "node:fs";
import { CHAPTERS, expect, open, test, type Page } from "./page";
import { serveVersions } from "./versions";

const WORDS = { en: { missing: "could not be loaded", again: "Try again" }, ja: { missing: "読み込めなかった", again: "再試行" } } as const;

const PARTS = readdirSync("dist").flatMap((name) => /^split_(\w+)-/.exec(name)?.[1] ?? []);

/** What opens the parts that are no chapters, in each language. */
const OPENERS: Record<string, (page: Page, ja: boolean) => Promise<void>> = {
  bench: (page, ja) => page.locator(".steps").getByRole("button", { name: ja ? "シナリオ" : "Scenarios", exact: true }).click(),
  tools: (page, ja) => page.locator(".steps").getByRole("button", { name: ja ? "分析" : "Analysis", exact: true }).click(),
  over: (page, ja) => page.locator("figure#market").getByRole("button", { name: ja ? "埋め込み" : "Embed" }).click(),
  explain: (page) => page.locator(".results .number").first().click(),
};

const cut = (page: Page, part: string) => page.route(new RegExp(`/split_${part}-`), (route) => route.fulfill({ status: 503 }));

/** The failed load is reported by the browser as well; nothing else is. */
function onlyThat(complaints: string[]) {
  const found = complaints.splice(0);
  expect(found).toContainEqual(expect.stringMatching(/^503: /));
  expect(found.filter((line) => /uncaught|panicked/.test(line))).toEqual([]);
}

test("the tests below know every part of the module", () => {
  const known = [...CHAPTERS, ...Object.keys(OPENERS), "embed", "listing", "writer"];
  // What another part holds must be added to the openers.
  expect(PARTS.filter((part) => !known.includes(part))).toEqual([]);
});

test("the tests below know every file that the page itself asks for", () => {
  const page = readFileSync("dist/index.html", "utf8");
  const asked = [...page.matchAll(/(?:href|src|data-glue|data-module)="(?!data:|#)([^"]+)"/g)].map(([, address]) => address.replace(/^\.?\//, "").replace(/-[0-9a-f]{8,}/, "").replace(/_bg(?=\.wasm)/, ""));
  // Of these the icon is nobody's loss; charts, glue and module are cut in load.spec.ts.
  const known = /^(boot|charts|industry2040|icon|report)\b.*\.(js|wasm|css|svg)$/;
  expect(asked.filter((name) => !known.test(name) && !/^(pack|split)_/.test(name))).toEqual([]);
  expect(asked.length).toBeGreaterThan(3);
});

test("the style does not arrive: all words and numbers are there, and inputs move them", async ({ page, watched }) => {
  await page.route(/\.css$/, (route) => route.fulfill({ status: 503 }));
  await open(page, "./#/reshoring?lang=en");
  const market = page.locator('[data-output="tam.new_market"] .number').first();
  await expect(market).toHaveText("$360 bn");
  await page.locator('#assumptions [data-param="reshoring.share"] input[type="text"]').fill("50");
  await page.locator('#assumptions [data-param="reshoring.share"] input[type="text"]').press("Enter");
  await expect(market).not.toHaveText("$360 bn");
  onlyThat(watched.complaints);
});

for (const lang of ["en", "ja"] as const) {
  const { missing, again } = WORDS[lang];

  // The overview stands in the first module: load.spec.ts.
  for (const chapter of CHAPTERS.filter((chapter) => chapter !== "overview")) {
    test(`the chapter ${chapter} does not arrive, ${lang}: a message, and another try`, async ({ page, watched }) => {
      await cut(page, chapter);
      await page.goto(`./#/${chapter}?lang=${lang}`);
      await expect(page.getByRole("alert").filter({ visible: true })).toContainText(missing);
      await page.unrouteAll();
      await page.getByRole("button", { name: again }).click();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      onlyThat(watched.complaints);
    });
  }

  for (const [part, act] of Object.entries(OPENERS)) {
    test(`the part ${part} does not arrive, ${lang}: a message, and another try`, async ({ page, watched }) => {
      // Warnings about inputs would ask for the part of the scenarios by themselves.
      await open(page, `./#/reshoring?lang=${lang}`);
      await cut(page, part);
      await act(page, lang === "ja");
      await expect(page.locator(".part-missing, dialog[open]").filter({ visible: true }).first()).toContainText(missing);
      await page.unrouteAll();
      if (part === "explain") await page.getByRole("dialog").getByRole("button", { name: again }).click();
      else await act(page, lang === "ja");
      await expect(page.locator("dialog[open] h2").first()).toBeVisible();
      onlyThat(watched.complaints);
    });
  }

  test(`what shows tables does not arrive, ${lang}`, async ({ page, watched }) => {
    await cut(page, "listing");
    await page.goto(`./#/reshoring?lang=${lang}`);
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText(missing);
    await page.unrouteAll();
    await page.getByRole("button", { name: again }).click();
    await expect(page.locator("details.listing").first()).toBeVisible();
    onlyThat(watched.complaints);
  });

  test(`what writes the workbook does not arrive, ${lang}: the dialog says so, and makes it when asked again`, async ({ page, watched }) => {
    const [open_, workbook, kept] = lang === "ja" ? ["エクスポート", "ワークブック（XLSX）", "読み込めなかった"] : ["Export", "Workbook (XLSX)", "could not be loaded"];
    await open(page, `./#/reshoring?lang=${lang}`);
    await cut(page, "writer");
    await page.locator("figure#market").getByRole("button", { name: open_, exact: true }).click();
    const dialog = page.locator("dialog.export");
    await dialog.getByRole("button", { name: workbook, exact: true }).click();
    await expect(dialog.getByRole("status")).toContainText(kept);
    await page.unrouteAll();
    const coming = page.waitForEvent("download");
    await dialog.getByRole("button", { name: again, exact: true }).click();
    expect((await coming).suggestedFilename()).toBe(`industry2040-workbook-${lang}.xlsx`);
    onlyThat(watched.complaints);
  });

  test(`what an embed consists of does not arrive, ${lang}`, async ({ page, watched }) => {
    await cut(page, "embed");
    await page.goto(`./#/reshoring?lang=${lang}&embed=market`);
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText(missing);
    await page.unrouteAll();
    await page.getByRole("button", { name: again }).click();
    await expect(page.locator("figure canvas")).toBeVisible();
    onlyThat(watched.complaints);
  });

  test(`the browser keeps nothing, ${lang}: the report works and says so where it matters`, async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      }),
    );
    await open(page, `./#/reshoring?lang=${lang}&reshoring.share=70`);
    await page.getByRole("combobox").first().selectOption("dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await OPENERS.bench(page, lang === "ja");
    const notice = page.locator("dialog.bench .notice-line");
    await expect(notice).toContainText(lang === "en" ? "does not let the page keep anything" : "保存が許可されていない");
    await page.locator("#scenario-name").fill("x");
    await page.locator("#scenario-name").press("Enter");
    await expect(notice).toContainText(lang === "en" ? "does not let the page keep anything" : "保存が許可されていない");
  });

  test(`the clipboard is refused, ${lang}: the text is there to be copied`, async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await open(page, `./#/reshoring?lang=${lang}`);
    await OPENERS.over(page, lang === "ja");
    await page.getByRole("dialog").getByRole("button", { name: lang === "ja" ? /^コピー.*リンクのみ/ : "Copy: Link alone" }).click();
    await expect(page.getByRole("dialog").getByRole("status")).toContainText(lang === "ja" ? "選択済み" : "The text is selected");
    await page.keyboard.press("Escape");
    await OPENERS.bench(page, lang === "ja");
    await page.locator("dialog.bench .presets").getByRole("button", { name: lang === "ja" ? /^リンクをコピー/ : /^Copy link/ }).first().click();
    await expect(page.locator("dialog.bench .notice-line")).toContainText(/http.*#\/reshoring/);
  });
}

test("every file that chapters share may be late: the chapter says so, and comes when asked again", async ({ page, watched }) => {
  test.slow();
  const asked = new Set<string>();
  page.on("request", (request) => {
    const name = /\/(pack_\w+)-/.exec(request.url())?.[1];
    if (name) asked.add(name);
  });
  await open(page, "./#/overview?lang=en");
  await page.waitForLoadState("networkidle");
  const first = new Set(asked);
  await page.goto("./#/work?lang=en");
  await expect(page.locator("article figure").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const later = [...asked].filter((name) => !first.has(name));
  expect(later.length).toBeGreaterThan(0);
  for (const name of later) {
    await page.goto("about:blank");
    await page.route(new RegExp(`/${name}-`), (route) => route.abort());
    await page.goto("./#/work?lang=en");
    await expect(page.getByRole("alert").filter({ visible: true }), name).toContainText("could not be loaded");
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1 }), name).toBeVisible();
  }
  watched.complaints.splice(0);
});

for (const [what, block] of Object.entries({
  "WebAssembly is forbidden by a policy": async (page: Page) =>
    page.route("./", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace("'wasm-unsafe-eval'", "") });
    }),
  "the module is broken": async (page: Page) => page.route(/industry2040_bg-/, (route) => route.fulfill({ contentType: "application/wasm", body: "nonsense" })),
  "the module traps at its start": async (page: Page) => page.addInitScript(() => (WebAssembly.instantiate = () => Promise.reject<never>(new WebAssembly.RuntimeError("unreachable")))),
})) {
  test(`${what}: a message in both languages, with the main results`, async ({ page, watched }) => {
    await block(page);
    await open(page);
    await expect(page.locator('p[lang="ja"]')).toContainText("読み込めなかった");
    await expect(page.locator('p[lang="en"]')).toContainText("could not be loaded");
    await expect(page.locator('table[lang="en"] tr', { hasText: "New market, 2040" })).toContainText("$360 bn");
    await expect(page.locator('table[lang="ja"] tr', { hasText: "新市場" }).first()).toContainText("3,598億ドル");
    expect(watched.complaints.splice(0)).not.toEqual([]);
  });
}

test("without scripts the main results of the base case stand in the page, as the page would compute them", async ({ page, watched, browser, baseURL }) => {
  await page.route("./", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "sandbox" } });
  });
  await page.goto("./");
  const table = page.locator('noscript table[lang="en"]');
  await expect(table.locator("caption")).toHaveText("Main results of the base case");
  const told = await table.locator("tr:has(td)").allInnerTexts();
  expect(told.length).toBeGreaterThan(15);
  expect(told.join()).not.toMatch(/NaN|undefined|null/);
  expect(await page.locator('noscript table[lang="ja"] tr:has(td)').count()).toBe(told.length);
  watched.complaints.splice(0);
  const live = await browser.newPage({ baseURL, locale: "en-GB" });
  await open(live, "./#/reshoring?lang=en");
  for (const result of await live.locator(".result").all()) {
    const name = (await result.locator("dt").innerText()).trim();
    const value = (await result.locator(".number").innerText()).trim();
    expect(told.map((row) => row.replace(/\s+/g, " "))).toContain(`${name} ${value}`);
  }
  await live.close();
});

test.describe("with an old service worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("a file that neither it nor the host has any more leaves a message; the new version has it", async ({ page, watched }) => {
    const server = await serveVersions();
    await page.goto(`${server.address}#/overview?lang=en`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    // The browser made room, and the host has only the files of its new version.
    server.state.gone = /^split_share-/;
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if (request.url.includes("split_share-")) await cache.delete(request);
      }
    });
    await page.reload();
    await page.getByRole("link", { name: "Japan’s share and profit", exact: true }).first().click();
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText("could not be loaded");
    server.state.gone = /^$/;
    server.state.version = "0000000000000000";
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it!.update()).then(() => 0));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => !!it?.waiting)), { timeout: 15_000 }).toBe(true);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Japan’s share and profit");
    server.close();
    // It is not the server of the other tests.
    watched.complaints.splice(0);
  });
});
