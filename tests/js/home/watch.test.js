import assert from "node:assert/strict";
import { test } from "node:test";

import { EVERY_MS, watch } from "../../../static/js/home/watch.js";
import { Offline, Refused } from "../../../static/js/net/api.js";

/** A page with a clock in the hand: `replies` are what the server says, one after the other. */
function page(replies) {
  const timers = [];
  const heard = [];
  const world = { hidden: false, asked: 0 };
  const clock = { setTimeout: (run, wait) => timers.push({ run, wait }), clearTimeout: () => timers.splice(0) };
  const look = watch({
    ask: async () => {
      const reply = replies[world.asked];
      world.asked += 1;
      if (reply instanceof Error) {
        throw reply;
      }
      return { live: reply };
    },
    heard: (live) => heard.push(live),
    hidden: () => world.hidden,
    clock,
    random: () => 0,
  });
  const tick = async () => {
    const [next] = timers.splice(0);
    await next?.run();
    return next?.wait ?? null;
  };
  return { world, heard, timers, tick, look };
}

const game = { id: 7, title: "Tables" };

test("a game that begins is heard of, and that it is over", async () => {
  const { heard, tick } = page([null, game, null]);

  const waits = [await tick(), await tick(), await tick()];

  assert.deepEqual(heard, [null, game, null]);
  assert.deepEqual(waits, [EVERY_MS, EVERY_MS, EVERY_MS]);
});

test("nobody is asked while nobody looks, and at once when somebody does again", async () => {
  const { world, heard, timers, tick, look } = page([game]);
  world.hidden = true;
  await tick();
  assert.deepEqual([world.asked, timers.length], [0, 0]);

  world.hidden = false;
  await look();

  assert.deepEqual([heard, timers.length], [[game], 1]);
});

test("without a network it is tried again, never sooner", async () => {
  const { heard, timers, tick } = page([new Offline(""), game]);
  await tick();
  assert.ok(timers[0].wait >= EVERY_MS);

  await tick();

  assert.deepEqual(heard, [game]);
});

test("a page whose seat is another child's by now asks no more", async () => {
  const { world, timers, tick, look } = page([new Refused(409, "Somebody else sits here now.", "other_seat"), game]);
  await tick();
  await look();

  assert.deepEqual([world.asked, timers.length], [1, 0]);
});
