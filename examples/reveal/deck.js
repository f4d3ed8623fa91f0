// The deck: reveal.js as it comes; the embeds bring everything else.
import Reveal from "./reveal.js/reveal.mjs";

globalThis.deck = new Reveal({ hash: true, width: 1280, height: 800, margin: 0.04, transition: "none", center: false });
await globalThis.deck.initialize();
