import assert from "node:assert/strict";
import { test } from "node:test";

import { RECIPES, sounds } from "../../../static/js/ui/sounds.js";

/** Where the browser keeps things, for node, which has no such place. */
function storage(refuses = false) {
  const kept = new Map();
  const refuse = () => {
    throw new Error("blocked");
  };
  globalThis.localStorage = refuses
    ? { getItem: refuse, setItem: refuse }
    : { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

test("the sounds are those that pages ask for, and none is of failure", () => {
  assert.deepEqual(Object.keys(RECIPES).sort(), ["arrive", "join", "launch", "reveal", "right", "sent", "tick"]);
});

for (const [name, notes] of Object.entries(RECIPES)) {
  test(`${name} is shorter than 0.4 s, soft, and neither shrill nor a rumble`, () => {
    assert.ok(Math.max(...notes.map(({ at, lasts }) => at + lasts)) <= 0.4);
    for (const { from, to = from, loud, wave = "sine" } of notes) {
      assert.ok(from >= 100 && from <= 1000 && to >= 100 && to <= 1000);
      assert.ok(loud > 0 && loud <= 0.6);
      assert.ok(["sine", "triangle"].includes(wave));
      assert.ok(to >= from, "nothing falls");
    }
  });
}

test("sounds are off until somebody switches them on, and what was switched is kept", () => {
  storage();
  assert.equal(sounds.on, false);
  sounds.on = true;
  assert.equal(sounds.on, true);
  sounds.on = false;
  assert.equal(sounds.on, false);
});

test("where nothing can be kept, sounds stay off and nothing breaks", () => {
  storage(true);
  sounds.on = true;
  assert.equal(sounds.on, false);
});

test("nothing is asked of a device whose sounds are off", () => {
  storage();
  globalThis.document = {
    get visibilityState() {
      throw new Error("asked");
    },
  };
  sounds.play("right");
});
