/** The start page: write any number, and it is read at once. */

import { Pad } from "../ink/pad.js";
import { pageApi } from "../net/api.js";
import { excuse } from "../net/excuses.js";
import { showCaption } from "../play/caption.js";
import { markedGlyphs } from "../play/reading.js";
import { dataOf } from "../ui/dom.js";
import { caption, captionFor } from "./words.js";

const { urls } = dataOf("start-data");
const api = pageApi();
const root = document.querySelector(".pad");
const pad = new Pad(root);

const say = (words) => showCaption(document.querySelector(".reading"), words, () => {});

async function read() {
  const { version } = pad;
  say(caption("reading", "I am reading"));
  try {
    const reading = await api.post(urls.read, { strokes: pad.strokes, format: "number" });
    if (version === pad.version) {
      say(captionFor(reading));
      pad.showGlyphs(markedGlyphs(reading));
    }
  } catch (failure) {
    if (version === pad.version) {
      say(caption("ask", excuse(failure)));
    }
  }
}

root.addEventListener("ink-change", () => say(caption("writing", "")));
root.addEventListener("ink-idle", () => (pad.isEmpty ? say(caption("empty", "Go on: with a finger, a pen or the mouse.")) : read()));
