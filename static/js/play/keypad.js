/**
 * For an answer that is typed: a line and large keys. The line is an input, so that a keyboard, a switch or a
 * screen reader works as everywhere; `inputmode` keeps the system's own keyboard away where the keys are enough.
 */

/** The signs that an answer of a format may need. What it can do without is not there to wonder at. */
const SIGNS = { digit: "", whole: "", integer: "−", decimal: "−.,", fraction: "−/ ", mixed: "−/ " };

/** @returns {(key: string) => boolean} whether a key has a use */
export function usefulKeys(format) {
  const signs = SIGNS[format] ?? "−/., ";
  return (key) => !isSign(key) || signs.includes(key);
}

export class Keypad {
  #root;
  #line;
  #keys;

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
   * @param {{open: boolean, text: string, format: string, enabled: boolean}} state
   *   format: words are typed with the system's keyboard
   */
  show({ open, text, format, enabled }) {
    this.#root.hidden = !open;
    if (this.#line.value !== text) {
      this.#line.value = text;
    }
    const inWords = format === "text";
    this.#root.style.alignContent = inWords ? "start" : "";
    this.#line.inputMode = inWords ? "text" : "none";
    this.#line.readOnly = !enabled;
    const isUseful = usefulKeys(format);
    this.#root.dataset.keys = this.#keys.some(({ dataset: { key } }) => isSign(key) && isUseful(key)) ? "signs" : "digits";
    for (const key of this.#keys) {
      key.hidden = inWords;
      key.disabled = !enabled;
      key.dataset.useful = String(isUseful(key.dataset.key));
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

const isSign = (key) => key !== "backspace" && !/^[0-9]$/.test(key);
