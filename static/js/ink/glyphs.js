/** What each symbol was read as, small at its foot, laid over the sheet. */

import { SHEET_WIDTH, toSheet } from "./geometry.js";

/**
 * @param {HTMLElement} layer  as large as the sheet
 * @param {{text: string, box: number[], doubtful?: boolean}[]} glyphs  box: [x0, y0, x1, y1] in the ink's units
 * @param {import("./geometry.js").View} view
 * @param {number} height  of the sheet, in pad units
 */
export function showGlyphs(layer, glyphs, view, height) {
  layer.replaceChildren(...glyphs.map((glyph) => labelFor(glyph, view, height)));
}

function labelFor({ text, box: [x0, , x1, y1], doubtful }, view, height) {
  const [x, y] = toSheet(view, (x0 + x1) / 2, y1);
  const label = document.createElement("span");
  label.className = "pad__glyph";
  label.dataset.sure = String(!doubtful);
  label.textContent = text;
  // Through the style object: a style attribute would need an exception in the content security policy.
  label.style.setProperty("--x", percent(x, SHEET_WIDTH));
  label.style.setProperty("--y", percent(Math.min(y, height * 0.88), height)); // a foot below the sheet is not seen
  return label;
}

const percent = (part, whole) => `${Math.round((part / whole) * 10_000) / 100}%`;
