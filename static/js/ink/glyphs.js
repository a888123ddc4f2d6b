/** What each symbol was read as: a light box around its ink, and the symbol small at its foot or its head, laid over the sheet. */

import { SHEET_WIDTH, toSheet } from "./geometry.js";

/** Between the ink and its box, in pad units: the line is about as wide as half of it. */
const ROOM = 14;
/** A fraction's bar is what it is: its label would lie on the digits below. */
const BAR = "/";

/**
 * @param {HTMLElement} layer  as large as the sheet
 * @param {{text: string, box: number[], doubtful?: boolean}[]} glyphs  box: [x0, y0, x1, y1] in the ink's units
 * @param {import("./geometry.js").View} view
 * @param {number} height  of the sheet, in pad units
 */
export function showGlyphs(layer, glyphs, view, height) {
  const labelled = glyphs.filter(({ text }) => text !== BAR);
  layer.replaceChildren(
    ...glyphs.map((glyph) => boxFor(glyph, view, height)),
    ...labelled.map((glyph) => labelFor(glyph, hasInkBelow(glyph, glyphs), view, height)),
  );
}

/** Whether a label at the glyph's foot would lie on other ink, as over the bar of a fraction. */
function hasInkBelow({ box: [x0, , x1, y1] }, glyphs) {
  return glyphs.some(({ box: [left, top, right] }) => left < x1 && right > x0 && top >= y1);
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

function labelFor({ text, box: [x0, y0, x1, y1], doubtful }, above, view, height) {
  const [x, y] = toSheet(view, (x0 + x1) / 2, above ? y0 : y1);
  const label = document.createElement("span");
  label.className = "pad__glyph";
  label.dataset.sure = String(!doubtful);
  label.dataset.side = above ? "above" : "below";
  label.textContent = text;
  const at = above ? Math.max(y - ROOM, height * 0.12) : Math.min(y + ROOM, height * 0.88); // on the sheet
  place(label, { x: percent(x, SHEET_WIDTH), y: percent(at, height) });
  return label;
}

/** Through the style object: a style attribute would need an exception in the content security policy. */
function place(element, measures) {
  for (const [name, value] of Object.entries(measures)) {
    element.style.setProperty(`--${name}`, value);
  }
}

const percent = (part, whole) => `${Math.round((part / whole) * 10_000) / 100}%`;
