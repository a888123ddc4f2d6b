import assert from "node:assert/strict";
import { test } from "node:test";

import { Offline, Refused, ServerTrouble, Throttled } from "../../../static/js/net/api.js";
import { Outbox } from "../../../static/js/net/outbox.js";
import { memoryTable } from "../../../static/js/net/tables.js";

/** Time that passes only when told to. */
class Clock {
  time = 0;
  timers = new Map();
  next = 1;
  now = () => this.time;
  setTimeout = (run, wait) => {
    this.timers.set(this.next, { run, at: this.time + wait });
    return this.next++;
  };
  clearTimeout = (timer) => this.timers.delete(timer);

  async pass(ms) {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const [timer, due] = [...this.timers].sort((a, b) => a[1].at - b[1].at)[0] ?? [];
      if (!due || due.at > end) {
        break;
      }
      this.timers.delete(timer);
      this.time = due.at;
      due.run();
    }
    this.time = end;
    await settle();
  }
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

/** Until everything that needs no time has happened. */
async function settle() {
  for (let i = 0; i < 6; i += 1) {
    await tick();
  }
}

function setting({ send, seat = 7, sitsHere = () => seat, table = memoryTable(), clock = new Clock() }) {
  const events = [];
  const outbox = new Outbox({
    table, seat, send, clock, random: () => 1, whoSitsHere: async () => sitsHere(), tell: (event) => events.push(event),
  });
  return { outbox, events, table, clock, kinds: () => events.map((event) => event.kind) };
}

const answer = (id) => ({ id, assignment: 12, url: "/answers/", body: { id } });
const received = (row) => ({ answer: { id: row.id } });

test("an answer is on the device before it is sent, and goes with the acknowledgement", async () => {
  let kept = null;
  const table = memoryTable();
  const { outbox, events } = setting({
    table,
    send: async (row) => {
      kept = await table.all();
      return received(row);
    },
  });
  const lasting = await outbox.add(answer("a"));
  await settle();
  assert.equal(lasting, false); // a memory table says what it is
  assert.deepEqual(kept.map(({ id, seat, assignment }) => [id, seat, assignment]), [["a", 7, 12]]);
  assert.deepEqual(await table.all(), []);
  assert.deepEqual(events.map(({ kind, receipt }) => [kind, receipt]), [["sent", { answer: { id: "a" } }]]);
  assert.equal(outbox.count, 0);
});

test("without a network it waits, longer each time, and hurries when woken", async () => {
  const tries = [];
  const { outbox, clock, kinds, events } = setting({
    send: async () => {
      tries.push(clock.now());
      throw new Offline();
    },
  });
  await outbox.add(answer("a"));
  await clock.pass(20_000);
  assert.deepEqual(tries, [0, 1000, 3000, 7000, 15_000]);
  assert.deepEqual([...new Set(kinds())], ["waiting"]);
  assert.equal(events[0].count, 1);
  await outbox.wake();
  await settle();
  assert.equal(tries.at(-1), 20_000);
});

test("the server's pause is kept, whatever is said about the network", async () => {
  const tries = [];
  const { outbox, clock } = setting({
    send: async (row) => {
      tries.push(clock.now());
      if (tries.length === 1) {
        throw new Throttled(10);
      }
      return received(row);
    },
  });
  await outbox.add(answer("a"));
  await clock.pass(2000);
  await outbox.wake();
  await outbox.add(answer("b"));
  await clock.pass(20_000);
  assert.deepEqual(tries, [0, 11_000, 11_000]);
});

test("a refusal is told with the answer kept, and the next goes on", async () => {
  const { outbox, kinds, table, events } = setting({
    send: async (row) => {
      if (row.id === "a") {
        throw new Refused(409, "This question is answered already.", "done");
      }
      return received(row);
    },
  });
  await Promise.all([outbox.add(answer("a")), outbox.add(answer("b"))]);
  await settle();
  assert.deepEqual(kinds(), ["refused", "sent"]);
  assert.equal(events[0].row.refusal.code, "done");
  assert.deepEqual((await table.all()).map((row) => row.id), ["a"]);
  assert.equal(outbox.count, 0);
  assert.deepEqual(outbox.rowsOf(12).map((row) => row.id), ["a"]);
  await outbox.forget("a");
  assert.deepEqual([await table.all(), outbox.rowsOf(12)], [[], []]);
});

