/**
 * For an answer that is typed: a line and large keys. The line is an input, so that a keyboard, a switch or a
 * screen reader works as everywhere; `inputmode` keeps the system's own keyboard away where the keys are enough.
 */

/**
 * The signs that an answer of a format may need, with a point for the decimal sign. What it can do without is not there
 * to wonder at: the currency may be left out of money, and the spaces out of a remainder.
 */
const SIGNS = {
  digit: "",
  whole: "",
  integer: "−",
  decimal: "−.",
  fraction: "−/ ",
  mixed: "−/ ",
  remainder: "r",
  comparison: "<=>",
  money: ".",
  time: ":",
  number: "−/. ",
};

/** @returns {(key: string) => boolean} whether a key has a use */
export function usefulKeys(format, decimalSign = ".") {
  const signs = (SIGNS[format] ?? SIGNS.number).replace(".", decimalSign);
  return (key) => (isSign(key) ? signs.includes(key) : key === "backspace" || format !== "comparison");
}

export class Keypad {
  #root;
  #line;
  #keys;
  #decimalSign = document.body.dataset.decimalSign; // the classroom's

  /**
   * @param {HTMLElement} root  with an <input class="keypad__line"> and <button data-key="7">
   * @param {(text: string) => void} onChange
   */
  constructor(root, onChange) {
    this.#root = root;
    this.#line = root.querySelector(".keypad__line");
    this.#keys = [...root.querySelectorAll("[data-key]")];
    this.#line.addEventListener("input", () => onChange(this.#line.value));
    for (const key of this.#keys) {
      key.addEventListener("click", (event) => {
        this.#press(key.dataset.key);
        if (event.detail > 0) {
          this.focus(); // by finger or mouse: Enter then sends, and does not press the key once more
        }
        onChange(this.#line.value);
      });
    }
  }

  /**
   * @param {{open: boolean, text: string, format: string, inLetters: boolean, enabled: boolean}} state
   *   inLetters: words, and a number with its unit, are typed with the system's keyboard
   */
  show({ open, text, format, inLetters, enabled }) {
    this.#root.hidden = !open;
    if (this.#line.value !== text) {
      this.#line.value = text;
    }
    this.#root.style.alignContent = inLetters ? "start" : "";
    this.#line.inputMode = inLetters ? "text" : "none";
    this.#line.readOnly = !enabled;
    const isUseful = usefulKeys(format, this.#decimalSign);
    this.#root.dataset.keys = keysOf(this.#keys.map((key) => key.dataset.key).filter(isUseful));
    for (const key of this.#keys) {
      key.hidden = inLetters || !isUseful(key.dataset.key);
      key.disabled = !enabled;
    }
  }

  focus() {
    this.#line.focus({ preventScroll: true });
  }

  #press(key) {
    const { selectionStart: start, selectionEnd: end, value } = this.#line;
    if (key === "backspace") {
      this.#line.setRangeText("", start === end ? Math.max(start - 1, 0) : start, end, "end");
    } else if (value.length < this.#line.maxLength || start !== end) {
      this.#line.setRangeText(key, start, end, "end");
    }
  }
}

/** Which kinds of keys there are, for their places. */
function keysOf(keys) {
  const signs = keys.filter(isSign).length;
  return signs === 0 ? "digits" : signs === keys.length - 1 ? "signs" : "both";
}

const isSign = (key) => key !== "backspace" && !/^[0-9]$/.test(key);
