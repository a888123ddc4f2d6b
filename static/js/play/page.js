/** The answering page, alone, in a race and in a game that is led: wires pad, reader, outbox, game and view to the machine. */

import { Pad } from "../ink/pad.js";
import { slideSheetAway } from "../ink/turn.js";
import { Feed } from "../live/feed.js";
import { pageApi } from "../net/api.js";
import { Outbox } from "../net/outbox.js";
import { whoSitsHere } from "../net/seat.js";
import { openTable } from "../net/tables.js";
import { uuid } from "../net/uuid.js";
import { dataOf } from "../ui/dom.js";
import { bindSwitch, sounds } from "../ui/sounds.js";
import { Drafts } from "./drafts.js";
import { Live } from "./live.js";
import { step } from "./machine.js";
import { Questions } from "./questions.js";
import { soundOf } from "./sounding.js";
import { answerOf, canSend, isAtWork, isEditable, isPaused, isUnsent, START } from "./state.js";
import { appear, begin, leave, UNKNOWN } from "./thinking.js";
import { View } from "./view.js";

const { assignment, seat, urls, game } = dataOf("play-data");
const NOTHING = Object.freeze({ strokes: [], typed: "" });

/** So long after the end an answer is still in time (`quizzes.rules.game.values.GRACE`): before, there is nothing to ask. */
const GRACE_MS = 1000;

/** What the server says of an answer whose question has an answer already, or is over: there is nothing to mend. */
const SETTLED = new Set(["done", "closed", "live", "not_found", "nothing_to_confirm"]);

const api = pageApi(seat);
const root = document.querySelector(".pad");
const pad = new Pad(root);
pad.locked = true;
const [outboxTable, draftsTable] = await Promise.all([openTable("outbox"), openTable("drafts")]);
const drafts = new Drafts(draftsTable, seat, assignment);
const draftOf = (question) => drafts.find(question);
const outbox = new Outbox({
  table: outboxTable,
  seat,
  send: (row) => api.post(row.url, row.body),
  whoSitsHere: () => whoSitsHere(api, urls.seat),
  tell: heard,
});
const view = new View(pad, { primary, choice, mode, guide: () => dispatch({ type: "guide" }), typed: keyed, timeUp, tick: () => sounds.play("tick") });
const questions = new Questions({ api, url: urls.next, draftOf, dispatch });
const live = game && new Live({
  feedOf: (ears) => new Feed({ socket: urls.socket, url: urls.game, api, ...ears, status: (link) => linked(link, ears.status) }),
  assignment: game.assignment,
  draftOf,
  dispatch: play,
  now: () => performance.now(),
  later: (run) => setTimeout(run, GRACE_MS * (1 + Math.random())),
});
const isLed = game?.pace === "led";

/** Where the game can be heard again, what waits on the device need not wait any longer. */
function linked(link, tell) {
  tell(link);
  if (link !== "offline") {
    outbox.wake();
  }
}
const source = isLed ? live : questions;

let state = START;
let thinking = UNKNOWN;

function dispatch(event) {
  const before = state;
  state = step(state, event);
  pad.locked = !isEditable(state);
  view.render(state);
  const sound = soundOf(before, state);
  if (sound) {
    sounds.play(sound);
  }
  if (state.phase === "reading" && before.phase !== "reading") {
    read(state.ink.version);
  }
  if (isPaused(state)) {
    thinking = leave(thinking);
  }
  if (state.phase === "over" && before.phase !== "over") {
    drafts.drop();
  }
  if (state.phase === "finished" && !live) {
    location.replace(urls.score);
  } else if (state.sheet !== before.sheet) {
    if (before.sheet) {
      slideSheetAway(root); // the first one is nobody's yet
    }
    layOut(event.draft ?? NOTHING);
  }
}

/** News of the live game. What the child had on the sheet when its question went is not lost: the teacher sees it. */
function play(event) {
  if (event.type === "game" && isLeaving(event.moment)) {
    const id = uuid();
    send(id, urls.answers, { ...answerOf(state, id, pad.strokes), thinking_ms: thinking.ms, cut_short: true });
    dispatch({ type: "left", row: id });
  }
  if (event.type === "gone") {
    lookAtSeat();
    return;
  }
  dispatch(event);
  if (!isLed && event.type === "game" && event.moment.stage === "flying" && !isPaused(state) && isWithoutQuestion()) {
    questions.load();
  }
}

/** Removed by the teacher, or only not the one who sits here now: that is said apart. */
async function lookAtSeat() {
  const sitting = await whoSitsHere(api, urls.seat).catch(() => seat);
  dispatch({ type: "gone", seat: sitting === seat ? "own" : sitting === null ? "empty" : "others" });
}

const isWithoutQuestion = () => state.phase === "loading" || state.phase === "stuck";

/** Whether the question goes from under what was not sent; an answer to it that could be read is the one that counts. */
const isLeaving = ({ stage, next, answer, kept }) => isUnsent(state)
  && (isLed ? stage !== "question" || next.question.id !== state.next.question.id : stage === "over")
  && !kept && (answer === null || answer.mark === "unread");

/** What the child changes is kept at once. */
function change(event) {
  dispatch(event);
  if (isEditable(state)) {
    drafts.keep(state.next.question, { strokes: pad.strokes, typed: state.typed });
  }
}

function keyed(text) {
  startWriting();
  change({ type: "typed", text });
}

/** The first ink or key on this sheet. */
function startWriting() {
  thinking = begin(thinking, performance.now());
}

