// A page of someone else with embeds in it, on the origin of the report.

import { expect, type Page } from "./page";

export type Message = Record<string, any> & { type: string };

/** Puts frames of these links into an empty page; with the host script if asked. */
export async function host(page: Page, embeds: Record<string, { link: string; group?: string; style?: string }>, script = false) {
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en><title>Host</title><body>" }));
  await page.goto("./host.html");
  await page.evaluate(() => {
    (globalThis as any).heard = [];
    addEventListener("message", ({ data, source }) => {
      const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
      if (data?.industry2040) (globalThis as any).heard.push({ from: frame?.id, ...data });
    });
  });
  if (script) await page.addScriptTag({ url: "./embed.js" });
  for (const [id, { link, group, style }] of Object.entries(embeds)) {
    await page.evaluate(
      ([id, link, group, style]) => {
        const frame = document.createElement("iframe");
        Object.assign(frame, { id, title: id, width: "700", height: "400" });
        if (group) frame.dataset.group = group;
        frame.style.cssText = style ?? "";
        frame.src = `./${link}`;
        document.body.append(frame);
      },
      [id, link, group, style] as const,
    );
    await expect.poll(async () => (await heard(page, "ready", id)).length).toBe(1);
  }
}

/** The messages of a type so far. */
export const heard = (page: Page, type: string, from?: string): Promise<Message[]> =>
  page.evaluate(([type, from]) => (globalThis as any).heard.filter((it: any) => it.type === type && (!from || it.from === from)), [type, from] as const);

/** Sends a message to a frame; `industry2040: 1` is added. */
export const tell = (page: Page, id: string, message: unknown, plain = false) =>
  page.evaluate(
    ([id, message, plain]) => {
      const frame = document.getElementById(id as string) as HTMLIFrameElement;
      frame.contentWindow!.postMessage(plain ? message : { industry2040: 1, ...(message as object) }, "*");
    },
    [id, message, plain] as const,
  );
