// Three pictures, tapped one after the other. Without this script each tap loads the page again; with it the
// form is sent when the third is in, so that a slow network is waited for once.

const form = document.querySelector("[data-pin]");
const places = [...form.querySelectorAll(".pin__place")];
const undo = form.querySelector("[name=undo]");
const status = form.querySelector("[data-pin-status]");

form.addEventListener("click", (event) => {
  const button = event.target.closest("[name=pick], [name=undo]");
  if (!button) return;
  event.preventDefault();
  if (taps().length === places.length) return; // it is on its way
  if (button === undo) takeBack();
  else add(button);
});

// Coming back by the browser's Back button finds the taps of then in a page that was kept: begin afresh.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

function taps() {
  return [...form.querySelectorAll("input[name=pin]")];
}

function add(picture) {
  const tap = document.createElement("input");
  tap.type = "hidden";
  tap.name = "pin";
  tap.value = picture.value;
  form.append(tap); // at the end: the order of the fields is the order of the taps
  const count = taps().length;
  fill(places[count - 1], picture.querySelector("img").cloneNode(), picture.textContent.trim());
  say(`${picture.textContent.trim()}, ${count} of ${places.length}`);
  undo.disabled = false;
  if (count === places.length) form.submit();
}

function takeBack() {
  const last = taps().at(-1);
  last.remove();
  const count = taps().length;
  empty(places[count]);
  say(`Taken back. ${count} of ${places.length}`);
  if (count === 0) {
    form.querySelector("[name=pick]").focus();
    undo.disabled = true;
  }
}

function fill(place, picture, name) {
  picture.alt = name;
  place.dataset.filled = "true";
  place.replaceChildren(picture);
}

function empty(place) {
  const word = document.createElement("span");
  word.className = "visually-hidden";
  word.textContent = "empty";
  delete place.dataset.filled;
  place.replaceChildren(word);
}

function say(sentence) {
  status.textContent = sentence;
}