test("what was refused is tried once more by the next page: its token may have been too old", async () => {
  const table = memoryTable();
  const stale = setting({ table, send: async () => { throw new Refused(403, "This page is out of date.", "csrf"); } });
  await stale.outbox.add(answer("a"));
  await stale.clock.pass(60_000);
  assert.deepEqual(stale.kinds(), ["refused"]);
  const { outbox, kinds } = setting({ table, send: async (row) => received(row) });
  await outbox.open();
  await settle();
  assert.deepEqual([kinds(), await table.all()], [["sent"], []]);
});

test("what an earlier page left is sent by the next, in the order of writing; another seat's is left alone", async () => {
  const table = memoryTable();
  const offline = setting({ table, send: async () => { throw new Offline(); } });
  await offline.outbox.add(answer("b"));
  await offline.outbox.add(answer("a"));
  offline.outbox.close();
  const other = setting({ table, seat: 8, send: async () => { throw new Offline(); } });
  await other.outbox.add(answer("c"));
  other.outbox.close();

  const sent = [];
  const { outbox } = setting({ table, send: async (row) => { sent.push(row.id); return received(row); } });
  await outbox.open();
  await settle();
  assert.deepEqual(sent, ["b", "a"]);
  assert.deepEqual((await table.all()).map((row) => row.id), ["c"]);
});

test("nothing goes out once another child has taken the seat", async () => {
  let sitting = 7;
  const sent = [];
  const { outbox, kinds, table } = setting({
    sitsHere: () => sitting,
    send: async (row) => { sent.push(row.id); return received(row); },
  });
  await outbox.add(answer("a"));
  await settle();
  sitting = 8;
  await outbox.wake();
  await outbox.add(answer("b"));
  await settle();
  await outbox.add(answer("c"));
  await settle();
  assert.deepEqual(sent, ["a"]);
  assert.deepEqual(kinds(), ["sent", "other-seat"]);
  assert.deepEqual((await table.all()).map((row) => row.id), ["b", "c"]);
});

test("what the server refuses because another tab changed the seat waits for its own child", async () => {
  const table = memoryTable();
  const { outbox, kinds, clock } = setting({
    table,
    send: async () => { throw new Refused(409, "Somebody else sits here now.", "other_seat"); },
  });
  await outbox.add(answer("a"));
  await clock.pass(60_000);
  assert.deepEqual(kinds(), ["other-seat"]);
  assert.equal(outbox.rowsOf(12)[0].refusal, null);

  const back = setting({ table, send: async (row) => received(row) });
  await back.outbox.open();
  await settle();
  assert.deepEqual([back.kinds(), await table.all()], [["sent"], []]);
});

test("a disk that is full does not keep an answer from being sent", async () => {
  const table = { ...memoryTable(), lasting: true, put: async () => { throw new Error("QuotaExceededError"); } };
  const { outbox, kinds } = setting({ table, send: async (row) => received(row) });
  assert.equal(await outbox.add(answer("a")), false);
  await settle();
  assert.deepEqual(kinds(), ["sent"]);
});

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test("whatever the network, the server and the page do: none lost, none doubled, order kept", async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = dice(seed);
    const stored = []; // the server: a new id is stored, a known id gives what was stored
    const send = async (row) => {
      await tick();
      const luck = random();
      if (luck < 0.2) {
        throw new Offline(); // lost on the way there
      }
      if (luck < 0.3) {
        throw new Throttled(random() * 5);
      }
      if (luck < 0.4) {
        throw new ServerTrouble(503);
      }
      if (!stored.includes(row.id)) {
        stored.push(row.id);
      }
      if (luck < 0.6) {
        throw new Offline(); // lost on the way back
      }
      return received(row);
    };
    const table = memoryTable();
    const clock = new Clock();
    let page = setting({ table, clock, send });
    const written = [];
    for (let i = 0; i < 12; i += 1) {
      const id = `${seed}-${i}`;
      written.push(id);
      await page.outbox.add(answer(id));
      await clock.pass(random() * 4000);
      if (random() < 0.3) { // a reload, at any moment
        page.outbox.close();
        page = setting({ table, clock, send });
        await page.outbox.open();
      }
      if (random() < 0.3) {
        await page.outbox.wake();
      }
    }
    await clock.pass(60 * 60 * 1000);
    assert.deepEqual(stored, written, `seed ${seed}`);
    assert.deepEqual(await table.all(), [], `seed ${seed}`);
    const told = page.events.filter((event) => event.kind === "sent").map((event) => event.row.id);
    assert.deepEqual(told, [...new Set(told)], `seed ${seed}`);
  }
});
