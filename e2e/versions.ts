// A server of `dist` whose worker and files a test changes under way, which Playwright cannot do.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };

/** Serves the report at every folder asked for; `version` is that of the worker, `gone` names files that are missing. */
export async function serveVersions() {
  const state = { version: "", gone: /^$/ };
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url!, "http://localhost").pathname.replace(/^.*\//, "")) || "index.html";
    try {
      if (state.gone.test(name)) throw new Error("gone");
      let body: Buffer | string = await readFile(join("dist", name));
      if (name === "sw.js" && state.version) body = body.toString().replace(/VERSION = "[0-9a-f]+"/, `VERSION = "${state.version}"`);
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "text/plain", "cache-control": "no-cache" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { state, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
