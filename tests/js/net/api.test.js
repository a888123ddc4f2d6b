import assert from "node:assert/strict";
import { test } from "node:test";

import { createApi, Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";

const json = (status, body, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
const html = (status) => new Response("<p>Welcome to the guest network", { status, headers: { "Content-Type": "text/html" } });
const apiTo = (fetch, rest) => createApi({ token: "secret", fetch, ...rest });

test("every call of a child's page says whose page it is", async () => {
  const seats = [];
  const heard = async (url, { headers }) => {
    seats.push(headers["X-Seat"]);
    return json(200, {});
  };
  await apiTo(heard, { seat: 7 }).get("/a/");
  await apiTo(heard, { seat: 7 }).post("/b/", {});
  await apiTo(heard).post("/b/", {});
  assert.deepEqual(seats, ["7", "7", undefined]);
});

test("a call is JSON, of the same origin, and carries the token where it changes something", async () => {
  const calls = [];
  const api = apiTo(async (url, options) => {
    calls.push([options.method, url, options.body, options.headers["X-CSRFToken"], options.credentials]);
    return json(200, { ok: 1 });
  });
  assert.deepEqual(await api.get("/a/"), { ok: 1 });
  await api.post("/b/", { x: 1 });
  await api.remove("/c/");
  assert.deepEqual(calls, [
    ["GET", "/a/", undefined, undefined, "same-origin"],
    ["POST", "/b/", '{"x":1}', "secret", "same-origin"],
    ["DELETE", "/c/", undefined, "secret", "same-origin"],
  ]);
});

test("a form goes as it is, and the browser writes its type", async () => {
  const form = new FormData();
  form.append("format", "whole");
  const sent = await new Promise((done) => {
    apiTo(async (url, options) => {
      done(options);
      return json(200, {});
    }).post("/b/", form);
  });
  assert.deepEqual([sent.body, "Content-Type" in sent.headers, sent.headers["X-CSRFToken"]], [form, false, "secret"]);
});

test("no content is null", async () => {
  assert.equal(await apiTo(async () => new Response(null, { status: 204 })).remove("/c/"), null);
});

const FAILURES = [
  ["no network", async () => { throw new TypeError("Failed to fetch"); }, Offline, {}],
  ["a sign-in page of the network in place of our answer", async () => html(200), Offline, {}],
  ["JSON that stops half-way", async () => new Response('{"a', { status: 200, headers: { "Content-Type": "application/json" } }), Offline, {}],
  ["the server asks for a pause", async () => json(429, {}, { "Retry-After": "7" }), Throttled, { retryAfter: 7 }],
  ["a pause until a date", async () => json(429, {}, { "Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT" }), Throttled, { retryAfter: 5 }],
  ["the server is down", async () => html(502), ServerTrouble, { status: 502 }],
  ["the server was too slow with the request", async () => html(408), ServerTrouble, { status: 408 }],
  ["closed", async () => json(409, { detail: "It is closed.", code: "closed" }), Refused,
    { status: 409, detail: "It is closed.", code: "closed", message: "It is closed." }],
  ["a page of Django's where JSON was due", async () => html(403), Refused,
    { status: 403, detail: "That did not work. Reload the page.", code: "refused" }],
];

for (const [name, fetch, kind, members] of FAILURES) {
  test(`failure: ${name}`, async () => {
    await assert.rejects(apiTo(fetch).get("/x/"), (failure) => {
      assert.equal(failure.constructor, kind);
      for (const [key, value] of Object.entries(members)) {
        assert.equal(failure[key], value);
      }
      return true;
    });
  });
}

test("a server that never answers is as good as none", async () => {
  const silent = (_, { signal }) => new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  await assert.rejects(apiTo(silent, { timeout: 5 }).get("/x/"), Offline);
});
