/** The page of results: asks what is new while it is looked at, and opens answers over the table. */

import { pageApi } from "../net/api.js";
import { createCauses } from "./causes.js";
import * as live from "./live.js";
import { createSheet, isPlain } from "./sheet.js";
import { createTable } from "./table.js";

const part = (name) => document.querySelector(`[data-results="${name}"]`);

const element = part("table");
if (element) {
  watch(element);
}

function watch(element) {
  const api = pageApi();
  const causes = createCauses(part("causes"));
  const table = createTable(element, document.querySelector('meta[name="icons"]').content);
  let state = { version: Number(element.dataset.version), at: new Date(), failures: 0, over: false };
  let timer = 0;
  let asking = false;

  async function ask() {
    clearTimeout(timer);
    if (asking || document.hidden || state.over) {
      return;
    }
    asking = true;
    let failure = null;
    try {
      const results = await api.get(`${element.dataset.url}?since=${state.version}`);
      const shown = !results.changed || show(results);
      turn(live.succeeded(state, shown ? results.version : state.version, new Date()));
    } catch (problem) {
      failure = problem;
      turn(live.failed(state, problem));
    } finally {
      asking = false;
    }
    later(live.wait(state, failure, Math.random));
  }

  function later(wait) {
    if (wait !== null) {
      timer = setTimeout(ask, wait);
    }
  }

  function turn(next) {
    const words = live.announcement(state, next);
    state = next;
    part("clock").textContent = live.freshness(state);
    if (words) {
      part("status").textContent = words;
    }
  }

  /** Whether the results are on the page. Where students came or went, the page is fetched anew. */
  function show(results) {
    if (!table.show(results)) {
      if (!part("dialog").open) {
        location.reload();
      }
      return false;
    }
    part("summary").textContent = results.summary;
    if (part("left-out")) {
      part("left-out").textContent = results.left_out;
    }
    part("to-look-at").textContent = String(results.to_look_at);
    causes.refresh();
    part("nothing").hidden = element.dataset.show !== "look" || results.to_look_at > 0;
    return true;
  }

  const sheet = createSheet(part("dialog"), {
    onChange: ask,
    onClose: (closed) => {
      element.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
      const cell = closed && table.cellAt(closed.student, closed.question);
      const seen = cell && !cell.closest("[hidden]");
      (seen ? cell : element.closest(".results-scroll")).focus();
    },
  });
  element.addEventListener("click", (event) => {
    const cell = event.target.closest("a.results__cell");
    if (cell && isPlain(event)) {
      event.preventDefault();
      sheet.open(cell.href);
    }
  });
  document.addEventListener("visibilitychange", ask);
  window.addEventListener("online", ask);
  part("clock").textContent = live.freshness(state);
  later(live.EVERY_MS);
}
