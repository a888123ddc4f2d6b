import assert from "node:assert/strict";
import { test } from "node:test";

import { createTurns } from "../../../static/js/net/latest.js";

test("of two questions on their way, the reply to the older one does not count, whichever comes first", () => {
  const turns = createTurns();
  const first = turns.next();
  assert.ok(turns.isLatest(first));
  const second = turns.next();
  assert.deepEqual([turns.isLatest(second), turns.isLatest(first)], [true, false]);
});

test("when the sheet has changed, no reply counts", () => {
  const turns = createTurns();
  const asked = turns.next();
  turns.next();
  assert.equal(turns.isLatest(asked), false);
});
