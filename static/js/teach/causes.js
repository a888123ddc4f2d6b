/** Why answers are wrong: a part of the page of results, fetched anew when the results have changed. */

import { pageAt } from "../net/pages.js";

/** @param {HTMLElement} place  with the address of the part in `data-url` */
export function createCauses(place) {
  let asked = 0;

  /** What cannot be fetched stays as it was: the next change asks again. Nor does what somebody is reading change. */
  async function refresh() {
    const turn = ++asked;
    const page = await pageAt(place.dataset.url);
    const section = page?.querySelector(".causes");
    if (section && turn === asked && !place.contains(document.activeElement)) {
      place.replaceChildren(document.adoptNode(section));
    }
  }

  return { refresh };
}
