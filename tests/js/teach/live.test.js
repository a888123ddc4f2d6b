import assert from "node:assert/strict";
import test from "node:test";

import { Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";
import { announcement, EVERY_MS, failed, freshness, succeeded, wait } from "../../../static/js/teach/live.js";

const MORNING = new Date(2026, 10, 20, 9, 5);
const NOON = new Date(2026, 10, 20, 12, 0);
const fresh = { version: 3, at: MORNING, failures: 0, over: false };
const most = () => 0.999;

test("results that came are fresh", () => {
  const next = succeeded({ ...fresh, failures: 2 }, 4, NOON);
  assert.deepEqual(next, { version: 4, at: NOON, failures: 0, over: false });
  assert.equal(freshness(next), "Updated just now.");
});

test("without a connection, the page says how old the results are", () => {
  const next = failed(fresh, new Offline("cut"));
  assert.equal(freshness(next), "Not connected: showing the results of 09:05.");
  assert.equal(next.version, 3);
});

test("a refusal is final, and says to reload", () => {
  const next = failed(fresh, new Refused(403, "Sign in.", "not_authenticated"));
  assert.equal(freshness(next), "These results are of 09:05. Reload the page to go on.");
  assert.equal(wait(next, null, most), null);
});

test("asking goes on at its pace while all is well", () => {
  assert.equal(wait(fresh, null, most), EVERY_MS);
});

test("asking slows down with each failure, to half a minute", () => {
  let live = fresh;
  const waits = [];
  for (let turn = 0; turn < 8; turn += 1) {
    live = failed(live, new ServerTrouble(500));
    waits.push(Math.round(wait(live, new ServerTrouble(500), most)));
  }
  assert.deepEqual(waits, [4000, 4000, 4000, 7992, 15984, 29970, 29970, 29970]);
});

test("a pause that the server asks for is kept", () => {
  const failure = new Throttled(20);
  assert.equal(wait(failed(fresh, failure), failure, most), 20_000);
});

test("only a change of the connection is said aloud", () => {
  const cut = failed(fresh, new Offline("cut"));
  assert.equal(announcement(fresh, succeeded(fresh, 4, NOON)), "");
  assert.equal(announcement(fresh, cut), "Not connected: showing the results of 09:05.");
  assert.equal(announcement(cut, failed(cut, new Offline("cut"))), "");
  assert.equal(announcement(cut, succeeded(cut, 4, NOON)), "Connected again.");
});
