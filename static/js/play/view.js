/** The answering page as elements: `render` shows a state, `handle` is told what the child does. */

import { element, icon } from "../ui/dom.js";
import { Around } from "./around.js";
import { showCaption } from "./caption.js";
import { Countdown } from "./countdown.js";
import { showCourse } from "./course.js";
import { feedbackOf, primaryOf, triesLeft } from "./feedback.js";
import { showGhost } from "./guide.js";
import { guideOf } from "./guides.js";
import { Keypad } from "./keypad.js";
import { fillBlank, promptOf } from "./prompt.js";
import { captionOf, markedGlyphs } from "./reading.js";
import { showStamp } from "./stamp.js";
import { hasInk, isEditable } from "./state.js";

/** A second tap meant for "Send" must not press the "Next" that takes its place: so long that is not enabled. */
const SETTLE_MS = 300;

/** The stages of a live game in which time may be short. */
const BOUNDED = new Set(["question", "flying"]);

const find = (hook) => document.querySelector(`[data-play="${hook}"]`);

export class View {
  #pad;
  #keypad;
  #around;
  #countdown;
  #reading = document.querySelector(".reading");
  #primary = find("primary");
  #settling = 0;
  #shown = {};
  #decimalSign = document.body.dataset.decimalSign; // the classroom's

  /**
   * @param {import("../ink/pad.js").Pad} pad
   * @param {{primary: (action: string) => void, choice: (choice: object) => void, mode: () => void,
   *          guide: () => void, typed: (text: string) => void, timeUp: () => void, tick: () => void}} handle
   */
  constructor(pad, handle) {
    this.#pad = pad;
    this.#keypad = new Keypad(document.querySelector(".keypad"), handle.typed);
    this.#countdown = new Countdown(find("clock"), { over: handle.timeUp, tick: handle.tick });
    this.#around = new Around(document.querySelector("main"), find("strip"), find("panel"), find("said"), () => this.focus(this.#shown.mode));
    this.handle = handle;
    this.#primary.addEventListener("click", () => this.#press());
    find("mode").addEventListener("click", handle.mode);
    find("guide").addEventListener("click", handle.guide);
    document.addEventListener("keydown", (event) => {
      const own = event.target.closest("button, a, summary");
      if (event.key === "Enter" && !event.repeat && !event.isComposing && !own) {
        event.preventDefault();
        this.#press();
      }
    });
  }

  /** @param {import("./state.js").Play} state */
  render(state) {
    this.#showQuestion(state);
    this.#showCourse(state);
    this.#showMode(state);
    this.#showGuide(state);
    this.#showWords(state);
    this.#showPrimary(primaryOf(state));
    this.#around.render(state);
    this.#showClock(state);
  }

  /** The place to answer. */
  focus(mode) {
    (mode === "typed" ? this.#keypad : this.#pad).focus();
  }

  #showQuestion({ next, sheet }) {
    if (this.#shown.sheet === sheet || !next?.question) {
      return;
    }
    this.#shown.sheet = sheet;
    const { assignment, progress, question } = next;
    find("prompt").replaceChildren(promptOf(question), ...this.#notes(assignment, progress, question));
  }

  /** Between two questions of a game the rocket flies on already: so many are done. It stays there if the game ends. */
  #showCourse({ next, phase, moment }) {
    if (!next?.question || (phase === "over" && this.#shown.course)) {
      return;
    }
    const { answered, total } = next.progress;
    const isOn = phase === "standings" && moment.game.number < total;
    const progress = { answered: isOn ? moment.game.number : answered, total };
    const shown = JSON.stringify(progress);
    if (this.#shown.course !== shown) {
      this.#shown.course = shown;
      showCourse(document.querySelector(".course"), progress);
    }
  }

  #notes(assignment, progress, question) {
    const instructions = progress.answered === 0 && assignment.instructions;
    const tries = question.tries_left < assignment.tries && triesLeft(question.tries_left);
    const notes = [["ask__note", instructions], ["ask__note", question.demands], ["ask__note ask__note--tries", tries]];
    return notes.filter(([, text]) => text).map(([names, text]) => element("p", names, text));
  }

  #showMode(state) {
    const { mode, next, typed } = state;
    const isTyped = mode === "typed";
    const drawable = next?.question?.drawable ?? true;
    document.querySelector(".pad").hidden = isTyped;
    const { format = "whole", has_letters: inLetters = false } = next?.question ?? {};
    this.#keypad.show({ open: isTyped, text: typed, format, inLetters, enabled: isEditable(state) });
    const button = find("mode");
    button.hidden = !drawable;
    button.disabled = !isEditable(state) || state.asked !== null;
    if (this.#shown.mode !== mode) {
      this.#shown.mode = mode;
      button.setAttribute("aria-label", isTyped ? "Draw the answer" : "Type the answer");
      button.replaceChildren(icon(isTyped ? "pen" : "keyboard"));
    }
  }

  /** Off until a child asks for it, then at every question that has one. */
  #showGuide({ guided, next }) {
    const guide = next?.question ? guideOf(next.question, this.#decimalSign) : null;
    const shown = JSON.stringify([guided, guide]);
    if (this.#shown.guide !== shown) {
      this.#shown.guide = shown;
      find("guide").hidden = guide === null;
      find("guide").setAttribute("aria-pressed", String(guided));
      showGhost(find("ghost"), guided && guide ? guide.ghost : []);
    }
  }

  #showWords(state) {
    const feedback = feedbackOf(state);
    this.#reading.hidden = feedback !== null;
    showCaption(this.#reading, captionOf(state, this.#decimalSign), this.handle.choice);
    showStamp(find("stamp"), feedback);
    const own = feedback?.mark === "right";
    const known = own ? state.answer.text : feedback?.correct;
    if (known) {
      fillBlank(find("prompt"), known, own);
    }
    const glyphs = state.reading && hasInk(state) ? markedGlyphs(state.reading, this.#decimalSign) : [];
    if (this.#shown.glyphs !== state.reading) {
      this.#shown.glyphs = state.reading;
      this.#pad.showGlyphs(glyphs);
    }
  }

  #showClock({ moment, phase }) {
    const clock = moment && BOUNDED.has(moment.stage) && phase !== "gone" ? moment.game.clock : null;
    const shown = JSON.stringify([clock, moment?.game.number]);
    if (this.#shown.clock !== shown) {
      this.#shown.clock = shown;
      this.#countdown.show(clock);
    }
  }

  #showPrimary({ label, action, enabled }) {
    const { dataset } = this.#primary;
    if (dataset.action !== action) {
      dataset.action = action;
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => {
        this.#settling = 0;
        this.#enable();
      }, SETTLE_MS);
    }
    dataset.enabled = String(enabled);
    if (this.#primary.textContent !== label) {
      this.#primary.textContent = label;
    }
    this.#enable();
  }

  /** By aria-disabled, not `disabled`, so that the keyboard's focus stays where it is. */
  #enable() {
    this.#primary.setAttribute("aria-disabled", String(this.#settling !== 0 || this.#primary.dataset.enabled === "false"));
  }

  #press() {
    if (this.#primary.getAttribute("aria-disabled") === "false") {
      this.handle.primary(this.#primary.dataset.action);
    }
  }
}
