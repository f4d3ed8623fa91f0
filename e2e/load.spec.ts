import { expect, open, test } from "./page";

test("the report shows its first heading and complains about nothing", async ({ page }) => {
  await open(page);
  expect(await page.evaluate(() => typeof (globalThis as any).industry2040Charts.create)).toBe("function");
});

test("the content security policy stops an inline script", async ({ page, watched }) => {
  const policy = page.locator('meta[http-equiv="content-security-policy"]');
  // As it would stand in the page had somebody put it there: a script made by script is refused by Trusted Types before.
  await page.route("./", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("</head>", "<script>globalThis.inlineRan = true</script></head>") });
  });
  await open(page);
  await expect(policy).toHaveAttribute("content", /default-src 'none'.*require-trusted-types-for 'script'/);
  expect(await page.evaluate(() => (globalThis as any).inlineRan)).toBeUndefined();
  await expect.poll(() => watched.complaints.length).toBe(1);
  expect(watched.complaints.splice(0)[0]).toMatch(/inline script violates/);
});

test("the page itself holds no inline script, style or handler", async ({ page }) => {
  const html = await (await page.request.get("./")).text();
  // A block of data is no script: the policy lets it stand, and nothing runs it.
  expect(html).not.toMatch(/<script(?![^>]*\s(?:src=|type="(?:application\/json|text\/plain)"))/i);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/i);
});

test("the report works below any path", async ({ page, baseURL }) => {
  await page.route("**/some/where/**", async (route) => {
    const url = route.request().url().replace("/some/where/", "/");
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "./some/where/");
  expect(asked.filter((url) => !url.startsWith(`${baseURL}some/where/`))).toEqual([]);
  await page.unrouteAll({ behavior: "wait" });
});

test("a browser without WebAssembly gets a message in both languages", async ({ page, watched }) => {
  await page.addInitScript(() => delete (globalThis as any).WebAssembly);
  await open(page);
  await expect(page.locator('p[lang="ja"]')).toContainText("WebAssembly");
  await expect(page.locator('p[lang="en"]')).toContainText("WebAssembly");
  expect(watched.complaints.splice(0)).toEqual(["error: Error: WebAssembly is missing"].map(expect.stringContaining));
});

for (const part of ["charts", "industry2040", "industry2040_bg"]) {
  test(`a load without ${part} ends in a message, not in an empty page`, async ({ page, watched }) => {
    await page.route(new RegExp(`/${part}-[0-9a-f]+\\.`), (route) => route.fulfill({ status: 503 }));
    await open(page);
    await expect(page.locator('p[lang="en"]')).toContainText("could not be loaded");
    expect(watched.complaints.splice(0)).toContainEqual(expect.stringMatching(/^503: /));
  });
}

test("a page whose first script does not arrive, or whose module is late, is not empty", async ({ page, watched }) => {
  await page.route(/\/boot-[0-9a-f]+\./, (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  await expect(page.locator('#waiting p[lang="en"]')).not.toBeVisible();
  await expect(page.locator('#waiting p[lang="en"]')).toBeVisible({ timeout: 15_000 });
  await expect(page.locator('#waiting p[lang="ja"]')).toContainText("再読み込み");
  await expect(page.locator("#waiting table")).toHaveCount(2);
  expect(watched.complaints.splice(0)).toContainEqual(expect.stringMatching(/^404: /));
  await page.unrouteAll();

  let arrive = () => {};
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/industry2040_bg-[0-9a-f]+\./, async (route) => {
    await late;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator('#waiting p[lang="en"]')).toBeVisible({ timeout: 15_000 });
  arrive();
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator("#waiting")).toHaveCount(0);
});

test("without scripts there is a message in both languages", async ({ page, watched }) => {
  // Playwright's own switch leaves <noscript> out of the page; a sandbox turns scripts off as a reader would.
  await page.route("./", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "sandbox" } });
  });
  await page.goto("./");
  await expect(page.locator('noscript p[lang="ja"]')).toContainText("JavaScript");
  await expect(page.locator('noscript p[lang="en"]')).toContainText("JavaScript");
  expect(watched.complaints.splice(0).join()).toContain("Blocked script execution");
});

test("a chapter that does not arrive leaves a message, and comes when asked again", async ({ page, watched }) => {
  await page.route(/\/split_reshoring-/, (route) => route.fulfill({ status: 503 }));
  await page.goto("./#/reshoring?lang=en");
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reshoring and autonomy");
  await expect(page.locator(".missing")).toBeHidden();
  expect(watched.complaints.splice(0)).toContainEqual(expect.stringMatching(/^503: /));
});

test("explanations are loaded with the first one, and asked for again when they do not arrive", async ({ page, watched }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "./#/reshoring?lang=en");
  expect(asked.filter((url) => url.includes("split_explain"))).toEqual([]);
  await page.route(/\/split_explain-/, (route) => route.fulfill({ status: 503 }));
  await page.locator(".results .number").first().click();
  await expect(page.getByRole("dialog")).toContainText("could not be loaded");
  await page.unrouteAll();
  await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("#explain-title")).toHaveText("New market, four regions, 2040");
  await expect(page.locator("#explain-title")).toBeFocused();
  expect(watched.complaints.splice(0)).toContainEqual(expect.stringMatching(/^503: /));
});
