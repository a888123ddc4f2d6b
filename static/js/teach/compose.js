/**
 * Adding a question without a new page, so that a teacher who types on after Enter loses nothing.
 *
 * The form is sent as it would be, and what the answering page shows of the quiz takes the place of what is here.
 * Where that fails, the form is sent the plain way.
 */

const PARTS = ["quiz-head", "quiz-questions"];

const form = document.querySelector("form[data-compose]");
let sending = Promise.resolve();

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new FormData(form);
  const field = form.elements.namedItem("notation");
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  sending = sending.then(() => send(body)); // one after the other, or the order of the questions is a race
});

async function send(body) {
  const written = body.get("notation");
  try {
    const response = await fetch(form.action, { method: "POST", body });
    if (!response.ok) {
      throw new Error(`The question was answered with ${response.status}`);
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.querySelector("form[data-compose]")) {
      throw new Error("Another page came: signed out, perhaps");
    }
    const refused = !response.redirected;
    renewLine(page, refused ? written : "");
    if (!refused) {
      renewQuiz(page);
    }
  } catch {
    form.elements.namedItem("notation").value = written;
    form.submit();
  }
}

/** The field with what the server says of it, the cursor in it, and whatever was typed meanwhile. */
function renewLine(page, text) {
  const before = form.elements.namedItem("notation");
  const [value, start, end] = [before.value, before.selectionStart, before.selectionEnd];
  const focused = document.activeElement === before;
  const line = form.querySelector(".compose__line");
  line.replaceWith(document.adoptNode(page.querySelector("form[data-compose] .compose__line")));
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
  document.querySelector("[data-announcements]").textContent =
    `Question ${items.length} is ${added.dataset.spoken}. The answer is ${added.dataset.answer}.`;
  form.scrollIntoView({ block: "nearest" });
}
