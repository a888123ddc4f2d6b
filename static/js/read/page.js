/** Try the reader: ink or a picture is read at once, with what led to the reading; whoever likes gives it as a sample. */

import { showGlyphs } from "../ink/glyphs.js";
import { Pad } from "../ink/pad.js";
import { pageApi } from "../net/api.js";
import { excuse } from "../net/excuses.js";
import { createTurns } from "../net/latest.js";
import { showCaption } from "../play/caption.js";
import { markedGlyphs } from "../play/reading.js";
import { caption } from "../start/words.js";
import { dataOf } from "../ui/dom.js";
import { createGiving } from "./giving.js";
import { createIntake } from "./intake.js";
import { createPicture } from "./picture.js";
import { createReport } from "./report.js";
import { captionFor } from "./words.js";

const INVITED = "Go on: with a finger, a pen or the mouse.";

const { urls, signs } = dataOf("read-data");
const api = pageApi();
const turns = createTurns();
const stage = document.querySelector(".read__stage");
const format = document.querySelector("#format");
const back = document.querySelector('[data-read="sheet"]');

const pad = new Pad(stage.querySelector(".pad"));
const picture = createPicture(stage.querySelector(".read__picture"));
const giving = createGiving(document.querySelector(".read__give"), { send: (words) => sample().give(words) });
const report = createReport(document.querySelector(".read__desk"), signs, giving.mend);

const ofInk = {
  isThere: () => !pad.isEmpty,
  read: () => api.post(urls.ink, { strokes: pad.strokes, format: format.value }),
  give: (words) => api.post(urls.give_ink, { strokes: pad.strokes, format: format.value, ...words }),
  showGlyphs: (glyphs) => pad.showGlyphs(glyphs),
};
const ofPicture = {
  isThere: () => picture.file !== null,
  read: () => api.post(urls.picture, formOf({ picture: picture.file, format: format.value })),
  give: ({ text, agreed }) => api.post(urls.give_picture, formOf({ picture: picture.file, format: format.value, text, agreed })),
  showGlyphs: (glyphs) => showGlyphs(picture.layer, glyphs, picture.view, picture.height),
};
const sample = () => (picture.file ? ofPicture : ofInk);

const say = (words) => showCaption(document.querySelector(".reading"), words, () => {});

/** What is there now is read; a reply to an older question is let go. */
async function read() {
  const asked = sample();
  if (!asked.isThere()) {
    forget(caption("empty", INVITED));
    return;
  }
  forget(caption("reading", "I am reading"));
  const turn = turns.next();
  try {
    const reading = await asked.read();
    if (turns.isLatest(turn)) {
      say(captionFor(reading));
      asked.showGlyphs(boxesOf(reading));
      report.show(reading);
      giving.show(reading);
    }
  } catch (failure) {
    if (turns.isLatest(turn)) {
      forget(caption("ask", excuse(failure)));
    }
  }
}

/** What is unread has no signs to show, but the places where they were looked for. */
function boxesOf(reading) {
  return reading.glyphs.length ? markedGlyphs(reading) : reading.glyph_views.map(({ box }) => ({ text: "", box, doubtful: true }));
}

/** What was read is not of what is there now. */
function forget(words) {
  turns.next();
  say(words);
  sample().showGlyphs([]);
  report.clear();
  giving.clear();
}

async function take(file) {
  forget(caption("reading", "I am opening the picture"));
  const refusal = await picture.take(file);
  if (refusal) {
    forget(caption("error", refusal));
    return;
  }
  showStage();
  read();
}

function showStage() {
  const isPicture = picture.file !== null;
  stage.querySelector(".pad").hidden = isPicture;
  stage.querySelector(".read__picture").hidden = !isPicture;
  back.hidden = !isPicture;
}

function formOf(fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  return form;
}

createIntake(stage, document.querySelector("#picture"), take);
format.addEventListener("change", read);
stage.addEventListener("ink-change", () => forget(caption("writing", "")));
stage.addEventListener("ink-idle", read);
back.addEventListener("click", () => {
  picture.clear();
  showStage();
  pad.focus();
  read();
});
