/** A reading mended glyph by glyph. Pure. */

/** The signs of a text, without its spaces: one for each glyph. */
export const signsOf = (text) => [...text.replaceAll(" ", "")];

/**
 * The text once a glyph was named. Its spaces stay where they are. Where nothing was read, or something else was typed,
 * it becomes what the glyphs say as soon as each has its sign.
 *
 * @param {string} text
 * @param {string[]} signs  of all glyphs; "" for one that is not named yet
 */
export function mended(text, signs) {
  if (signsOf(text).length === signs.length) {
    let glyph = 0;
    return [...text].map((each) => (each === " " ? each : signs[glyph++] || each)).join("");
  }
  return signs.every(Boolean) ? signs.join("") : text;
}

/**
 * What is sent of the glyphs: their signs, where each glyph is one sign of the text. Then the boxes were looked at, too;
 * a text that was typed anew says nothing about them.
 *
 * @param {string} text
 * @param {number} glyphs  how many were found
 * @param {boolean} typed
 * @returns {string[] | null}
 */
export function labelsOf(text, glyphs, typed) {
  const signs = signsOf(text);
  return !typed && glyphs > 0 && signs.length === glyphs ? signs : null;
}
