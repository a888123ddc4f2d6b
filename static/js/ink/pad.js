/**
 * The pad: a sheet to write on. Wires pointer events, the ink's history and the painter to the markup
 *
 *   <div class="pad">
 *     <div class="pad__sheet">
 *       <canvas class="pad__canvas" tabindex="0" role="img" aria-label="…"></canvas><div class="pad__glyphs"></div>
 *     </div>
 *     <div class="pad__tools"><button data-tool="undo">, "redo", "clear"</div>
 *   </div>
 *
 * and tells of it by events on the root, each with `detail: {version, strokes, notice}`:
 *   ink-begin   a stroke begins
 *   ink-change  the child has changed the ink
 *   ink-idle    nothing has changed for a while
 */

import { boundsOf, fitView, IDENTITY, SHEET_WIDTH } from "./geometry.js";
import { showGlyphs } from "./glyphs.js";
import { createPainter } from "./painter.js";
import { IDLE, step } from "./pointer.js";
import { keepGesturesOff, recordOf } from "./sheet.js";
import { addStroke, canRedo, canUndo, clear, emptyInk, inkFrom, isEmpty, redo, toJSON, undo } from "./strokes.js";
import { listenToTools, showTools } from "./tools.js";

/** Long enough to lift the pen between the digits of one number, short enough to feel answered. */
const IDLE_MS = 450;

const POINTER_EVENTS = {
  pointerdown: "down",
  pointermove: "move",
  pointerup: "up",
  pointercancel: "cancel",
  lostpointercapture: "lost",
};

const EDITS = { undo, redo, clear };

export class Pad {
  #root;
  #canvas;
  #painter;
  #ink = emptyInk();
  #pointer = IDLE;
  #live = []; // the stroke that is being drawn
  #view = IDENTITY;
  #glyphs = [];
  #locked = false;
  #timer = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#canvas = root.querySelector(".pad__canvas");
    this.#canvas.style.color = "var(--ink, currentcolor)";
    this.#painter = createPainter(this.#canvas);
    keepGesturesOff(this.#canvas);
    listenToTools(root, this.#canvas, (tool) => this.edit(tool));
    for (const [name, type] of Object.entries(POINTER_EVENTS)) {
      this.#canvas.addEventListener(name, (event) => this.#point(type, event));
    }
    this.#followScreen();
    this.locked = false; // the page came with a sheet at rest: ink that nothing takes down yet would be lost
  }

  /** The strokes as the API takes them. */
  get strokes() {
    return toJSON(this.#ink.strokes);
  }

  get version() {
    return this.#ink.version;
  }

  get isEmpty() {
    return isEmpty(this.#ink);
  }

  /** While locked the sheet is to look at: an answer is on its way, or no question is here yet. */
  set locked(locked) {
    this.#locked = locked;
    this.#root.dataset.state = locked ? "resting" : "open";
    this.#showTools();
  }

  /** A new sheet with this ink on it, or none; there is nothing to undo, and nobody has changed anything. */
  begin(strokes = []) {
    this.#ink = inkFrom(strokes, this.#ink.version + 1);
    this.#fit();
    this.showGlyphs([]);
    this.#showTools();
    this.#rest();
  }

  /** @param {"undo" | "redo" | "clear"} tool */
  edit(tool) {
    if (this.#locked) {
      return;
    }
    const wasEmpty = this.isEmpty;
    this.#ink = EDITS[tool](this.#ink);
    if (wasEmpty) {
      this.#fit(); // a cleared sheet came back, perhaps on a screen that was turned meanwhile
    } else {
      this.#paint();
    }
    this.#changed();
  }

  /** Ends the stroke that is being drawn, as if the pen were lifted: what is on the screen is the ink. */
  lift() {
    if (this.#live.length) {
      this.#pointer = IDLE;
      this.#finish([...this.#live]);
    }
  }

  focus() {
    this.#canvas.focus({ preventScroll: true });
  }

  /** Says under each symbol what it was read as, until the next change. */
  showGlyphs(glyphs) {
    this.#glyphs = glyphs;
    const layer = this.#root.querySelector(".pad__glyphs");
    if (layer) {
      showGlyphs(layer, glyphs, this.#view, this.#height());
    }
  }

  /** Draws anew when the sheet's size, the screen's density or the theme has changed. */
  #followScreen() {
    new ResizeObserver(() => this.#fit()).observe(this.#canvas);
    window.addEventListener("resize", () => this.#fit());
    const paint = () => this.#paint();
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  #point(type, event) {
    if (type === "down" && this.#locked) {
      return;
    }
    const { state, effects } = step(this.#pointer, recordOf(event, type, this.#canvas, this.#view));
    this.#pointer = state;
    for (const effect of effects) {
      this.#apply(effect, event);
    }
  }

  #apply(effect, event) {
    switch (effect.do) {
      case "begin":
        clearTimeout(this.#timer);
        this.#draw(effect.points);
        this.#capture(event);
        this.#tell("ink-begin");
        break;
      case "extend":
        this.#draw(effect.points);
        break;
      case "finish":
        this.#finish(effect.points);
        break;
      case "drop":
        this.#live = [];
        this.#paint();
        this.#rest();
        break;
      case "undo":
        this.edit("undo");
    }
  }

  /** In the same task as the event, so that the ink is on the screen with the next frame. */
  #draw(points) {
    const drawn = this.#live.length;
    this.#live.push(...points);
    this.#painter.extend(this.#live, drawn, this.#view);
  }

  #finish(points) {
    this.#draw(points.slice(this.#live.length));
    this.#live = [];
    this.#ink = addStroke(this.#ink, points);
    if (this.#ink.notice) {
      this.#paint(); // what is on the screen is not what was kept
    }
    this.#changed();
  }

  #changed() {
    this.showGlyphs([]);
    this.#showTools();
    this.#tell("ink-change");
    this.#rest();
  }

  #rest() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell("ink-idle"), IDLE_MS);
  }

  #fit() {
    const { width, height } = this.#canvas.getBoundingClientRect();
    if (!width || !height) {
      return; // not on the screen: the answer is being typed
    }
    if (!this.#live.length) {
      this.#view = fitView(boundsOf(this.#ink.strokes), this.#height());
    }
    this.#painter.resize(width, height);
    this.#paint();
    this.showGlyphs(this.#glyphs);
  }

  #paint() {
    const strokes = this.#live.length ? [...this.#ink.strokes, this.#live] : this.#ink.strokes;
    this.#painter.redraw(strokes, this.#view);
  }

  #height() {
    const { width, height } = this.#canvas.getBoundingClientRect();
    return width ? (height / width) * SHEET_WIDTH : SHEET_WIDTH;
  }

  /** The stroke goes on when the finger leaves the sheet, and its end is not missed. */
  #capture(event) {
    try {
      this.#canvas.setPointerCapture(event.pointerId);
    } catch {
      // The pointer has gone already (a very quick tap), or a script made the event: it draws without.
    }
  }

  #showTools() {
    const open = !this.#locked;
    const usable = { undo: open && canUndo(this.#ink), redo: open && canRedo(this.#ink), clear: open && !this.isEmpty };
    showTools(this.#root, usable, () => this.focus());
  }

  #tell(name) {
    const { version, strokes, notice } = this.#ink;
    const detail = { version, strokes: strokes.length, notice };
    this.#root.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}
