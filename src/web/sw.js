// Keeps the report at hand without a network. `VERSION` and `FILES` are put before this by `xtask/web/offline.js`.

// An origin has one set of caches for all copies of the report on it: each touches only those of its own folder.
const PREFIX = `industry2040 ${registration.scope} `;
const CACHE = PREFIX + VERSION;

addEventListener("install", (event) => {
  // Past the browser's cache: a host may have told it to keep index.html for a while.
  const fresh = FILES.map((address) => new Request(address, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

async function answer(request) {
  const navigates = request.mode === "navigate";
  if (navigates && registration.waiting && (await clients.matchAll()).length < 2) {
    // A newer version waits and nobody else reads this one: its page is shown, and it takes over.
    const newer = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE).pop();
    const page = newer && (await (await caches.open(newer)).match("./"));
    registration.waiting.postMessage("take over");
    if (page) return page;
  }
  const cache = await caches.open(CACHE);
  const kept = (await cache.match(request, { ignoreSearch: navigates })) ?? (await caches.match(request));
  return kept ?? fetch(request);
}
