/** Ink that is only looked at, as the template tag `ink` draws it. */

import { shape } from "../ui/dom.js";
import { frameOf, pathOf } from "./svg.js";

/** A picture of its own. Decorative: beside it stands what was read. @param {number[][][]} strokes  not empty */
export function drawn(strokes) {
  const svg = shape("svg", "ink", { viewBox: frameOf(strokes), "aria-hidden": "true" });
  svg.append(...strokes.map((stroke) => shape("path", "ink__stroke", { d: pathOf(stroke) })));
  return svg;
}
