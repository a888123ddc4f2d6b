import assert from "node:assert/strict";
import { test } from "node:test";

import { Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";
import { excuse } from "../../../static/js/net/excuses.js";

const ROWS = [
  ["no network", new Offline("Failed to fetch"), "I can't reach my reader. Is this device online?"],
  ["too often", new Throttled(7), "That was very fast. One moment, then write another."],
  ["what the server says", new Refused(413, "That picture is too large.", "too_large"), "That picture is too large."],
  ["a server that is down", new ServerTrouble(502), "I can't read right now. Try again in a minute."],
];

for (const [name, failure, sentence] of ROWS) {
  test(`an excuse for: ${name}`, () => {
    assert.equal(excuse(failure), sentence);
  });
}
