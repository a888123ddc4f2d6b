/** The answering page: wires pad, reader, outbox and view to the machine. */

import { Pad } from "../ink/pad.js";
import { slideSheetAway } from "../ink/turn.js";
import { pageApi, Refused } from "../net/api.js";
import { Outbox } from "../net/outbox.js";
import { whoSitsHere } from "../net/seat.js";
import { openTable } from "../net/tables.js";
import { uuid } from "../net/uuid.js";
import { dataOf } from "../ui/dom.js";
import { Drafts } from "./drafts.js";
import { answerOf, isEditable, START, step } from "./machine.js";
import { appear, begin, leave, UNKNOWN } from "./thinking.js";
import { View } from "./view.js";

const { assignment, seat, urls } = dataOf("play-data");
const NOTHING = Object.freeze({ strokes: [], typed: "" });

const api = pageApi(seat);
const root = document.querySelector(".pad");
const pad = new Pad(root);
pad.locked = true;
const [outboxTable, draftsTable] = await Promise.all([openTable("outbox"), openTable("drafts")]);
const drafts = new Drafts(draftsTable, seat, assignment);
const outbox = new Outbox({
  table: outboxTable,
  seat,
  send: (row) => api.post(row.url, row.body),
  whoSitsHere: () => whoSitsHere(api, urls.seat),
  tell: heard,
});
const view = new View(pad, { primary, choice, mode, guide: () => dispatch({ type: "guide" }), typed: keyed });

let state = START;
let thinking = UNKNOWN;
let settled = 0; // how many answers the server has taken: a question that was fetched before the last is out of date

function dispatch(event) {
  const before = state;
  state = step(state, event);
  pad.locked = !isEditable(state);
  view.render(state);
  if (state.phase === "reading" && before.phase !== "reading") {
    read(state.ink.version);
  }
  if (state.phase === "finished") {
    location.replace(urls.score);
  } else if (state.sheet !== before.sheet) {
    if (before.sheet) {
      slideSheetAway(root); // the first one is nobody's yet
    }
    layOut(event.draft ?? NOTHING);
  }
}

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

async function load() {
  dispatch({ type: "load" });
  try {
    let loaded;
    let before;
    do {
      before = settled;
      const next = await api.get(urls.next);
      loaded = { type: "loaded", next, draft: (next.question && await drafts.find(next.question)) ?? NOTHING };
    } while (before !== settled);
    dispatch(loaded);
  } catch (failure) {
    if (!(failure instanceof Refused)) {
      dispatch({ type: "failed" });
      return;
    }
    const code = failure.status === 404 ? "closed" : failure.code;
    dispatch({ type: "refused", row: null, refusal: { detail: failure.detail, code } });
  }
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
  if (row) {
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
async function hand(id, url, body) {
  const mended = outbox.rowsOf(assignment).filter((row) => row.refusal);
  dispatch({ type: "send", row: id });
  const lasting = await outbox.add({ id, assignment, question: state.next.question.id, url, body });
  dispatch({ type: "kept", lasting });
  mended.forEach((row) => outbox.forget(row.id));
}

function sendAnswer(confirmed = state.confirmed) {
  const id = uuid();
  hand(id, urls.answers, { ...answerOf({ ...state, confirmed }, id, pad.strokes), thinking_ms: thinking.ms });
}

function sendWord(text) {
  hand(uuid(), urls.confirmation.replace("00000000-0000-0000-0000-000000000000", state.asked), { text });
}

/** What became of what was handed to the outbox. */
function heard(event) {
  switch (event.kind) {
    case "sent":
      settled += 1;
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
      dispatch({ type: "refused", row: null, refusal: { detail, code: "other_seat" } });
    }
  }
}

function refused(row) {
  dispatch({ type: "refused", row: row.id, refusal: row.refusal });
  const current = state.next?.question?.id;
  if (row.assignment === assignment && current && row.question !== current) {
    outbox.forget(row.id); // its question is behind the child: nothing to mend
  }
}

function acknowledged({ row, receipt }) {
  const ours = row.id === state.row;
  dispatch({ type: "sent", row: row.id, receipt });
  if (ours && !isEditable(state)) {
    drafts.drop();
  }
  if (state.phase === "stuck") {
    load();
  }
}

function primary(action) {
  const actions = {
    send: () => sendAnswer(),
    onward: () => dispatch({ type: "onward" }),
    mend: () => dispatch({ type: "mend" }),
    hurry: () => outbox.wake(),
    load,
    home: () => location.assign(urls.home),
    reload: () => location.reload(),
  };
  actions[action]();
}

function choice({ action, text }) {
  const actions = {
    doubt: () => dispatch({ type: "doubt" }),
    confirm: () => (state.asked ? sendWord(text) : dispatch({ type: "confirm", text })),
    leave: () => (state.asked ? sendWord("") : sendAnswer("")),
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
    load();
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
await load();
