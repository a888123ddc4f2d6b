/** Which glyph of a reading is in doubt and what a child would call it, and what is written the wrong way round. Pure. */

/** The doubt of a reading is about one glyph where that one carries at least this share of it. */
const SHARE = 0.5;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const SIGNS = { "-": "minus sign", "/": "bar", ":": "colon", r: "letter r" };

/**
 * The place of the glyph that makes a reading doubtful; -1 where no single one does, or the reading is sure.
 *
 * @param {{decision: string, confidence: number, glyphs: {text: string, confidence: number}[]}} reading
 */
export function doubtfulPlace({ decision, confidence, glyphs }) {
  if (decision === "sure" || glyphs.length === 0) {
    return -1;
  }
  const least = Math.min(...glyphs.map((glyph) => glyph.confidence));
  return 1 - least >= SHARE * (1 - confidence) ? glyphs.findIndex((glyph) => glyph.confidence === least) : -1;
}

/**
 * "second digit", "digit on top", "minus sign"; null where there is only one glyph, so that "this" says it all.
 *
 * @param {string} decimalSign  the classroom's
 */
export function nameOf({ text, glyphs }, place, decimalSign = ".") {
  if (glyphs.length < 2) {
    return null;
  }
  const sign = glyphs[place].text;
  if (sign === ".") {
    return decimalSign === "," ? "comma" : "point";
  }
  if (!isDigit(sign)) {
    return SIGNS[sign] ?? "sign";
  }
  const { first, last, where } = partsOf(text, glyphs).find((part) => place < part.last);
  const digits = glyphs.slice(first, last).filter((glyph) => isDigit(glyph.text));
  const ordinal = ORDINALS[digits.indexOf(glyphs[place])];
  return [digits.length > 1 && ordinal, "digit", where].filter(Boolean).join(" ");
}

/**
 * "Is the second digit a 7?", "Is there a minus sign?"; empty where no one place stands out.
 *
 * @param {string} decimalSign  the classroom's
 */
export function questionOf(reading, decimalSign) {
  const place = doubtfulPlace(reading);
  const name = place < 0 ? null : nameOf(reading, place, decimalSign);
  if (name === null) {
    return "";
  }
  const { text } = reading.glyphs[place];
  return isDigit(text) ? `Is the ${name} ${text === "8" ? "an" : "a"} ${text}?` : `Is there a ${name}?`;
}

/** "Your 3 looks the other way round. I read it as 3."; empty where nothing is mirrored. */
export function mirroredNote(reading) {
  const digits = [...new Set((reading?.glyphs ?? []).filter((glyph) => glyph.mirrored).map((glyph) => glyph.text))];
  if (digits.length === 0) {
    return "";
  }
  const [list, looks, it] = [digits.join(" and "), digits.length > 1 ? "look" : "looks", digits.length > 1 ? "them" : "it"];
  return `Your ${list} ${looks} the other way round. I read ${it} as ${list}.`;
}

const isDigit = (text) => /^[0-9]?$/.test(text); // what could not be read has no text, and is taken for a digit

/** The parts that an answer is written in, as places of glyphs: of a mixed number the whole, the top and the bottom. */
function partsOf(text, glyphs) {
  const bar = glyphs.findIndex((glyph) => glyph.text === "/");
  if (bar < 0) {
    return [{ first: 0, last: glyphs.length, where: "" }];
  }
  const whole = Math.max(text.indexOf(" "), 0); // a glyph for each character up to there
  return [
    { first: 0, last: whole, where: "in front" },
    { first: whole, last: bar, where: "on top" },
    { first: bar + 1, last: glyphs.length, where: "at the bottom" },
  ];
}
