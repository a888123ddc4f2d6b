/**
 * Small tables of rows that this device keeps: IndexedDB where there is one, else localStorage, else this page's
 * memory. A row is a plain object with an `id`.
 *
 * @typedef {object} Table
 * @property {boolean} lasting  whether rows outlive the page
 * @property {(row: {id: string}) => Promise<void>} put  resolves when the row is on the disk
 * @property {(id: string) => Promise<void>} remove
 * @property {() => Promise<object[]>} all
 */

const DATABASE = "astro-numbers";
const VERSION = 1;
const TABLES = ["outbox", "drafts"];

/** Safari has been seen never to answer `open` (https://bugs.webkit.org/show_bug.cgi?id=226547). */
const OPEN_MS = 3000;

/** @param {"outbox" | "drafts"} name @returns {Promise<Table>} */
export async function openTable(name, { indexedDB = globalThis.indexedDB, storage = safeStorage() } = {}) {
  try {
    return indexedTable(await openDatabase(indexedDB), name);
  } catch {
    return storage ? storedTable(storage, name) : memoryTable();
  }
}

/** @returns {Table} */
export function memoryTable() {
  const rows = new Map();
  return {
    lasting: false,
    put: async (row) => void rows.set(row.id, structuredClone(row)),
    remove: async (id) => void rows.delete(id),
    all: async () => [...rows.values()].map((row) => structuredClone(row)),
  };
}

/** @param {Storage} storage @returns {Table} */
export function storedTable(storage, name) {
  const prefix = `${DATABASE}.${name}.`;
  const keys = () => Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((k) => k.startsWith(prefix));
  return {
    lasting: true,
    put: async (row) => storage.setItem(prefix + row.id, JSON.stringify(row)),
    remove: async (id) => storage.removeItem(prefix + id),
    all: async () => keys().map((key) => JSON.parse(storage.getItem(key))),
  };
}

/** @param {IDBDatabase} database @returns {Table} */
function indexedTable(database, name) {
  // "strict": the promise is kept only when the disk has it, since Chrome's default is the system's cache.
  const write = (change) => new Promise((resolve, reject) => {
    const transaction = database.transaction(name, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    change(transaction.objectStore(name));
  });
  return {
    lasting: true,
    put: (row) => write((store) => store.put(row)),
    remove: (id) => write((store) => store.delete(id)),
    all: () => settled(database.transaction(name).objectStore(name).getAll()),
  };
}

function openDatabase(indexedDB) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("IndexedDB does not answer")), OPEN_MS);
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => TABLES.forEach((table) => request.result.createObjectStore(table, { keyPath: "id" }));
    settled(request).then(resolve, reject);
  });
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Merely naming localStorage throws where cookies are blocked. */
function safeStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
