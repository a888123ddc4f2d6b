import assert from "node:assert/strict";
import { test } from "node:test";

import { Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";
import { backoff, judge } from "../../../static/js/net/schedule.js";

test("pauses grow from one second to thirty, with full jitter", () => {
  const rows = [[1, 1000], [2, 2000], [3, 4000], [5, 16_000], [6, 30_000], [5000, 30_000]];
  for (const [failures, ceiling] of rows) {
    assert.equal(backoff(failures, () => 1), ceiling);
    assert.equal(backoff(failures, () => 0.5), ceiling / 2);
    assert.equal(backoff(failures, () => 0), 250);
  }
});

test("what can never be taken is final; everything else is tried again", () => {
  const half = () => 0.5;
  assert.deepEqual(judge(new Refused(409, "Closed.", "closed"), 1, half), {
    final: true, refusal: { status: 409, detail: "Closed.", code: "closed" },
  });
  assert.deepEqual(judge(new Offline(), 1, half), { final: false, wait: 500, binding: false });
  assert.deepEqual(judge(new ServerTrouble(503), 3, half), { final: false, wait: 2000, binding: false });
  assert.deepEqual(judge(new Throttled(7), 1, half), { final: false, wait: 7500, binding: true });
  assert.equal(judge(new TypeError("a mistake of ours"), 1, half).final, false);
});
