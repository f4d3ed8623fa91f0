/** Replaces what must be there: where the library of slides writes otherwise than it did, that is an error, not a slide without its looks. */
export function must(text, pattern, by) {
  const is = typeof pattern === "string" ? text.includes(pattern) : text.search(pattern) >= 0;
  if (!is) throw new Error(`slides: nothing to mend at ${pattern}`);
  return text.replace(pattern, by);
}
