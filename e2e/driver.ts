// One set of hands for every browser: Chromium through Playwright, Firefox and WebKitGTK through their own drivers,
// by the W3C WebDriver protocol, so that they are the browsers as Debian ships them.

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join, resolve } from "node:path";
import type { Page } from "@playwright/test";

/** Keys as WebDriver writes them, by the names that Playwright has for them. */
const KEYS: Record<string, string> = { ArrowLeft: "\uE012", ArrowRight: "\uE014", Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004" };

const REFERENCE = "element-6066-11e4-a52e-4f735466cecf";

/** What a reader does with a browser. Places are CSS selectors, or XPath when they begin with `//`. */
export interface Hands {
  go(address: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. */
  run<T, A extends unknown[]>(script: (...given: A) => T | Promise<T>, ...given: A): Promise<T>;
  click(place: string): Promise<void>;
  /** Replaces the text of a field and presses Enter. */
  type(place: string, text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Presses the mouse at one share of an element's width, moves to another, lets go. */
  drag(place: string, from: number, to: number): Promise<void>;
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** The file of a program, in the project's own tools or on the path. */
function find(program: string): string | undefined {
  const folders = [resolve("target/tools/bin"), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Where Debian keeps the small browser of WebKitGTK. */
const MINI_BROWSER = ["4.1", "6.0", "4.0"].map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`).find((file) => existsSync(file));

type Kind = { programs: (string | undefined)[]; missing: string; driver: (port: number) => [string, string[]]; wishes: object };

export const KINDS: Record<"firefox" | "webkit", Kind> = {
  firefox: {
    programs: [find("geckodriver"), find("firefox-esr") ?? find("firefox")],
    missing: "firefox-esr and geckodriver",
    driver: (port) => [find("geckodriver")!, ["--port", String(port), "--log", "fatal"]],
    wishes: {
      "moz:firefoxOptions": { binary: find("firefox-esr") ?? find("firefox"), args: ["-headless", "-width", "1440", "-height", "1000"], prefs: { "intl.accept_languages": "en-GB" } },
    },
  },
  webkit: {
    programs: [find("WebKitWebDriver"), MINI_BROWSER, find("Xvfb")],
    missing: "webkit2gtk-driver and xvfb",
    driver: (port) => [find("WebKitWebDriver")!, [`--port=${port}`]],
    wishes: { "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation"] } },
  },
};

/** A port that is free now. */
const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** How long a click waits for its element to be there, still and in reach; Playwright does the same in Chromium. */
const PATIENCE = 15_000;

/** What a driver says of an element that is on its way: not yet in reach, moved, drawn anew. */
const PASSING = /element not interactable|element click intercepted|stale element reference|no such element|move target out of bounds/;

/** Whether an element takes clicks and stays where it is for two frames. */
async function settled(element: HTMLElement) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const place = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].join();
  };
  if (element.matches(":disabled") || element.getClientRects().length === 0) return false;
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const before = place();
  await frame();
  await frame();
  return before === place();
}

/** A browser driven through its own driver; `close` ends everything that was started. */
export async function open(kind: keyof typeof KINDS): Promise<Hands> {
  const { driver, wishes } = KINDS[kind];
  const started: ChildProcess[] = [];
  const env: NodeJS.ProcessEnv = { ...process.env, LANG: "C.UTF-8", MOZ_HEADLESS: "1" };
  if (kind === "webkit") {
    // It has no mode without a screen; this one is drawn in memory. `-displayfd` finds a free number.
    const screen = spawn(find("Xvfb")!, ["-displayfd", "3", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    started.push(screen);
    const number = await new Promise<string>((done) => screen.stdio[3]!.once("data", (bytes) => done(String(bytes).trim())));
    Object.assign(env, { DISPLAY: `:${number}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1", NO_AT_BRIDGE: "1" });
  }
  const port = await freePort();
  const [program, options] = driver(port);
  started.push(spawn(program, options, { env, stdio: "ignore" }));

  const home = `http://127.0.0.1:${port}`;
  async function ask(method: string, path: string, body?: object): Promise<any> {
    const answer = await fetch(`${home}${path}`, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
    const { value } = (await answer.json()) as { value: any };
    if (!answer.ok) throw new Error(`${kind}, ${path.replace(/.*\/session\/[^/]+/, "")}: ${value.error}: ${value.message}`);
    return value;
  }
  for (let tries = 0; ; tries += 1) {
    try {
      await ask("GET", "/status");
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await wait(100);
    }
  }
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: wishes } });
  const at = `/session/${sessionId}`;
  await ask("POST", `${at}/timeouts`, { script: 60_000, pageLoad: 60_000, implicit: 5_000 });
  await ask("POST", `${at}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 });

  const run: Hands["run"] = async (script, ...given) => {
    // Firefox runs scripts beside the page, whose own globals are behind this name.
    const body = `const given = [...arguments], done = given.pop(), globalThis = window.wrappedJSObject ?? window;
      (async () => (${script})(...given))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await ask("POST", `${at}/execute/async`, { script: body, args: given });
    if (error) throw new Error(`${kind}: ${error}`);
    return value;
  };
  // Waits for an element to be there and in reach, then does something with it: again where it was still on its way.
  const reach = async (place: string, act: (at: string) => Promise<void>) => {
    const using = place.startsWith("//") ? "xpath" : "css selector";
    for (const end = Date.now() + PATIENCE; ; await wait(50)) {
      const last = Date.now() > end;
      try {
        const found = await ask("POST", `${at}/element`, { using, value: place });
        if ((await run(settled, found)) || last) return await act(`${at}/element/${found[REFERENCE]}`);
      } catch (error) {
        if (last || !PASSING.test(String(error))) throw error;
      }
    }
  };
  const keys = (...pressed: string[]) =>
    ask("POST", `${at}/actions`, {
      actions: [{ type: "key", id: "keys", actions: pressed.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }],
    });
  return {
    go: (url) => ask("POST", `${at}/url`, { url }),
    back: () => ask("POST", `${at}/back`, {}),
    reload: () => ask("POST", `${at}/refresh`, {}),
    run,
    click: (place) => reach(place, (at) => ask("POST", `${at}/click`, {})),
    type: (place, text) =>
      reach(place, async (at) => {
        await ask("POST", `${at}/clear`, {});
        await ask("POST", `${at}/value`, { text: `${text}${KEYS.Enter}` });
      }),
    press: (key) => keys(KEYS[key] ?? key),
    drag: async (place, from, to) => {
      const box = await run(boxOf, place);
      const y = Math.round(box.y + box.height / 2);
      const x = (share: number) => Math.round(box.x + box.width * share);
      const move = (share: number, duration: number) => ({ type: "pointerMove", duration, origin: "viewport", x: x(share), y });
      const actions = [move(from, 0), { type: "pointerDown", button: 0 }, move((from + to) / 2, 100), move(to, 100), { type: "pointerUp", button: 0 }];
      await ask("POST", `${at}/actions`, { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
    },
    picture: async () => Buffer.from(await ask("GET", `${at}/screenshot`), "base64"),
    close: async () => {
      await ask("DELETE", at).catch(() => {});
      for (const process of started.reverse()) process.kill();
    },
  };
}

/** Where an element lies in the window, once it has been brought into it. */
function boxOf(place: string) {
  const element = document.querySelector(place)!;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** The same hands on a page of Playwright. */
export function ofPage(page: Page): Hands {
  return {
    go: async (address) => void (await page.goto(address)),
    back: async () => void (await page.goBack()),
    reload: async () => void (await page.reload()),
    run: (script, ...given) => page.evaluate(`(async () => (${script})(...${JSON.stringify(given)}))()`) as any,
    click: (place) => page.locator(place).first().click(),
    type: async (place, text) => {
      await page.locator(place).first().fill(text);
      await page.locator(place).first().press("Enter");
    },
    press: (key) => page.keyboard.press(key),
    drag: async (place, from, to) => {
      const box = (await page.evaluate(`(${boxOf})(${JSON.stringify(place)})`)) as ReturnType<typeof boxOf>;
      await page.mouse.move(box.x + box.width * from, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * to, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
    },
    picture: () => page.screenshot(),
    close: async () => {},
  };
}
