/**
 * Prompts and answers set as a schoolbook would: fractions stacked, roots drawn over, columns under each other. Pure.
 * `quizzes/templatetags/typeset.py` does the same on the server; tests/golden/typeset.json and lines.json hold both to it.
 *
 * @typedef {{kind: string, text: string}} Token
 * @typedef {string | [string, ...Span[]]} Span  words, or the classes of a span and what is in it
 */

const NUMBER = /^-?[$£€]?[0-9 /]*(\.[0-9]+)?$|^-?[0-9 /]*\.?[0-9]+ ?(\p{L}{1,8}[²³]?|%)$/u; // the second with a unit
const FRACTION = /^(−?)(?:(\d+) )?(\d+)\/(\d+)$/;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const CLINGING = new Set(["suffix", "separator", "rest"]);
const BLANK = ["prompt__blank"];

/** Canonical text in one line: `-0.5` as `−0.5`, or with a comma `−0,5`. Words stay as they are. */
export function inLine(text, decimalSign = ".") {
  return NUMBER.test(text) ? text.replace("-", "−").replace(".", decimalSign) : text;
}

/** @param {Token[]} prompt @returns {Span[]} */
export function typeset(prompt, { layout = "line", decimalSign = "." } = {}) {
  return layout === "column" ? columnOf(prompt, decimalSign) : lineOf(prompt, decimalSign);
}

/** An answer in canonical text, its fraction stacked. @returns {Span[]} */
export function numeralOf(text, decimalSign = ".") {
  const fraction = stacked(text, decimalSign);
  return fraction.length ? [["fraction", ...fraction]] : [inLine(text, decimalSign)];
}

function lineOf(prompt, decimalSign) {
  const spans = [];
  for (let at = 0; at < prompt.length; ) {
    const before = prompt[at - 1];
    if (before && before.kind !== "text" && prompt[at].kind !== "text") {
      spans.push(" "); // words bring their own spaces
    }
    const [span, taken] = firstOf(prompt.slice(at), before, decimalSign);
    at += taken;
    const clinging = [];
    while (CLINGING.has(prompt[at]?.kind)) {
      clinging.push(spanOf(prompt[at], undefined, decimalSign));
      at += 1;
    }
    spans.push(clinging.length ? ["prompt__close", span, ...clinging] : span);
  }
  return spans;
}

/** The span that the first tokens make together, and how many they are. */
function firstOf(tokens, before, decimalSign) {
  const [first, second, third] = tokens;
  if (first.kind === "number" && third?.kind === "bar") {
    return [["prompt__number fraction", ...fractionOf(first.text, second, tokens[3])], 4];
  }
  if (second?.kind === "bar") {
    return [["prompt__number fraction", ...fractionOf("", first, third)], 3];
  }
  if (first.kind === "root" && second?.text === "(") {
    const end = closing(tokens);
    return [root(first.text, lineOf(tokens.slice(2, end), decimalSign)), end + 1];
  }
  if (first.kind === "root") {
    const [span, taken] = firstOf(tokens.slice(1), undefined, decimalSign);
    return [root(first.text, [span]), taken + 1];
  }
  return [spanOf(first, before, decimalSign), 1];
}

function spanOf({ kind, text }, before, decimalSign) {
  switch (kind) {
    case "number": {
      const fraction = stacked(text, decimalSign);
      return fraction.length ? ["prompt__number fraction", ...fraction] : numberOf(text, decimalSign);
    }
    case "blank":
      return BLANK;
    case "rest":
      return ["prompt__rest", ` ${text} `, ["prompt__blank prompt__blank--rest"]];
    case "separator":
      return ["prompt__separator", decimalSign === "." ? "," : ";"];
    case "bracket":
      return [`prompt__bracket prompt__bracket--${text === "(" ? "open" : "close"}`, text];
  }
  if (kind === "suffix" && text !== "%") {
    return ["prompt__power", ["visually-hidden", "^"], [...text].map((digit) => RAISED.indexOf(digit)).join("")];
  }
  return [`prompt__${kind}${kind === "operator" && opens(before) ? " prompt__operator--sign" : ""}`, text];
}

function numberOf(text, decimalSign) {
  return ["prompt__number", inLine(text, decimalSign)];
}

/** What is inside a fraction that is one number, or nothing where it is none. */
function stacked(text, decimalSign) {
  const [, sign, whole = "", top, bottom] = FRACTION.exec(inLine(text, decimalSign)) ?? [];
  return top ? fractionOf(sign + whole, { kind: "number", text: top }, { kind: "number", text: bottom }) : [];
}

/** The slash is for whoever hears it, or copies it. */
function fractionOf(whole, top, bottom) {
  const storeys = ["fraction__parts", ["fraction__top", storey(top)], ["visually-hidden", "/"],
    ["fraction__bottom", storey(bottom)]];
  return whole ? [["fraction__whole", whole], " ", storeys] : [storeys];
}

function storey({ kind, text }) {
  return kind === "blank" ? BLANK : text;
}

function root(sign, under) {
  const degree = sign === "∛" ? [["prompt__degree", "3"]] : [];
  return ["prompt__root", ...degree, ["prompt__radical", sign], ["prompt__under", ...under]];
}

/** Where the bracket closes that the second token opens. */
function closing(tokens) {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    depth += kind === "bracket" ? (text === "(" ? 1 : -1) : 0;
    return text === ")" && depth === 0;
  });
}

/** Sign and number of each row are children of one grid, and so is the box. */
function columnOf(prompt, decimalSign) {
  const numbers = prompt.slice(0, -2).filter(({ kind }) => kind === "number").map(({ text }) => text);
  const sign = prompt[1].text;
  const most = sign === "×" ? 0 : Math.max(...numbers.map((number) => placesOf(number).length));
  const rows = numbers.flatMap((number, at) => [
    ["column__sign", ...(at === numbers.length - 1 ? [sign] : [])], " ",
    ["column__number", numberOf(number, decimalSign), ...filling(number, most, decimalSign)], " ",
  ]);
  return [["column", ...rows, ["column__answer", BLANK]]];
}

/** What would bring the number's places to `most`: `.00` of 4 beside 12.25. It is not seen. */
function filling(number, most, decimalSign) {
  const missing = most - placesOf(number).length;
  return missing > 0 ? [["column__filling", (number.includes(".") ? "" : decimalSign) + "0".repeat(missing)]] : [];
}

function placesOf(number) {
  return number.split(".")[1] ?? "";
}

/** Whether a sign that follows stands before a number, rather than between two. */
function opens(before) {
  return !before || before.text === "(" || before.kind === "operator" || before.kind === "relation";
}
