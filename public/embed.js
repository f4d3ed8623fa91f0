// For a page that embeds figures of industry2040: heights, keys, shared scenarios, inputs. See embed.md.
(() => {
  const send = (frame, message) => frame.contentWindow?.postMessage({ industry2040: 1, ...message }, "*");
  const frames = () => [...document.querySelectorAll('iframe[src*="embed="]')];
  const named = (name) => frames().filter(({ id, dataset }) => !name || id === name || dataset.group === name);

  addEventListener("message", ({ data, source }) => {
    const frame = data?.industry2040 === 1 && frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    const { height, keys, group } = frame.dataset;
    if (data.type === "height" && height !== "fixed") frame.style.height = `${data.height}px`;
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
    const { set: inputs, preset, embed } = button.dataset;
    const message = preset ? { type: "preset", preset } : { type: "set", inputs: JSON.parse(inputs) };
    for (const frame of named(embed)) send(frame, message);
  });

  globalThis.industry2040 = {
    send,
    set: (name, inputs, whole) => named(name).forEach((frame) => send(frame, { type: "set", inputs, whole })),
  };
})();
