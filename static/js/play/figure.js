/**
 * Pictures of questions. `quizzes/templatetags/figures.py` and templates/partials/number_line.html draw the same on
 * the server; tests/golden/number_lines.json holds both to it.
 */

import { shape } from "../ui/dom.js";
import { inLine } from "./typeset.js";

const START = 60;
const LENGTH = 560;

/**
 * Where the marks of a number line stand on a sheet 680 wide, which the arrow points at, and the ends' labels. Pure.
 *
 * @param {{start: string, end: string, parts: number, at: number}} line
 */
export function drawingOf({ start, end, parts, at }, decimalSign = ".") {
  const marks = Array.from({ length: parts + 1 }, (_, mark) => START + Math.floor((2 * LENGTH * mark + parts) / (2 * parts)));
  const labels = [[marks[0], inLine(start, decimalSign)], [marks.at(-1), inLine(end, decimalSign)]];
  return { marks, arrow: marks[at], labels };
}

/** A number line. Decorative: the prompt says what it shows. */
export function numberLine(line, decimalSign) {
  const { marks, arrow, labels } = drawingOf(line, decimalSign);
  const ticks = marks.map((x, at) => `M${x} ${at === 0 || at === marks.length - 1 ? "72V108" : "80V100"}`);
  const svg = shape("svg", "number-line", { viewBox: "0 0 680 150", "aria-hidden": "true" });
  svg.append(
    shape("path", "number-line__arrow", { d: `M${arrow} 74l-19 -32h12v-34h14v34h12z` }),
    shape("path", "number-line__line", { d: `M20 90H660${ticks.join("")}` }),
    ...labels.map(([x, text]) => {
      const label = shape("text", "number-line__label", { x, y: 142 });
      label.textContent = text;
      return label;
    }),
  );
  return svg;
}
