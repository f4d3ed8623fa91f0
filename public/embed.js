// For a page that embeds figures of industry2040: heights, keys, shared scenarios, inputs. See embed.md.
(() => {
  // A frame in a sandbox without an origin of its own says "null", and can be addressed as anybody only.
  const origin = ({ src, sandbox }) => (sandbox.length && !sandbox.contains("allow-same-origin") ? "null" : new URL(src).origin);
  const target = (frame) => (origin(frame) === "null" ? "*" : origin(frame));
  const send = (frame, message) => frame.contentWindow?.postMessage({ industry2040: 1, ...message }, target(frame));
  // Links of the report ask for an embed behind the `#`; other players may have `embed=` before it.
  const frames = () => [...document.querySelectorAll('iframe[src*="embed="]')].filter(({ src }) => /^#\/.*[?&]embed=/.test(new URL(src).hash));
  const named = (name) => frames().filter(({ id, dataset }) => !name || id === name || dataset.group === name);

  addEventListener("message", ({ data, source, origin: from }) => {
    const frame = data?.industry2040 === 1 && frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || from !== origin(frame)) return;
    const { height, keys, group } = frame.dataset;
    if (data.type === "height" && height !== "fixed" && data.height > 0) frame.style.height = `${data.height}px`;
    if (data.type === "key" && keys !== "off") {
      const { key, code, keyCode, shiftKey } = data;
      frame.dispatchEvent(new KeyboardEvent("keydown", { key, code, keyCode, shiftKey, bubbles: true, cancelable: true }));
    }
    if (data.type === "change" && data.by === "reader" && group)
      for (const other of named(group)) if (other !== frame) send(other, { type: "set", inputs: data.inputs, whole: true });
    if (data.type === "error") console.warn(`industry2040: ${data.message}`);
    frame.dispatchEvent(new CustomEvent(`industry2040:${data.type}`, { detail: data, bubbles: true }));
  });

  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-set], [data-preset]");
    if (!button) return;
    const { set: given, preset, embed } = button.dataset;
    let inputs;
    try {
      inputs = preset ? undefined : JSON.parse(given);
    } catch {
      // Other scripts may have an attribute of this name.
      return console.warn(`industry2040: data-set="${given}" is no JSON; accepted is an object such as {"reshoring.share": 50}`);
    }
    for (const frame of named(embed)) send(frame, preset ? { type: "preset", preset } : { type: "set", inputs });
  });

  globalThis.industry2040 = {
    send,
    set: (name, inputs, whole) => named(name).forEach((frame) => send(frame, { type: "set", inputs, whole })),
  };
})();
