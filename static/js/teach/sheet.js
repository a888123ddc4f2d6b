/** An answer looked at over the table of results: the answer's own page, its article shown in a dialog. */

import { pageAt } from "../net/pages.js";

const TYPING = "input, select, textarea";

/**
 * @param {HTMLDialogElement} dialog
 * @param {{onChange: () => void, onClose: (sheet: {student: string, question: string} | null) => void}} wires
 */
export function createSheet(dialog, { onChange, onClose }) {
  const place = dialog.querySelector('[data-results="sheet"]');
  const said = dialog.querySelector('[data-results="said"]');
  let asked = 0;

  /** Shows the answer at this address; what is no answer (a page to sign in) is gone to. */
  async function open(url) {
    const page = await fetched(url, {});
    if (page === null) {
      say("This answer could not be fetched. Check the connection and try again.");
    } else if (!page.isAnswer) {
      location.assign(url);
    }
  }

  /** Shows the page that came, unless another was asked for meanwhile; null where none came. */
  async function fetched(url, options) {
    const turn = ++asked;
    const page = await pageAt(url, options);
    const article = page?.querySelector("[data-sheet]");
    if (article && turn === asked) {
      showArticle(article, page.querySelector(".messages"));
    }
    return page && { isAnswer: Boolean(article) };
  }

  function say(sentence) {
    const message = document.createElement("p");
    message.className = "message message--error";
    message.textContent = sentence;
    said.replaceChildren(message);
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  function showArticle(article, messages) {
    place.replaceChildren(document.adoptNode(article));
    said.replaceChildren(...(messages ? messages.children : []));
    dialog.setAttribute("aria-label", article.querySelector("h1").textContent);
    if (!dialog.open) {
      dialog.showModal();
    }
    dialog.scrollTop = 0;
    const heading = article.querySelector("h1");
    heading.tabIndex = -1;
    heading.focus();
  }

  async function send(form, submitter) {
    const tried = form.closest(".attempt")?.id;
    submitter?.setAttribute("aria-disabled", "true");
    const page = await fetched(form.action, { method: "POST", body: new FormData(form, submitter) });
    submitter?.removeAttribute("aria-disabled");
    if (!page?.isAnswer) {
      say("That was not saved. Check the connection, or reload the page, and try again.");
      return;
    }
    (place.querySelector('[aria-invalid="true"]') ?? place.querySelector(`#${tried} h2`))?.focus();
    onChange();
  }

  dialog.addEventListener("click", (event) => {
    const way = event.target.closest("a[data-way]");
    if (way && isPlain(event)) {
      event.preventDefault();
      open(way.href);
    } else if (event.target === dialog) {
      dialog.close(); // the veil around it
    }
  });
  dialog.addEventListener("keydown", (event) => {
    if (!isPlain(event) || event.target.closest(TYPING)) {
      return;
    }
    const way = place.querySelector(`a[aria-keyshortcuts="${CSS.escape(event.key)}"]`);
    if (way) {
      event.preventDefault();
      open(way.href);
    }
  });
  dialog.addEventListener("submit", (event) => {
    if (event.target.matches("[data-correction]")) {
      event.preventDefault();
      if (event.submitter?.getAttribute("aria-disabled") !== "true") {
        send(event.target, event.submitter);
      }
    }
  });
  dialog.addEventListener("close", () => {
    const article = place.querySelector("[data-sheet]");
    onClose(article ? { student: article.dataset.student, question: article.dataset.question } : null);
    place.replaceChildren();
    said.replaceChildren();
  });

  return { open };
}

/** A click or key without the modifiers that mean "in a new tab" and the like. */
export function isPlain(event) {
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button > 0);
}
