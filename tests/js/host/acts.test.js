import assert from "node:assert/strict";
import { test } from "node:test";

import { excuse, lead } from "../../../static/js/host/acts.js";
import { Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";
import { host } from "./game.js";

/** A server that holds a game and does what the versions of docs/live.md allow; `meanwhile` happens before each act. */
function server(game, meanwhile = []) {
  const asked = [];
  let state = game;
  const change = (changes) => {
    state = { ...state, public: { ...state.public, ...changes, version: state.public.version + 1 } };
  };
  async function send({ act, version }) {
    asked.push(act);
    const happens = meanwhile.shift();
    if (happens) {
      change(happens);
    }
    if (version === state.public.version) {
      const { number } = state.public;
      change({ start: { phase: "question", number: 1 }, next: { phase: "reveal", number }, lock: { locked: true } }[act]);
    }
    return state;
  }
  return { send, asked };
}

test("an act is asked for once where nothing else happens", async () => {
  const { send, asked } = server(host());
  const after = await lead("next", host(), send);
  assert.deepEqual([after.public.phase, asked], ["reveal", ["next"]]);
});

test("a child who comes in at the same moment does not swallow the start", async () => {
  const lobby = host({ phase: "lobby", number: 0 });
  const { send, asked } = server(lobby, [{}, {}]);
  const after = await lead("start", lobby, send);
  assert.deepEqual([after.public.phase, asked.length], ["question", 3]);
});

test("where the clock was faster, the answer is not passed over", async () => {
  const { send, asked } = server(host(), [{ phase: "reveal" }]);
  const after = await lead("next", host(), send);
  assert.deepEqual([after.public.phase, after.public.version, asked], ["reveal", 18, ["next"]]);
});

test("what has come about already is not asked for again", async () => {
  const { send, asked } = server(host(), [{ locked: true }]);
  await lead("lock", host(), send);
  assert.deepEqual(asked, ["lock"]);
});

test("a game that changes for ever is not asked for ever", async () => {
  const lobby = host({ phase: "lobby", number: 0 });
  const { send, asked } = server(lobby, Array.from({ length: 100 }, () => ({})));
  await lead("start", lobby, send);
  assert.equal(asked.length, 8);
});

const EXCUSES = [
  [new Refused(409, "There is another Zoe in this game. Choose another name.", "not_editable"), "There is another Zoe in this game. Choose another name."],
  [new Throttled(5), "That was very fast. Try again in a moment."],
  [new Offline("gone"), "That did not reach the server. Look at the connection, then try again."],
  [new ServerTrouble(503), "That did not reach the server. Look at the connection, then try again."],
];

for (const [failure, sentence] of EXCUSES) {
  test(`excuse: ${failure.name}`, () => assert.equal(excuse(failure), sentence));
}
