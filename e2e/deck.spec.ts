// The sample deck: reveal.js with three embeds, served as examples/serve.js serves it.

import type { AddressInfo } from "node:net";
import { expect, test } from "./page";
import { serve } from "../examples/serve.js";

let server: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  server = await serve();
});
test.afterAll(() => server.close());

test("the deck turns pages by arrow keys wherever the focus is, and its buttons set an input", async ({ page, watched }) => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  const slide = () => page.evaluate(() => (globalThis as any).deck?.getIndices?.().h);
  await expect.poll(slide).toBe(0);

  await page.keyboard.press("ArrowRight");
  await expect.poll(slide).toBe(1);
  const market = page.frameLocator("#market");
  await expect(market.locator("figure canvas")).toBeVisible();
  await expect(market.getByRole("slider")).toHaveValue("100");
  // Within the figure: the slider takes its arrow keys, elsewhere they turn the page.
  await market.getByRole("slider").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(market.getByRole("slider")).toHaveValue("99");
  expect(await slide()).toBe(1);
  await market.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("ArrowRight");
  await expect.poll(slide).toBe(2);

  const workers = page.frameLocator("#workers");
  await expect(workers.locator("figure canvas")).toBeVisible();
  const readout = () => workers.locator(".readout").innerText();
  const before = await readout();
  await page.getByRole("button", { name: "2 percent a year" }).click();
  await expect.poll(readout).not.toBe(before);
  // The scenario is shared: what the first figure was told holds here, and the other way round.
  await expect(workers.locator(".embed-foot a")).toHaveAttribute("href", /reshoring\.share=99.*productivity_growth=2/);
  await page.keyboard.press("ArrowRight");
  await expect.poll(slide).toBe(3);
  const clear = page.frameLocator("#clear");
  await expect(clear.locator("figure canvas")).toBeVisible();
  await clear.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("PageDown");
  await expect.poll(slide).toBe(4);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(slide).toBe(3);
  // The deck lies on an origin of its own.
  const elsewhere = watched.complaints.splice(0).filter((complaint) => !complaint.startsWith(`another host: ${address}`));
  expect(elsewhere).toEqual([]);
});
