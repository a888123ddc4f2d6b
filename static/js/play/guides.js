/**
 * How an answer of a format is written: a ghost to lie under the ink, an example and a sentence. Pure.
 *
 * A guide knows the format and what the question shows, never the answer: a box is as wide for one digit as for five.
 *
 * @typedef {{kind: "box", x: number, y: number, width: number, height: number}
 *   | {kind: "bar", x: number, y: number, width: number}
 *   | {kind: "sign", text: string, x: number, y: number}} Part  in units of a sheet of 1000 by 600, from its corner
 *   or, of a sign, from the middle of its foot
 * @typedef {{sentence: string, example: string, typed: string, ghost: Part[]}} Guide
 *   example: the name of a drawing in images/examples.svg
 */

const SHEET = { width: 1000, height: 600 };
const FIGURE = { top: 150, bottom: 450 }; // about as high as the ruling of the sheet asks for
const STOREY = { top: [110, 270], bottom: [330, 490], bar: 300 };
const GAP = 36;
const WIDTHS = { box: 220, two: 300, storeys: 240, ".": 50, ",": 50, ":": 50, "-": 100, r: 90, "<": 200, "=": 200, ">": 200, "£": 130, "$": 130, "€": 130 };
const CURRENCY = /[£$€]/;
const POINT = ".";

const GUIDES = {
  integer: {
    row: ["-", "box"],
    example: "integer",
    typed: "-8",
    sentence: "Write a whole number. Below zero, a minus sign goes in front.",
  },
  decimal: {
    row: ["box", ".", "box"],
    example: "decimal",
    typed: "2.7",
    sentence: "Write the whole part, a clear point low on the line, then the rest.",
  },
  fraction: {
    row: ["storeys"],
    example: "fraction",
    typed: "3/5",
    sentence: "Write the top number, a bar under it, then the bottom number.",
  },
  mixed: {
    row: ["box", "storeys"],
    example: "mixed",
    typed: "4 2/3",
    sentence: "Write the whole number large, then the fraction with its bar.",
  },
  remainder: {
    row: ["box", "r", "box"],
    example: "remainder",
    typed: "5 r 2",
    sentence: "Write how many times it goes, then r, then what is left over.",
  },
  comparison: {
    row: ["<", "=", ">"],
    example: "comparison",
    typed: "<",
    sentence: "Write one of these signs. The open side looks at the larger number.",
  },
  money: {
    row: ["box", ".", "two"],
    example: "money",
    typed: "6.50",
    sentence: "Write the amount with a point, and two figures after it.",
  },
  time: {
    row: ["box", ":", "two"],
    example: "time",
    typed: "4:25",
    sentence: "Write the hour, two dots, then the minutes with two figures.",
  },
  number: {
    row: [],
    example: "number",
    typed: "2.7 or 3/5",
    sentence: "Write a whole number, a number with a point, or a fraction.",
  },
};

/**
 * The guide of a question's format; null where a digit or a whole number needs none.
 *
 * @param {{format: string, prompt: {text: string}[]}} question
 * @param {string} decimalSign  the classroom's
 * @returns {Guide | null}
 */
export function guideOf({ format, prompt }, decimalSign = POINT) {
  const guide = GUIDES[format];
  if (!guide) {
    return null;
  }
  const { row, ...rest } = decimalSign === POINT ? guide : withComma(guide);
  const currency = format === "money" && CURRENCY.exec(prompt.map(({ text }) => text).join(" "))?.[0];
  return { ...rest, ghost: laidOut(currency ? [currency, ...row] : row) };
}

function withComma({ row, example, typed, sentence }) {
  const drawn = typed.includes(POINT) ? `${example}-comma` : example;
  return {
    row: row.map((thing) => (thing === POINT ? "," : thing)),
    example: drawn,
    typed: typed.replace(POINT, ","),
    sentence: sentence.replace(/\bpoint\b/, "comma"),
  };
}

/** The things of a row side by side, in the middle of the sheet. */
function laidOut(row) {
  const widths = row.map((thing) => WIDTHS[thing]);
  const whole = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  let x = (SHEET.width - whole) / 2;
  return row.flatMap((thing, place) => {
    const parts = partsOf(thing, x, widths[place]);
    x += widths[place] + GAP;
    return parts;
  });
}

function partsOf(thing, x, width) {
  const box = (top, bottom, inset = 0) => ({ kind: "box", x: x + inset, y: top, width: width - 2 * inset, height: bottom - top });
  switch (thing) {
    case "box":
    case "two":
      return [box(FIGURE.top, FIGURE.bottom)];
    case "storeys":
      return [box(...STOREY.top, 20), { kind: "bar", x, y: STOREY.bar, width }, box(...STOREY.bottom, 20)];
    default:
      return [{ kind: "sign", text: thing, x: x + width / 2, y: FIGURE.bottom }];
  }
}
