/** The child's own page: a live game of the class appears on it, and goes when it is over. */

import { pageApi } from "../net/api.js";
import { dataOf } from "../ui/dom.js";
import { watch } from "./watch.js";

const { seat, urls } = dataOf("home-data");
const api = pageApi(seat);
const part = (name) => document.querySelector(`[data-home="${name}"]`);

function show(live) {
  const section = part("live");
  const id = live ? String(live.id) : undefined;
  if (section.dataset.game === id) {
    return;
  }
  section.hidden = !live;
  part("rest")?.toggleAttribute("hidden", Boolean(live));
  if (live) {
    section.dataset.game = id;
    part("title").textContent = live.title;
    part("join").href = urls.game.replace("/0/", `/${id}/`);
    part("said").textContent = `${part("heading").textContent}: ${live.title}. Join!`;
  } else {
    delete section.dataset.game;
    part("said").textContent = "The game is over.";
  }
}

const look = watch({ ask: () => api.get(urls.seat), heard: show, hidden: () => document.hidden });
document.addEventListener("visibilitychange", look);
window.addEventListener("online", look);
