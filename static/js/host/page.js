/** The host's screen: what the server says of the game, shown to the class; what the teacher does, sent. */

import { Feed } from "../live/feed.js";
import { pageApi } from "../net/api.js";
import { dataOf, element } from "../ui/dom.js";
import { sounds } from "../ui/sounds.js";
import { excuse, lead } from "./acts.js";
import { saidOf } from "./announcing.js";
import { createControls } from "./controls.js";
import { createCountdown } from "./countdown.js";
import { write } from "./kept.js";
import { commandOf, KEYS } from "./keys.js";
import { recallLight, turnLight } from "./light.js";
import { createLobby } from "./lobby.js";
import { createOver } from "./over.js";
import { createPlayers } from "./players.js";
import { createQuestion } from "./question.js";
import { createRace } from "./race.js";
import { createReveal } from "./reveal.js";
import { screenOf, told, warningOf } from "./screen.js";
import { createStandings } from "./standings.js";

const TOAST_MS = 6000;
const NOTICES = {
  live: "",
  polling: "Connected the slow way: this screen asks every two seconds.",
  offline: "No connection. What the children write is kept on their devices. Trying again…",
};
const SCENE_SOUNDS = { question: "launch", reveal: "reveal", race: "launch", over: "arrive" };

recallLight();
const data = dataOf("host-data");
const api = pageApi();
const part = (name) => document.querySelector(`[data-host="${name}"]`);
const players = createPlayers(part("players"), {
  rename: async (id, name) => feed.take(await api.patch(`${data.players}${id}/`, { name })),
  remove: async (id) => feed.take(await api.remove(`${data.players}${id}/`)),
  letBackIn: async (id) => feed.take(await api.put(`${data.players}${id}/`)),
});
const controls = createControls(part("controls"), run);
const countdown = createCountdown(part("countdown"), () => feed.refresh());
const SCENES = {
  lobby: () => createLobby({ board: part("lobby"), roster: data.roster, choose: players.open }),
  question: createQuestion,
  reveal: createReveal,
  standings: createStandings,
  race: createRace,
  over: () => createOver({ ways: part("ways") }),
};

let host = null;
let scene = null;
let key = "";
let leading = null; // what the server was told and has not answered yet
let said = { host: null, at: -Infinity };
let settle = () => {};

const feed = new Feed({
  socket: data.socket,
  url: data.host,
  api,
  heard: (state) => hear(state),
  publicly: (publicly) => hear(told(host, publicly)),
  status: (status) => notice(NOTICES[status]),
  gone: () => leave(),
});
listKeys();
part("ask").addEventListener("close", ({ target }) => {
  if (!target.open) { // the event comes late: the next question may lie there already
    settle(target.returnValue === "yes");
  }
});
document.addEventListener("keydown", press);
document.addEventListener("fullscreenchange", () => host && show());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => host && show());
feed.open();

function hear(game) {
  if (game === null) {
    return; // what everybody is told came before the teacher's own: that is on its way
  }
  const came = host ? game.players.length - host.players.length : 0;
  host = game;
  countdown.set(host.public);
  if (came > 0 && host.public.phase === "lobby") {
    sounds.play("join");
  }
  show();
}

function show() {
  const screen = screenOf(host, data.roster);
  if (screen.key !== key) {
    begin(screen);
  }
  document.body.dataset.scene = screen.scene;
  write(part("place"), screen.place);
  write(part("count"), screen.scene === "reveal" || screen.scene === "standings" ? screen.count : "");
  part("join")?.toggleAttribute("hidden", screen.scene === "lobby" || screen.scene === "over" || host.public.locked);
  scene.update(host, screen);
  controls.update(host, screen);
  players.update(host);
  tell();
}

function begin(screen) {
  const stage = part("scene");
  const held = stage.contains(document.activeElement);
  if (key && SCENE_SOUNDS[screen.scene]) {
    sounds.play(SCENE_SOUNDS[screen.scene]);
  }
  key = screen.key;
  scene = SCENES[screen.scene]();
  stage.replaceChildren(scene.element);
  if (held) {
    document.querySelector('[data-command="forward"]').focus();
  }
}

/** Phases at once; a count that was not told yet is told with the next change after a while. */
function tell() {
  const now = performance.now();
  const sentence = saidOf(said.host, host, data.roster, now - said.at);
  if (sentence) {
    part("said").textContent = sentence;
    said = { host, at: now };
  }
}

function run(command) {
  const local = { players: () => players.open(), sound, light, full, help: () => part("help").showModal() }[command];
  if (local) {
    local();
    return;
  }
  if (host === null) {
    return;
  }
  const act = actOf(command);
  if (act) {
    attempt(act);
  }
}

/** What a command means now; nothing where it makes no sense. */
function actOf(command) {
  const { forward, acts } = screenOf(host, data.roster);
  const named = { pause: ["pause", "resume"], lock: ["lock", "unlock"], names: ["hide-names", "show-names"] }[command] ?? [command];
  return command === "forward" ? (forward?.ready ? forward.act : undefined) : named.find((act) => acts.includes(act));
}

/** One act at a time. What is asked about first is asked though the one before is on its way: it is there by then. */
async function attempt(act) {
  const seen = host;
  const warning = warningOf(act, seen);
  if (warning ? !(await sure(warning)) : leading) {
    return;
  }
  await leading;
  leading = carryOut(act, act === "end" ? host : seen).finally(() => {
    leading = null;
    controls.wait(false);
  });
  controls.wait(true);
}

async function carryOut(act, seen) {
  try {
    feed.take(await lead(act, seen, (body) => api.post(data.acts, body)));
  } catch (failure) {
    toast(excuse(failure));
  }
}

/** Whether the teacher says yes. @returns {Promise<boolean>} */
function sure({ title, text, button }) {
  const dialog = part("ask");
  settle(false); // what was asked before is no longer the question
  for (const [name, words] of Object.entries({ title, text, button })) {
    dialog.querySelector(`[data-ask="${name}"]`).textContent = words;
  }
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    settle = resolve;
  });
}

function press(event) {
  const { target } = event;
  const command = commandOf(event, {
    typing: target.matches("input, select, textarea"),
    pressing: Boolean(target.closest("button, a, summary")),
    dialog: document.querySelector("dialog[open]") !== null,
  });
  if (command) {
    event.preventDefault();
    run(command);
  }
}

function sound() {
  sounds.on = !sounds.on;
  sounds.play("join");
  if (host) {
    show();
  }
}

function light() {
  turnLight();
  if (host) {
    show();
  }
}

function full() {
  (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {
    toast("This browser does not give the whole screen. Its own key for it is often F11.");
  });
}

function notice(sentence) {
  part("notice").hidden = !sentence;
  write(part("notice"), sentence);
}

function leave() {
  notice("");
  part("controls").hidden = true;
  part("countdown").hidden = true;
  const again = element("a", "button button--primary", "Load the page again");
  again.href = location.href;
  part("scene").replaceChildren(element("div", "empty", element("h2", "empty__title", "This game is not led from here any more"),
    element("p", "empty__text", "You have signed out, or the game was deleted. What the children wrote is kept, unless you deleted it."), again));
}

function toast(sentence) {
  const made = element("p", "toast", sentence);
  part("toasts").replaceChildren(made);
  setTimeout(() => made.remove(), TOAST_MS);
}

function listKeys() {
  part("keys").append(...KEYS.map(({ shown, does }) =>
    element("div", "keys__one", element("dt", "", ...shown.flatMap((one, at) => (at ? [" ", element("kbd", "", one)] : [element("kbd", "", one)]))), element("dd", "", does))));
}
