/**
 * Adding a question without a new page, so that a teacher who types on after Enter loses nothing.
 *
 * The form is sent as it would be, and what the answering page shows of the quiz takes the place of what is here.
 */

import { announce } from "./announcements.js";

const PARTS = ["quiz-head", "quiz-questions"];

const form = document.querySelector("form[data-compose]");
const waiting = []; // one is sent after the other, or the order of the questions is a race
let busy = false;

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new FormData(form);
  const field = form.elements.namedItem("notation");
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  waiting.push(body);
  sendAll();
});

// A teacher who goes on to another page at once has added the questions all the same.
addEventListener("pagehide", () => {
  waiting.splice(0).forEach(post);
});

async function sendAll() {
  if (busy) {
    return;
  }
  busy = true;
  while (waiting.length > 0) {
    await send(waiting.shift());
  }
  busy = false;
}

function post(body) {
  return fetch(form.action, { method: "POST", body, keepalive: true });
}

async function send(body) {
  const written = body.get("notation");
  let response;
  try {
    response = await post(body);
  } catch {
    restore(written, "This question could not be sent. Look at the connection, then add it again.");
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const line = page.querySelector("form[data-compose] .compose__line");
  if (!response.ok || !line) { // signed out, perhaps: the plain way shows what is the matter
    restore(written, "");
    form.submit();
  } else if (response.redirected) {
    renewQuiz(page);
    if (!isRefused(form.elements.namedItem("notation"))) {
      renewLine(line, "");
    }
  } else {
    renewLine(line, written);
  }
}

/** Whether the field holds a question that was refused while others were on their way. */
function isRefused(field) {
  return field.value !== "" && field.getAttribute("aria-invalid") === "true";
}

function restore(written, sentence) {
  const field = form.elements.namedItem("notation");
  field.value = field.value || written;
  announce(sentence, { seen: true });
}

/** The field with what the server says of it, the cursor in it, and whatever was typed meanwhile. */
function renewLine(fresh, text) {
  const before = form.elements.namedItem("notation");
  const [value, start, end] = [before.value, before.selectionStart, before.selectionEnd];
  const focused = document.activeElement === before;
  form.querySelector(".compose__line").replaceWith(document.adoptNode(fresh));
  const field = form.elements.namedItem("notation");
  field.value = value || text;
  if (focused) {
    field.focus();
    field.setSelectionRange(value ? start : field.value.length, value ? end : field.value.length);
  }
}

function renewQuiz(page) {
  for (const id of PARTS) {
    document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  }
  const items = document.querySelectorAll("#quiz-questions [data-id]");
  const added = items[items.length - 1];
  announce(`Question ${items.length} is ${added.dataset.spoken}. The answer is ${added.dataset.answer}.`);
  form.scrollIntoView({ block: "nearest" });
}
