// Starts the report. A file of its own because the content security policy allows no inline script.
// The addresses stand in the data attributes of this script's element, where the build writes them.

(async ({ glue, module }) => {
  const parsed = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));

  /** Compiles while the file arrives, and later on hosts that do not send the type of WebAssembly. */
  async function compile(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    const streams = response.headers.get("content-type")?.startsWith("application/wasm");
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // The worker, and the scripts on demand that the build lists before this one, read once.
  const fetched = Object.values(JSON.parse(document.getElementById("fetched").textContent));
  const scripts = new Set(["sw.js", ...fetched.filter((name) => name.endsWith(".js"))]);

  /** The address of a script that loads on demand: one of the list, and no other. */
  function beside(name) {
    if (!scripts.has(name)) throw new TypeError(`${name} is no script of the report`);
    return new URL(name, document.baseURI).href;
  }
  const policy = window.trustedTypes?.createPolicy("industry2040", { createScriptURL: beside });
  // For `src/web/export/script.rs` too.
  globalThis.industry2040Trusted = (name) => policy?.createScriptURL(name) ?? beside(name);

  /** Once the report stands, its files are kept for a time without a network; a frame leaves that to its host. */
  function keepAtHand() {
    if (!location.protocol.startsWith("http") || window.top !== window || !navigator.serviceWorker) return;
    const register = () => navigator.serviceWorker.register(industry2040Trusted("sw.js")).catch(() => {});
    if (document.readyState === "complete") register();
    else addEventListener("load", register, { once: true });
  }

  try {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is missing");
    // `DOMContentLoaded` comes after the deferred chart library, which the report needs from its first figure on.
    const [{ default: init }, compiled] = await Promise.all([import(glue), compile(module), parsed]);
    if (!globalThis.industry2040Charts) throw new Error("the chart library did not load");
    document.getElementById("waiting").remove();
    await init({ module_or_path: compiled });
    keepAtHand();
  } catch (error) {
    await parsed;
    document.body.replaceChildren(document.getElementById("failed").content.cloneNode(true));
    console.error(error);
  }
})({
  glue: new URL(document.currentScript.dataset.glue, document.baseURI).href,
  module: new URL(document.currentScript.dataset.module, document.baseURI).href,
});
