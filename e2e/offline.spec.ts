// After one visit the hosted report works without a network, and a new version takes over cleanly.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { expect, test } from "@playwright/test";

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

/** Serves `dist` and lets a test change the version of the worker, which Playwright cannot do on the way. */
async function serveVersions() {
  const state = { version: "" };
  const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url!, "http://localhost").pathname.slice(1)) || "index.html";
    try {
      let body: Buffer | string = await readFile(join("dist", name));
      if (name === "sw.js" && state.version) body = body.toString().replace(/VERSION = "[0-9a-f]+"/, `VERSION = "${state.version}"`);
      response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain", "cache-control": "no-cache" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { state, address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

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
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["industry2040-0000000000000000"]);
  server.close();
});
