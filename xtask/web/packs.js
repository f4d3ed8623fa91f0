// Puts the pieces of code that parts share into a few files: more than a hundred of them are so small that a request for
// each would cost more than it brings, and together they compress to a third.
//
// A pack is a module of WebAssembly without code whose custom sections hold the pieces, so that hosts serve and compress
// it as what it is. The loader takes the pieces out of it by their places, and those of the first module by their names.

/** Parts of the module in the order in which readers come to them. */
const ORDER = ["overview", "reshoring", "share", "sovereign", "work", "platforms", "explain", "listing", "over", "bench", "tools", "embed", "evidence", "writer"];
const CHAPTERS = ORDER.slice(1, 6);

/** What every first page needs stands in the first module itself, where it compresses best. */
export const FIRST = "";
const FIRST_PART = `split_${ORDER[0]}`;

/** Where a piece belongs: to the first module, to several chapters, else to whichever of its users is opened first. */
function packOf(users) {
  const unknown = users.find((user) => !ORDER.includes(user));
  if (unknown) throw new Error(`xtask/web/packs.js does not say when readers come to ${unknown}`);
  if (users.includes(ORDER[0])) return FIRST;
  if (users.filter((user) => CHAPTERS.includes(user)).length > 1) return "pack_chapters.wasm";
  return `pack_${ORDER.find((part) => users.includes(part))}.wasm`;
}

/** The pieces that parts share, by the loader's remark above each: [name, users]. */
export const shared = (loader) => [...loader.matchAll(/\/\* ([\w, ]+) \*\/\s*const __(chunk_\d+) =/g)].map(([, users, name]) => [name, users.split(", ")]);

/** A whole number as WebAssembly writes it. */
function leb(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

const EMPTY = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** A module with a piece as one more custom section. */
function withSection(module, name, piece) {
  const label = Buffer.from(name);
  const head = Buffer.concat([leb(label.length), label]);
  return Buffer.concat([module, Buffer.from([0]), leb(head.length + piece.length), head, piece]);
}

/** Packs by file name, `FIRST` among them, and the place of each piece: {pack, from, to}. `read` gives the bytes of one. */
export function pack(loader, read) {
  const packs = new Map([[FIRST, read("industry2040")]]);
  const places = new Map();
  const put = (file, name) => {
    const module = withSection(packs.get(file) ?? EMPTY, name, read(name));
    packs.set(file, module);
    places.set(name, { pack: file, from: module.length - read(name).length, to: module.length });
  };
  for (const [name, users] of shared(loader)) put(packOf(users), name);
  put(FIRST, FIRST_PART);
  return { packs, places };
}

const FETCHED = /const src = fetch\(new URL\("\.\/(\w+)\.wasm", import\.meta\.url\)\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);/g;

/** The loader with each piece taken from its pack. */
export function loadFromPacks(loader, { packs, places }) {
  let parts = 0;
  const source = (name) => {
    const place = places.get(name);
    if (!place) return `take(new URL("./${name}.wasm", import.meta.url))`;
    return place.pack === FIRST ? `within("${name}")` : `${variable(place.pack)}(), ${place.from}, ${place.to}`;
  };
  const rewritten = loader.replace(FETCHED, (_, name) => {
    parts += 1;
    return `return instantiate(${source(name)});`;
  });
  const known = shared(loader).length + ORDER.length;
  if (parts !== known) throw new Error(`the loader has ${parts} parts where ${known} are known`);
  const files = [...packs.keys()].filter((file) => file !== FIRST);
  const opened = files.map((file) => `const ${variable(file)} = once(new URL("./${file}", import.meta.url));`);
  return `import { wasmModule } from "./industry2040.js";\n${rewritten}\n${opened.join("\n")}\n${TAKE}`;
}

const variable = (file) => file.replace(".wasm", "");

/** Bytes are taken, not streamed: hosts that do not send the type of WebAssembly refuse streaming. */
const TAKE = `
/** What stands in the first module. */
async function within(name) {
  return WebAssembly.Module.customSections(wasmModule, name)[0];
}
async function take(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(\`\${response.status} \${response.url}\`);
  return response.arrayBuffer();
}
function once(url) {
  let taken;
  return () => {
    // What did not come is asked for again the next time.
    taken ??= take(url).catch((error) => {
      taken = undefined;
      throw error;
    });
    return taken;
  };
}
function instantiate(source, from, to) {
  // Who waits hears of a failure; until somebody does, it is not one that nobody handles.
  source.catch(() => {});
  return async (imports) => {
    const bytes = await source;
    return WebAssembly.instantiate(from ? new Uint8Array(bytes, from, to - from) : bytes, imports);
  };
}
`;
