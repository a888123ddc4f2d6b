import assert from "node:assert/strict";
import { test } from "node:test";

import { memoryTable, openTable, storedTable } from "../../../static/js/net/tables.js";

/** Storage as browsers have it, of a small size. */
class SmallStorage {
  items = new Map();
  get length() { return this.items.size; }
  key(i) { return [...this.items.keys()][i]; }
  getItem(key) { return this.items.get(key) ?? null; }
  setItem(key, value) {
    if (value.length > 200) {
      throw new Error("QuotaExceededError");
    }
    this.items.set(key, value);
  }
  removeItem(key) { this.items.delete(key); }
}

for (const [name, make] of [["memory", memoryTable], ["localStorage", () => storedTable(new SmallStorage(), "outbox")]]) {
  test(`${name} keeps rows by id`, async () => {
    const table = make();
    await table.put({ id: "a", n: 1 });
    await table.put({ id: "b", n: 2 });
    await table.put({ id: "a", n: 3 });
    assert.deepEqual(await table.all(), [{ id: "a", n: 3 }, { id: "b", n: 2 }]);
    await table.remove("a");
    await table.remove("never there");
    assert.deepEqual(await table.all(), [{ id: "b", n: 2 }]);
  });
}

test("tables in one storage do not mix, nor with what else is there", async () => {
  const storage = new SmallStorage();
  storage.setItem("theme", "dark");
  await storedTable(storage, "drafts").put({ id: "a" });
  assert.deepEqual(await storedTable(storage, "outbox").all(), []);
});

test("a full storage says so", async () => {
  await assert.rejects(storedTable(new SmallStorage(), "outbox").put({ id: "a", ink: "x".repeat(300) }));
});

test("without IndexedDB the page's storage serves, and without that its memory", async () => {
  assert.equal((await openTable("outbox", { indexedDB: undefined, storage: new SmallStorage() })).lasting, true);
  assert.equal((await openTable("outbox", { indexedDB: undefined, storage: null })).lasting, false);
});
