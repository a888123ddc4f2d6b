/** What is said about the ink, on the page. */

import { element } from "../ui/dom.js";
import { exampleOf } from "./guide.js";
import { numeral } from "./prompt.js";

/**
 * @param {HTMLElement} reading  <div class="reading"> with .reading__text and .reading__choices
 * @param {import("./reading.js").Caption} caption
 * @param {(choice: import("./reading.js").Choice) => void} onChoice
 */
export function showCaption(reading, { tone, pieces, choices }, onChoice) {
  const text = reading.querySelector(".reading__text");
  const said = JSON.stringify([tone, pieces, choices]);
  if (reading.dataset.said === said) {
    return; // a live region that is written anew is read aloud anew
  }
  reading.dataset.said = said;
  reading.dataset.state = tone;
  text.replaceChildren(...pieces.flatMap(nodesOf));
  reading.querySelector(".reading__choices").replaceChildren(...choices.map((choice) => buttonOf(choice, onChoice)));
}

const NODES = { words: (text) => text, number: numeral, example: exampleOf };

function nodesOf({ kind, text }, place) {
  const node = NODES[kind](text);
  return place && !/^[.:?!]/.test(text) ? [" ", node] : [node];
}

function buttonOf(choice, onChoice) {
  const { action, label, text } = choice;
  const button = element("button", action === "leave" || action === "doubt" ? "button button--quiet" : "button");
  button.type = "button";
  button.dataset.choice = action;
  button.append(label === text ? numeral(text) : label);
  button.addEventListener("click", () => onChoice(choice));
  return button;
}
