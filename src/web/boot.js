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

  /** Once the report stands, its files are kept for a time without a network; a frame leaves that to its host. */
  function keepAtHand() {
    if (!location.protocol.startsWith("http") || window.top !== window || !navigator.serviceWorker) return;
    // The one address of a script that the page gives to the browser by script; the policy makes no other.
    const address = () => new URL("./sw.js", document.baseURI).href;
    const worker = window.trustedTypes?.createPolicy("industry2040", { createScriptURL: address }).createScriptURL("") ?? address();
    const register = () => navigator.serviceWorker.register(worker).catch(() => {});
    if (document.readyState === "complete") register();
    else addEventListener("load", register, { once: true });
  }

  try {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is missing");
    // `DOMContentLoaded` comes after the deferred chart library, which the report needs from its first figure on.
    const [{ default: init }, compiled] = await Promise.all([import(glue), compile(module), parsed]);
    if (!globalThis.industry2040Charts) throw new Error("the chart library did not load");
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
