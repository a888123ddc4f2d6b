/**
 * Forms whose answer takes the place of a part of this page, so that the place on the page and the cursor stay.
 *
 * `data-renew` names the ids of the parts. Fields with `data-live` send the form while they are being filled in.
 * Without this the same form brings a whole new page.
 */

import { createTurns } from "../net/latest.js";
import { element } from "../ui/dom.js";
import { announce } from "./announcements.js";

const PAUSE_MS = 250;
const SHOWN_MS = 4000;

for (const form of document.querySelectorAll("form[data-renew]")) {
  enhance(form);
}

function enhance(form) {
  const turns = createTurns();
  let timer;
  let plainly = false;

  form.addEventListener("submit", (event) => {
    if (plainly || event.submitter?.hasAttribute("data-leaves")) {
      return;
    }
    event.preventDefault();
    clearTimeout(timer);
    renew(event.submitter);
  });
  form.addEventListener("input", (event) => {
    if (event.target.hasAttribute("data-live")) {
      clearTimeout(timer);
      timer = setTimeout(() => renew(null), PAUSE_MS);
    }
  });

  async function renew(submitter) {
    const turn = turns.next();
    const body = new FormData(form, submitter);
    let response;
    let page;
    try {
      response = await ask(form, body);
      page = new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      announce("This could not be sent. Look at the connection, then try again.", { seen: true });
      return;
    }
    if (!turns.isLatest(turn)) {
      return;
    }
    const parts = form.dataset.renew.split(" ");
    if (!response.ok || !parts.every((id) => page.getElementById(id))) { // signed out, perhaps: the plain way says so
      plainly = true;
      form.requestSubmit(submitter);
      return;
    }
    parts.forEach((id) => replace(document.getElementById(id), page.getElementById(id)));
    say(page.querySelector("[data-announcements]")?.textContent ?? "");
    if (form.method === "get") {
      history.replaceState(null, "", response.url);
    }
  }
}

function ask(form, body) {
  if (form.method === "post") {
    return fetch(form.action, { method: "POST", body });
  }
  const given = [...body].filter(([, value]) => value !== "");
  return fetch(`${form.action.split("?")[0]}?${new URLSearchParams(given)}`);
}

/** The cursor stays at what has the same name and value, the same one of several; else it goes to what asks for it. */
function replace(before, after) {
  const held = before.contains(document.activeElement) ? document.activeElement : null;
  const place = held ? alike(before, held).indexOf(held) : 0;
  const open = new Set([...before.querySelectorAll("details[open][id]")].map((each) => each.id));
  const asked = after.querySelector("[autofocus]");
  asked?.removeAttribute("autofocus"); // the browser's own would come too late
  before.replaceChildren(...document.adoptNode(after).childNodes);
  for (const each of before.querySelectorAll("details[id]")) {
    each.open ||= open.has(each.id);
  }
  const kept = held ? alike(before, held) : [];
  const stays = !asked || kept.includes(asked);
  (stays ? kept[place] ?? kept[0] : asked)?.focus({ preventScroll: stays });
}

/** For whoever hears the page, and for whoever presses a button far from what it changed. */
function say(sentence) {
  announce(sentence);
  const toasts = document.querySelector("[data-toasts]");
  if (toasts) {
    const toast = element("p", "toast", sentence);
    toasts.replaceChildren(...(sentence ? [toast] : []));
    setTimeout(() => toast.remove(), SHOWN_MS);
  }
}

function alike(part, held) {
  return [...part.querySelectorAll(held.tagName)].filter(
    (each) => (held.id ? each.id === held.id : each.name === held.name && each.value === held.value),
  );
}
