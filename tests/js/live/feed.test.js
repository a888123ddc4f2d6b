import assert from "node:assert/strict";
import { test } from "node:test";

import { Feed } from "../../../static/js/live/feed.js";
import { Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";
import { Clock, frame, settle, socketsOn, state, view } from "./rig.js";

/** A page that hears a game. `answer` is what the server says to a question. */
function setting({ answer = () => state(1), random = () => 1, Socket } = {}) {
  const clock = new Clock();
  const sockets = socketsOn(clock);
  const seen = { asked: [], heard: [], publicly: [], status: [], gone: 0 };
  const page = { wake: null, onWake: (run) => ((page.wake = run), () => (page.wake = null)) };
  const server = { answer };
  const feed = new Feed({
    socket: "/ws/games/5/",
    url: "/play/",
    api: {
      get: async (url) => {
        seen.asked.push([clock.now(), url]);
        return server.answer(url);
      },
    },
    heard: (now) => seen.heard.push(now),
    publicly: (now) => seen.publicly.push(now.version),
    status: (now) => seen.status.push([clock.now(), now]),
    gone: () => (seen.gone += 1),
    clock, random, page, WebSocket: Socket ?? sockets.Socket,
  });
  return { feed, clock, sockets, seen, page, server };
}

const times = (asked) => asked.map(([at]) => at);

test("it opens the socket, takes its first frame, and asks for the page's own", async () => {
  const { feed, clock, sockets, seen } = setting();
  feed.open();
  await clock.pass(40);
  assert.equal(sockets.last().url, "ws://localhost/ws/games/5/");
  sockets.last().says(frame(1));
  await settle();
  assert.deepEqual(seen.publicly, [1]);
  assert.deepEqual(seen.asked, [[40, "/play/"]]);
  assert.deepEqual(seen.heard, [state(1)]);
  assert.deepEqual(seen.status, [[40, "live"]]);
  await clock.pass(9000);
  assert.equal(seen.asked.length, 1); // the socket tells
});

test("a hint makes it ask what is new since what it has", async () => {
  const { feed, clock, sockets, seen, server } = setting();
  feed.open();
  sockets.last().says(frame(1));
  await settle();
  server.answer = () => state(1, { version: "1.2" });
  sockets.last().says({ game: 5, kind: "mine" });
  await settle();
  sockets.last().says({ game: 5, kind: "host" });
  await settle();
  assert.deepEqual(seen.asked.slice(1).map(([, url]) => url), ["/play/?since=1.0", "/play/?since=1.2"]);
  server.answer = () => ({ version: "1.2", changed: false });
  sockets.last().says({ game: 5, kind: "mine" });
  await clock.pass(100);
  assert.equal(seen.heard.length, 3); // nothing new: nothing to tell
});

test("hints that come while it asks are answered by one more question", async () => {
  const { feed, sockets, seen, server } = setting();
  let reply;
  server.answer = () => new Promise((resolve) => (reply = resolve));
  feed.open();
  sockets.last().says(frame(1));
  for (let i = 0; i < 5; i += 1) {
    sockets.last().says({ game: 5, kind: "mine" });
  }
  await settle();
  assert.equal(seen.asked.length, 1);
  reply(state(1));
  await settle();
  assert.equal(seen.asked.length, 2);
  reply(state(1));
  await settle();
  assert.equal(seen.asked.length, 2);
});

test("an older frame is not handed on", async () => {
  const { feed, sockets, seen } = setting({ answer: () => state(7) });
  feed.open();
  for (const version of [5, 7, 6, 7, 8, 3]) {
    sockets.last().says(frame(version));
  }
  await settle();
  assert.deepEqual(seen.publicly, [5, 7, 7, 8]);
  assert.equal(seen.heard.at(-1).public.version, 8); // though the server said 7 when it was asked
});

test("at the reveal it asks at a moment of its own", async () => {
  const { feed, clock, sockets, seen } = setting({ random: () => 0.5 });
  feed.open();
  sockets.last().says(frame(1));
  await clock.pass(1000);
  sockets.last().says({ ...frame(2, { phase: "reveal" }), within_ms: 2000 });
  await clock.pass(999);
  assert.deepEqual(times(seen.asked), [0]);
  await clock.pass(1);
  assert.deepEqual(times(seen.asked), [0, 2000]);
});

test("without sockets it asks every two seconds", async () => {
  class Refusing {
    constructor() {
      throw new Error("SecurityError");
    }
  }
  const { feed, clock, seen } = setting({ Socket: Refusing });
  feed.open();
  await clock.pass(7500);
  assert.deepEqual(times(seen.asked), [1000, 3000, 5000, 7000]);
  assert.deepEqual(seen.status, [[1000, "polling"]]);
});

test("a socket that a proxy lets nothing through is given up, while it asks", async () => {
  const { feed, clock, sockets, seen } = setting();
  feed.open();
  await clock.pass(9000);
  assert.equal(sockets.all[0].isClosed, true);
  assert.deepEqual(sockets.all.map(({ begun }) => begun), [0, 9000]); // eight seconds of patience, then a pause
  assert.deepEqual(times(seen.asked), [1000, 3000, 5000, 7000, 9000]);
});

test("a lost socket is opened again in at most two and a half seconds each time, and asked for until then", async () => {
  const { feed, clock, sockets, seen } = setting();
  feed.open();
  sockets.last().says(frame(1));
  await clock.pass(100);
  for (let i = 0; i < 5; i += 1) {
    const count = sockets.all.length;
    sockets.last().ends();
    while (sockets.all.length === count) {
      await clock.pass(100);
    }
  }
  const begun = sockets.all.map((socket) => socket.begun);
  assert.deepEqual(begun.slice(1).map((at, i) => at - begun[i]), [1100, 1500, 1500, 1500, 1500]);
  assert.deepEqual(seen.status.map(([, now]) => now), ["live", "polling"]);
  sockets.last().says(frame(1));
  await settle();
  assert.equal(seen.status.at(-1)[1], "live");
  const asked = seen.asked.length;
  await clock.pass(9000);
  assert.equal(seen.asked.length, asked);
});

test("when the server is away it asks with growing pauses, and opens the socket when it is back", async () => {
  const { feed, clock, sockets, seen, server } = setting();
  feed.open();
  sockets.last().says(frame(1));
  await settle();
  server.answer = () => {
    throw new Offline();
  };
  sockets.last().ends();
  await clock.pass(11_000);
  assert.deepEqual(times(seen.asked), [0, 0, 1000, 2500, 4000, 5500, 7000, 8500, 10_000]);
  assert.deepEqual(seen.status.map(([, now]) => now), ["live", "polling", "offline"]);
  const before = sockets.all.length;
  server.answer = () => state(2);
  await clock.pass(2500);
  assert.equal(seen.heard.at(-1).version, "2.0");
  assert.equal(seen.status.at(-1)[1], "polling");
  assert.equal(sockets.all.length, before + 1);
  assert.equal(sockets.last().begun, 11_500);
});

const TROUBLES = [
  ["the network", new Offline(), 1000],
  ["the server", new ServerTrouble(503), 1000],
  ["a throttle", new Throttled(20), 20_000],
];

for (const [name, failure, wait] of TROUBLES) {
  test(`trouble with ${name} is waited for`, async () => {
    const { feed, clock, sockets, seen } = setting({
      answer: () => {
        throw failure;
      },
    });
    feed.open();
    sockets.last().says(frame(1));
    await clock.pass(wait + 1);
    assert.deepEqual(times(seen.asked), [0, wait]);
  });
}

test("a page that is looked at again asks at once, though an older question was never answered", async () => {
  const { feed, clock, sockets, seen, page, server } = setting();
  feed.open();
  sockets.last().says(frame(1));
  await settle();
  const replies = [];
  server.answer = () => new Promise((resolve) => replies.push(resolve));
  sockets.last().says({ game: 5, kind: "mine" });
  await clock.pass(500);
  page.wake();
  await settle();
  assert.deepEqual(times(seen.asked), [0, 0, 500]);
  replies[1](state(9));
  replies[0](state(8));
  await settle();
  assert.deepEqual(seen.heard.map(({ version }) => version), ["1.0", "9.0"]);
});

test("after a sleep a dead socket is noticed within three seconds", async () => {
  const { feed, clock, sockets, page } = setting();
  feed.open();
  sockets.last().says(frame(1));
  await clock.pass(5000);
  page.wake();
  await clock.pass(2900);
  assert.equal(sockets.all.length, 1);
  await clock.pass(1200);
  assert.equal(sockets.all[0].isClosed, true);
  assert.equal(sockets.all.length, 2);
});

test("a socket that answers pings stays; one that is silent for 25 seconds is opened anew", async () => {
  const { feed, clock, sockets } = setting();
  feed.open();
  sockets.last().says(frame(1));
  for (let i = 0; i < 5; i += 1) {
    await clock.pass(10_000);
    sockets.last().says({ game: 5, kind: "pong", version: 1 });
  }
  assert.equal(sockets.all.length, 1);
  assert.deepEqual(sockets.last().sent.slice(0, 2), [{ kind: "ping" }, { kind: "ping" }]);
  await clock.pass(32_000);
  assert.equal(sockets.all[0].isClosed, true);
  assert.equal(sockets.all.length, 2);
});

test("a pong tells of a frame that was lost", async () => {
  const { feed, clock, sockets, seen } = setting();
  feed.open();
  sockets.last().says(frame(1));
  await clock.pass(100);
  sockets.last().says({ game: 5, kind: "pong", version: 1 });
  await settle();
  assert.equal(seen.asked.length, 1);
  sockets.last().says({ game: 5, kind: "pong", version: 2 });
  await settle();
  assert.equal(seen.asked.length, 2);
});

test("while an answer is being read it asks every two seconds: a hint may be lost", async () => {
  const { feed, clock, sockets, seen, server } = setting({ answer: () => state(1, { reading: true }) });
  feed.open();
  sockets.last().says(frame(1));
  await clock.pass(4500);
  assert.deepEqual(times(seen.asked), [0, 2000, 4000]);
  server.answer = () => state(1, { version: "1.1" });
  await clock.pass(20_000);
  assert.deepEqual(times(seen.asked), [0, 2000, 4000, 6000]);
});

const ENDINGS = [
  ["a frame says so", ({ sockets }) => sockets.last().says({ game: 5, kind: "gone" })],
  ["the socket closes with 4403", ({ sockets }) => sockets.last().ends(4403)],
  ["the socket closes with 4404", ({ sockets }) => sockets.last().ends(4404)],
  ["the server refuses the question", ({ server, feed }) => {
    server.answer = () => {
      throw new Refused(404, "There is no such game.", "not_found");
    };
    feed.refresh();
  }],
];

for (const [name, end] of ENDINGS) {
  test(`gone is said once, and then nothing more: ${name}`, async () => {
    const rig = setting();
    rig.feed.open();
    const socket = rig.sockets.last();
    socket.says(frame(1));
    await settle();
    end(rig);
    await settle();
    const asked = rig.seen.asked.length;
    socket.says(frame(9));
    await rig.clock.pass(60_000);
    assert.equal(rig.seen.gone, 1);
    assert.equal(rig.seen.asked.length, asked);
    assert.equal(rig.sockets.all.length, 1);
    assert.deepEqual(rig.seen.publicly, [1]);
    assert.equal(rig.page.wake, null);
  });
}

test("what is no frame is passed over", async () => {
  const { feed, clock, sockets, seen } = setting();
  feed.open();
  sockets.last().says("<html>Sign in to the school's network</html>");
  sockets.last().says(frame(1));
  sockets.last().says({ game: 5, kind: "fireworks" });
  await clock.pass(100);
  assert.deepEqual(seen.publicly, [1]);
});

test("a page that fails over what it hears goes on hearing", async () => {
  const clock = new Clock();
  const sockets = socketsOn(clock);
  const heard = [];
  const feed = new Feed({
    socket: "/ws/", url: "/play/", clock, WebSocket: sockets.Socket, page: { onWake: () => () => {} }, random: () => 1,
    api: { get: async () => state(heard.length + 1) },
    heard: ({ version }) => {
      heard.push(version);
      if (heard.length === 1) {
        throw new Error("the page's own fault");
      }
    },
  });
  await assert.rejects(feed.refresh(), /own fault/);
  await clock.pass(2000);
  assert.deepEqual(heard, ["1.0", "2.0"]);
});

test("the answer to what the host did is taken like any other", async () => {
  const { feed, sockets, seen } = setting();
  feed.open();
  sockets.last().says(frame(3, { phase: "reveal" }));
  await settle();
  feed.take(state(4));
  assert.deepEqual(seen.heard.at(-1).public, view(4));
  sockets.last().says(frame(3));
  assert.deepEqual(seen.publicly, [3]);
});
