import assert from "node:assert/strict";
import { test } from "node:test";

import { bytesOf, greyPixels, SIDE } from "../../../static/js/read/pixels.js";
import { sizeWithin } from "../../../static/js/read/sizes.js";

test("pixels come as base64, a byte each", () => {
  const sent = Buffer.from(Array.from({ length: SIDE * SIDE }, (_, place) => place % 256)).toString("base64");
  const bytes = bytesOf(sent);
  assert.equal(bytes.length, SIDE * SIDE);
  assert.deepEqual([bytes[0], bytes[255], bytes[256]], [0, 255, 0]);
});

test("grey is alike in three colours, and opaque", () => {
  assert.deepEqual([...greyPixels(Uint8Array.of(0, 200))], [0, 0, 0, 255, 200, 200, 200, 255]);
});

const SIZES = [
  ["small enough", { width: 28, height: 28 }, { width: 28, height: 28 }],
  ["a photograph", { width: 4096, height: 3072 }, { width: 1024, height: 768 }],
  ["upright", { width: 3072, height: 4096 }, { width: 768, height: 1024 }],
  ["a thin line keeps a height", { width: 4000, height: 1 }, { width: 1024, height: 1 }],
];

for (const [name, size, expected] of SIZES) {
  test(`a picture is sent no larger than it is looked at: ${name}`, () => {
    assert.deepEqual(sizeWithin(size, 1024), expected);
  });
}
