import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, test } from "./page";

test("presenting shows one figure or section at a time, large, and arrow keys turn", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await open(page, "./#/reshoring?lang=en&reshoring.share=60");
  await page.locator("figure#market").getByRole("button", { name: "Present" }).click();
  const show = page.getByRole("dialog", { name: "Presenting" });
  const title = show.locator(".slide :is(h1, h2)").first();
  await expect(show.locator("figure canvas")).toBeVisible();
  const market = await title.innerText();
  const size = await show.locator(".slide .subtitle").evaluate((it) => it.getBoundingClientRect().height / (it as HTMLElement).offsetHeight);
  expect(size).toBeGreaterThan(1.3);
  await expect(show.locator(".input")).not.toHaveCount(0);
  const violations = (await new AxeBuilder({ page }).analyze()).violations;
  // Main text and first heading lie behind it.
  expect(violations.map(({ id }) => id).filter((id) => !["landmark-one-main", "page-has-heading-one"].includes(id))).toEqual([]);

  await page.keyboard.press("ArrowRight");
  await expect(show.locator(".slide figure")).toHaveCount(0);
  await expect(show.locator(".slide > p").first()).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(title).toHaveText(market);
  await page.keyboard.press("Home");
  await expect(show.locator(".slide h1")).toHaveText("Reshoring and autonomy");
  await expect(show.locator(".slide .thesis")).toBeVisible();
  await page.keyboard.press("End");
  await expect(show.locator(".present-foot span")).toHaveText(/(\d+)\/\1$/);
  await show.getByRole("button", { name: "Leave" }).click();
  await expect(show).toBeHidden();
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test("inputs are at hand while presenting, and a replay comes back to where it was", async ({ page }) => {
  await open(page, "./#/reshoring?lang=en&reshoring.share=60");
  await page.locator("figure#market").getByRole("button", { name: "Present" }).click();
  const show = page.getByRole("dialog", { name: "Presenting" });
  const slider = show.getByRole("slider").first();
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveValue("0");
  const seen = page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>(".present input[type=range]")!;
    const values = new Set<string>();
    const end = performance.now() + 2400;
    while (performance.now() < end) {
      values.add(slider.value);
      await new Promise(requestAnimationFrame);
    }
    return [...values].map(Number).sort((a, b) => b - a);
  });
  await show.getByRole("button", { name: /^Replay/ }).click();
  const values = await seen;
  expect([values[0], values.at(-1)]).toEqual([60, 0]);
  expect(values.length, "values on the way").toBeGreaterThan(4);
  await expect(slider).toHaveValue("0");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("reshoring.share=0");
});

test("Escape leaves the presentation", async ({ page }) => {
  await open(page, "./#/reshoring?lang=ja");
  await page.locator("figure#regions").getByRole("button", { name: "全画面" }).click();
  const show = page.getByRole("dialog", { name: "プレゼンテーション" });
  await expect(show.locator("figure canvas")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(show).toBeHidden();
  await expect(page.locator("figure#regions")).toBeVisible();
});

test("presenting is offered only where the browser can fill the screen", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(document, "fullscreenEnabled", { get: () => false }));
  await open(page, "./#/reshoring?lang=en");
  await expect(page.locator("figure#market").getByRole("button", { name: "Embed" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Present" })).toHaveCount(0);
});
