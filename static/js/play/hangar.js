/** Fitting out a rocket: what is chosen is seen at once, and saved at once. */

import { pageAt } from "../net/pages.js";
import { fitOut, paintOf } from "../ui/rocket.js";

const part = (name, root = document) => root.querySelector(`[data-hangar="${name}"]`);
const form = part("form");
const rocket = part("rocket").querySelector("svg");
const said = part("saved");

let saving = false;
let changed = false;

part("save").hidden = true;
form.addEventListener("change", () => {
  show();
  void save();
});
show(); // a browser that comes back to the page remembers what was chosen, not what was drawn
if ([...form.elements].some(({ type, checked, defaultChecked }) => type === "radio" && checked !== defaultChecked)) {
  void save(); // chosen before anything here listened: what is seen is what is kept
}

function show() {
  const outfit = Object.fromEntries(new FormData(form));
  fitOut(rocket, outfit);
  for (const picture of form.querySelectorAll('fieldset:not([data-slot="paint"]) svg')) {
    picture.dataset.paint = paintOf(outfit);
  }
}

/** One at a time, so that the last word is the last to arrive. */
async function save() {
  changed = true;
  if (saving) {
    return;
  }
  saving = true;
  let kept = true;
  while (changed && kept) {
    changed = false;
    kept = await sent();
  }
  saving = false;
  said.textContent = kept ? "Saved" : "This is not saved. Look at your network, then save again.";
  part("save").hidden = kept;
}

/** Whether it was kept, for the child that this page was made for. */
async function sent() {
  const page = await pageAt(form.action, { method: "POST", body: new FormData(form) });
  return page !== null && part("form", page)?.elements.seat.value === form.elements.seat.value;
}
