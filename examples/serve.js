// Serves the sample deck on this machine: the deck itself, the built report below report/, reveal.js below reveal.js/.
//
//   cargo xtask build && node examples/serve.js      # http://127.0.0.1:8050/

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where an address leads, the longest beginning first. */
const FOLDERS = [
  ["/report/", "dist"],
  ["/reveal.js/", "node_modules/reveal.js/dist"],
  ["/", "examples/reveal"],
];

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The file of an address; nothing outside the folders. */
function locate(address) {
  const path = normalize(decodeURIComponent(new URL(address, "http://host").pathname)).replaceAll("\\", "/");
  const [start, folder] = FOLDERS.find(([start]) => path.startsWith(start));
  const name = path.slice(start.length) || "index.html";
  return join(ROOT, folder, name.endsWith("/") ? `${name}index.html` : name);
}

/** Starts the server; port 0 is any free one. */
export function serve(port = 0) {
  const server = createServer(async ({ url }, response) => {
    try {
      const path = locate(url);
      const body = await readFile(path);
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": "no-cache" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("404: not found\n");
    }
  });
  return new Promise((resolve, reject) => server.on("error", reject).listen(port, "127.0.0.1", () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve(Number(process.argv[2] ?? 8050));
  console.log(`http://127.0.0.1:${server.address().port}/`);
}
