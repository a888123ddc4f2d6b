/**
 * Questions change places without a new page: by the buttons, and by dragging the grip.
 *
 * The buttons post forms of their own where this does not run. The order is sent after every move; where that fails,
 * the questions go back to where they were.
 */

import { announce } from "./announcements.js";
import { moved, placeAt } from "./order.js";

const questions = document.querySelector("[data-order]");

if (questions) {
  enhance(questions);
}

/** @param {HTMLElement} questions  what holds the list; adding a question puts a new list into it */
function enhance(questions) {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const list = () => questions.querySelector("ol");
  const items = () => [...list().children];
  const ids = () => items().map((item) => item.dataset.id);

  questions.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".question__grip");
    if (grip && event.button === 0 && event.isPrimary) {
      event.preventDefault(); // or the drag selects text
      drag(event.pointerId, grip);
    }
  });

  questions.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.name !== "by") {
      return;
    }
    event.preventDefault();
    const item = button.closest("[data-id]");
    const before = ids();
    arrange(moved(before, item.dataset.id, before.indexOf(item.dataset.id) + Number(button.value)));
    (button.disabled ? otherMoveButton(button) : button).focus();
    save(before, item);
  });

  function arrange(order) {
    const known = new Map(items().map((item) => [item.dataset.id, item]));
    list().append(...order.map((id) => known.get(id)));
    items().forEach((item, place, { length }) => {
      for (const button of item.querySelectorAll('[name="by"]')) {
        const up = button.value === "-1";
        button.disabled = place === (up ? 0 : length - 1);
        button.querySelector(".visually-hidden").textContent = `Move question ${place + 1} ${up ? "up" : "down"}`;
      }
    });
  }

  async function save(before, item) {
    const order = ids();
    const place = order.indexOf(item.dataset.id) + 1;
    try {
      const response = await fetch(questions.dataset.order, {
        method: "POST",
        headers: { "X-CSRFToken": token },
        body: new URLSearchParams(order.map((id) => ["ids", id])),
        redirect: "error",
      });
      if (!response.ok) {
        throw new Error(`The order was answered with ${response.status}`);
      }
      announce(`${item.dataset.spoken} is now question ${place} of ${order.length}.`);
    } catch {
      arrange(before);
      announce("The new order could not be saved, so the questions are back where they were. Try again.", {
        seen: true,
      });
    }
  }

  function drag(pointerId, grip) {
    const item = grip.closest("[data-id]");
    const before = ids();
    const ended = new AbortController();
    const listening = { signal: ended.signal };
    const move = ({ clientY }) => {
      const others = items().filter((other) => other !== item);
      const place = placeAt(clientY, others.map((other) => other.getBoundingClientRect()));
      if (items()[place] !== item) {
        list().insertBefore(item, others[place] ?? null);
      }
    };
    const drop = () => {
      ended.abort();
      delete item.dataset.dragging;
      if (ids().join() !== before.join()) {
        arrange(ids());
        save(before, item);
      }
    };
    item.dataset.dragging = "true";
    // On the document: the grip moves along with its question, and an element that is moved loses the pointer.
    document.addEventListener("pointermove", (event) => event.pointerId === pointerId && move(event), listening);
    document.addEventListener("pointerup", drop, listening);
    document.addEventListener("pointercancel", () => {
      arrange(before);
      drop();
    }, listening);
  }
}

function otherMoveButton(button) {
  return [...button.form.querySelectorAll('[name="by"]')].find((other) => other !== button);
}
