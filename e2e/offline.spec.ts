// After one visit the hosted report works without a network, and a new version takes over cleanly.

import { expect, test } from "@playwright/test";
import { serveVersions } from "./versions";

test.use({ serviceWorkers: "allow" });

test("after one visit the report opens without a network, chapters and tables included", async ({ context, page, baseURL }) => {
  await page.goto("./#/overview?lang=en");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await context.setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${baseURL}#/sovereign?lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sovereign AI");
  await page.locator("details.listing summary").first().click();
  await expect(page.locator("details.listing table td").first()).toBeVisible();
  await context.setOffline(false);
});

test("a new version is loaded beside the old one and takes over with the next load", async ({ page }) => {
  const server = await serveVersions();
  await page.goto(`${server.address}#/overview?lang=en`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  server.state.version = "0000000000000000";
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration!.update();
  });
  const waits = () => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => !!it?.waiting));
  await expect.poll(waits, { timeout: 15_000 }).toBe(true);
  expect(await page.evaluate(() => caches.keys()), "the old version stays whole").toHaveLength(2);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([`industry2040 ${server.address} 0000000000000000`]);
  server.close();
});

test("two copies on one host keep their files apart", async ({ page, context }) => {
  const server = await serveVersions();
  const visit = async (folder: string) => {
    await page.goto(`${server.address}${folder}#/overview?lang=en`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => 0));
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  };
  await visit("one/");
  server.state.version = "1111111111111111";
  await visit("two/");
  expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
  await context.setOffline(true);
  server.close();
  for (const folder of ["one/", "two/"]) {
    await page.goto("about:blank");
    await page.goto(`${server.address}${folder}#/share?lang=en`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Japan’s share and profit");
  }
});
