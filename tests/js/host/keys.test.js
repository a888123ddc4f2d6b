import assert from "node:assert/strict";
import { test } from "node:test";

import { commandOf, KEYS } from "../../../static/js/host/keys.js";

const NOWHERE = { typing: false, pressing: false, dialog: false };
const press = (key, changes = {}) => ({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...changes });

const PRESSES = [
  ["space goes on", press(" "), NOWHERE, "forward"],
  ["a presenter's clicker goes on", press("PageDown"), NOWHERE, "forward"],
  ["space on a button is the button's", press(" "), { ...NOWHERE, pressing: true }, null],
  ["a letter on a button is the screen's", press("p"), { ...NOWHERE, pressing: true }, "pause"],
  ["capitals are letters", press("S"), NOWHERE, "skip"],
  ["a key held down is one press", press(" ", { repeat: true }), NOWHERE, null],
  ["the browser's own keys stay its own", press("l", { ctrlKey: true }), NOWHERE, null],
  ["who types a name leads nothing", press("e"), { ...NOWHERE, typing: true }, null],
  ["under a dialog nothing happens", press(" "), { ...NOWHERE, dialog: true }, null],
  ["help", press("?"), NOWHERE, "help"],
  ["other keys", press("x"), NOWHERE, null],
];

for (const [name, pressed, where, command] of PRESSES) {
  test(`commandOf: ${name}`, () => assert.equal(commandOf(pressed, where), command));
}

test("no key does two things", () => {
  const keys = KEYS.flatMap((each) => each.keys);
  assert.equal(new Set(keys).size, keys.length);
});
