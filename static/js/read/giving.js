/** Giving a sample: what it was, the giver's agreement, and the link that takes it back. */

import { Throttled } from "../net/api.js";
import { excuse } from "../net/excuses.js";
import { element } from "../ui/dom.js";
import { labelsOf, mended } from "./correction.js";

const AGREE_FIRST = "Tick the box if you want to give this sample. Without it nothing is kept.";
const NAME_FIRST = "Write what it was first.";
const MANY = "Many samples came from here. Nothing was kept of this one: try again in an hour.";

/**
 * @param {HTMLElement} section
 * @param {{send: (words: {text: string, labels: string[] | null, agreed: true}) => Promise<{removal: string}>}} wires
 */
export function createGiving(section, { send }) {
  const form = section.querySelector("form");
  const nothing = section.querySelector('[data-read="nothing"]');
  const said = section.querySelector(".read__said");
  const given = section.querySelector(".read__given"); // stays, as each link is told once
  const { text, agreed } = form.elements;
  const button = form.querySelector("button");
  let boxes = 0; // of the reading; what is unread may be seen glyph by glyph, and has none
  let signs = [];
  let typed = false;

  /** A new reading, to be given or not. */
  function show(reading) {
    boxes = reading.glyphs.length;
    signs = reading.glyph_views.map((_, place) => reading.glyphs[place]?.text ?? "");
    typed = false;
    text.value = reading.text;
    agreed.checked = false;
    said.replaceChildren();
    form.hidden = false;
    nothing.hidden = true;
  }

  function clear() {
    said.replaceChildren();
    form.hidden = true;
    nothing.hidden = false;
  }

  /** One glyph was another sign. */
  function mend(place, sign) {
    signs[place] = sign;
    text.value = mended(text.value, signs);
  }

  async function give(event) {
    event.preventDefault();
    const what = text.value.trim();
    if (!what || !agreed.checked) {
      said.replaceChildren(message("warning", what ? AGREE_FIRST : NAME_FIRST));
      (what ? agreed : text).focus();
      return;
    }
    button.disabled = true;
    try {
      const { removal } = await send({ text: what, labels: labelsOf(what, boxes, typed), agreed: true });
      given.prepend(message("success", `Thank you for “${what}”. Keep this link, should you want to take it back: `, linkTo(removal)));
      said.replaceChildren();
      form.hidden = true;
    } catch (failure) {
      said.replaceChildren(message("error", failure instanceof Throttled ? MANY : excuse(failure)));
    }
    button.disabled = false;
  }

  form.addEventListener("submit", give);
  text.addEventListener("input", () => (typed = true));
  return { show, clear, mend };
}

function message(tone, ...words) {
  return element("p", `message message--${tone}`, element("span", "message__text", ...words));
}

function linkTo(address) {
  const link = element("a", "", address);
  link.href = address;
  return link;
}