/** A new sheet, with what was begun on it or what is still on its way. */
function layOut(draft) {
  const row = outbox.rowsOf(assignment).find((each) => each.question === state.next.question.id);
  const { strokes, typed } = row && !("text" in row.body) ? row.body : draft; // a word of confirmation brings no ink
  thinking = appear(performance.now(), Boolean(row || strokes?.length || typed));
  pad.begin(strokes ?? []);
  dispatch({ type: "sheet", version: pad.version, strokes: strokes?.length ?? 0 });
  if (typed) {
    dispatch({ type: "mode", mode: "typed" });
    dispatch({ type: "typed", text: typed });
  }
  if (row && isAtWork(state)) {
    dispatch({ type: "resent", row: row.id });
  }
  outbox.rowsOf(assignment).filter((each) => each.refusal).forEach(refused);
  if (state.mode === "typed") {
    view.focus(state.mode);
  }
}

async function read(version) {
  try {
    const reading = await api.post(urls.read, { strokes: pad.strokes, format: state.next.question.format });
    dispatch({ type: "read", version, reading });
  } catch {
    dispatch({ type: "unreachable", version });
  }
}

/** To the device first, from there to the server. */
async function hand(id, url, body, leaves = false) {
  dispatch({ type: "send", row: id, leaves });
  await send(id, url, body);
}

async function send(id, url, body) {
  const mended = outbox.rowsOf(assignment).filter((row) => row.refusal);
  const lasting = await outbox.add({ id, assignment, question: state.next.question.id, url, body });
  dispatch({ type: "kept", lasting });
  mended.forEach((row) => outbox.forget(row.id));
}

function sendAnswer({ confirmed = state.confirmed, cutShort = false } = {}) {
  const id = uuid();
  const answer = answerOf({ ...state, confirmed }, id, pad.strokes);
  hand(id, urls.answers, { ...answer, thinking_ms: thinking.ms, cut_short: cutShort }, confirmed === "");
}

function sendWord(text) {
  hand(uuid(), urls.confirmation.replace("00000000-0000-0000-0000-000000000000", state.asked), { text }, text === "");
}

/** What became of what was handed to the outbox. */
function heard(event) {
  dispatch({ type: "counted", count: outbox.count });
  switch (event.kind) {
    case "sent":
      acknowledged(event);
      break;
    case "refused":
      refused(event.row);
      break;
    case "waiting":
      dispatch({ type: "held", count: event.count });
      break;
    case "other-seat": {
      const detail = "Somebody else has taken a seat on this device. What you wrote is kept here until you come back.";
      live?.close();
      dispatch({ type: "refused", row: null, refusal: { detail, code: "other_seat" } });
    }
  }
}

function refused(row) {
  if (isLed && SETTLED.has(row.refusal.code)) {
    outbox.forget(row.id);
    source.acknowledged(row.id); // another device was quicker, or the teacher went on: the game says how it stands
    return;
  }
  dispatch({ type: "refused", row: row.id, refusal: row.refusal });
  const current = state.next?.question?.id;
  if (row.assignment === assignment && current && row.question !== current) {
    outbox.forget(row.id); // its question is behind the child: nothing to mend
  }
}

function acknowledged({ row, receipt }) {
  const ours = row.id === state.row;
  source.acknowledged(row.id, receipt);
  if (ours && !isEditable(state) && !isLed) {
    drafts.drop(); // where the game goes on for all at once, the ink is looked at until then
  }
  if (state.phase === "stuck") {
    source.load();
  }
}

/** The child is not punished for a slow tap: what is on the sheet at the end goes by itself, and says so. */
function timeUp() {
  pad.lift();
  if (canSend(state)) {
    sendAnswer({ cutShort: true });
  }
  dispatch({ type: "timeup" });
  live.timeUp();
}

function primary(action) {
  const actions = {
    send: () => sendAnswer(),
    onward: () => dispatch({ type: "onward" }),
    mend: () => dispatch({ type: "mend" }),
    hurry: () => outbox.wake(),
    load: () => source.load(),
    home: () => location.assign(urls.home),
    reload: () => location.reload(),
  };
  actions[action]();
}

function choice({ action, text }) {
  const actions = {
    doubt: () => dispatch({ type: "doubt" }),
    confirm: () => (state.asked ? sendWord(text) : dispatch({ type: "confirm", text })),
    leave: () => (state.asked ? sendWord("") : sendAnswer({ confirmed: "" })),
    rewrite: () => pad.edit("clear"),
  };
  actions[action]();
  view.focus(state.mode);
}

function mode() {
  change({ type: "mode", mode: state.mode === "typed" ? "drawn" : "typed" });
  view.focus(state.mode);
}

/** The tools go to the other side, here at once and on the child's other devices from now on. */
function switchHands() {
  const left = root.dataset.hand !== "left";
  root.dataset.hand = left ? "left" : "right";
  api.patch(urls.seat, { left_handed: left }).catch(() => {}); // it can be chosen again
}

function wake() {
  outbox.wake();
  if (state.phase === "stuck") {
    source.load();
  }
}

root.addEventListener("ink-begin", startWriting);
root.addEventListener("ink-change", ({ detail }) => change({ type: "ink", ...detail }));
root.addEventListener("ink-idle", ({ detail }) => dispatch({ type: "idle", ...detail }));
root.querySelector('[data-tool="hand"]').addEventListener("click", switchHands);
window.addEventListener("online", wake);
window.addEventListener("pageshow", ({ persisted }) => persisted && wake());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    wake();
  } else {
    thinking = leave(thinking);
  }
});

await outbox.open();
if (live) {
  bindSwitch(document.querySelector('[data-play="sound"]'));
  live.open();
} else {
  await questions.load();
}
