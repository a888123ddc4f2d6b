import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../static/js/", import.meta.url);
const modules = readdirSync(ROOT, { recursive: true }).filter((path) => path.endsWith(".js"));

/** Every `import … "…"`, `export … from "…"` and `import("…")` of a module, with the sign that follows it. */
function importsOf(source) {
  const still = source.matchAll(/^(?:import\s[^;"'()]*|export\s*[*{][^;"']*from\s*)["']([^"']+)["'](.?)/gm);
  const dynamic = source.matchAll(/\bimport\(\s*["']([^"']+)["']/g); // those of JSDoc among them: they are rewritten, too
  return [...[...still].map(([, path, ends]) => ({ path, ends })), ...[...dynamic].map(([, path]) => ({ path, ends: ";" }))];
}

test("there are modules", () => {
  assert.ok(modules.length > 20);
});

for (const path of modules) {
  const url = new URL(path, ROOT);
  const source = readFileSync(url, "utf8");

  test(`${path}: imports can be rewritten to hashed names: relative, with .js and a semicolon, of files that exist`, () => {
    for (const { path: target, ends } of importsOf(source)) {
      assert.match(target, /^\.\.?\/.*\.js$/);
      assert.equal(ends, ";", target);
      assert.ok(existsSync(new URL(target, url)), target);
    }
  });

  test(`${path}: nothing that the content security policy would refuse, and no text that becomes markup`, () => {
    assert.doesNotMatch(source, /\beval\(|new Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|setAttribute\("style"/);
  });
}

test("no module names itself by way of others: a name that is hashed from the contents would never settle", () => {
  const depths = new Map();
  const depthOf = (path, way) => {
    assert.ok(!way.includes(path), [...way, path].join(" → "));
    if (!depths.has(path)) {
      const url = new URL(path, ROOT);
      const named = importsOf(readFileSync(url, "utf8")).map((each) => new URL(each.path, url).href.slice(ROOT.href.length));
      depths.set(path, 1 + Math.max(0, ...named.map((each) => depthOf(each, [...way, path]))));
    }
    return depths.get(path);
  };
  for (const path of modules) {
    assert.ok(depthOf(path, []) < 20, path); // HashedStaticFilesStorage.max_post_process_passes
  }
});
