// Serves a folder as a static host does that compresses ahead: brotli 11 where the browser takes it and it is smaller.

import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const brotli = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });

/** Starts on a free port and returns the address. */
export async function serve(folder) {
  const files = new Map();
  for (const name of readdirSync(folder)) {
    const body = readFileSync(`${folder}/${name}`);
    files.set(`/${name}`, { body, small: brotli(body), type: TYPES[extname(name)] ?? "text/plain" });
  }
  const server = createServer(({ url, headers }, response) => {
    const file = files.get(url.split("?")[0].replace(/^\/$/, "/index.html"));
    if (!file) return response.writeHead(404).end();
    const compressed = file.small.length < file.body.length && /\bbr\b/.test(headers["accept-encoding"] ?? "");
    const body = compressed ? file.small : file.body;
    const encoding = compressed ? { "content-encoding": "br" } : {};
    response.writeHead(200, { "content-type": file.type, "content-length": body.length, ...encoding }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return `http://127.0.0.1:${server.address().port}/`;
}
