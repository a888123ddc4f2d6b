import assert from "node:assert/strict";
import { test } from "node:test";

import { uuid } from "../../../static/js/net/uuid.js";

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("a UUID of version 4, with and without https", () => {
  const plain = { getRandomValues: (bytes) => globalThis.crypto.getRandomValues(bytes) };
  for (const source of [globalThis.crypto, plain]) {
    const made = Array.from({ length: 50 }, () => uuid(source));
    assert.ok(made.every((id) => FORM.test(id)), made[0]);
    assert.equal(new Set(made).size, 50);
  }
});
