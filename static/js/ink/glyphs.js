/** What each symbol was read as: a light box around its ink, and the symbol small at its foot, laid over the sheet. */

import { SHEET_WIDTH, toSheet } from "./geometry.js";

/** Between the ink and its box, in pad units: the line is about as wide as half of it. */
const ROOM = 14;

/**
 * @param {HTMLElement} layer  as large as the sheet
 * @param {{text: string, box: number[], doubtful?: boolean}[]} glyphs  box: [x0, y0, x1, y1] in the ink's units
 * @param {import("./geometry.js").View} view
 * @param {number} height  of the sheet, in pad units
 */
export function showGlyphs(layer, glyphs, view, height) {
  layer.replaceChildren(...glyphs.flatMap((glyph) => [boxFor(glyph, view, height), labelFor(glyph, view, height)]));
}

function boxFor({ box: [x0, y0, x1, y1], doubtful }, view, height) {
  const [left, top] = toSheet(view, x0, y0);
  const [right, bottom] = toSheet(view, x1, y1);
  const frame = document.createElement("span");
  frame.className = "pad__box";
  frame.dataset.sure = String(!doubtful);
  place(frame, { x: percent(left - ROOM, SHEET_WIDTH), y: percent(top - ROOM, height) });
  place(frame, { width: percent(right - left + 2 * ROOM, SHEET_WIDTH), height: percent(bottom - top + 2 * ROOM, height) });
  return frame;
}

function labelFor({ text, box: [x0, , x1, y1], doubtful }, view, height) {
  const [x, y] = toSheet(view, (x0 + x1) / 2, y1);
  const label = document.createElement("span");
  label.className = "pad__glyph";
  label.dataset.sure = String(!doubtful);
  label.textContent = text;
  place(label, { x: percent(x, SHEET_WIDTH), y: percent(Math.min(y + ROOM, height * 0.88), height) }); // never below the sheet
  return label;
}

/** Through the style object: a style attribute would need an exception in the content security policy. */
function place(element, measures) {
  for (const [name, value] of Object.entries(measures)) {
    element.style.setProperty(`--${name}`, value);
  }
}

const percent = (part, whole) => `${Math.round((part / whole) * 10_000) / 100}%`;
