/**
 * Shows again how an answer was written, where it is asked for: in every
 *
 *   <div class="replay">
 *     <svg class="ink">…<path class="ink__stroke" d="…" data-at="begins ends"> for each stroke…</svg>
 *     <button class="… replay__button" type="button">…</button>
 *   </div>
 *
 * by the button or by a tap on the ink, in markup that arrives later too. Without this script the picture stands as
 * it is, and the button is not shown (components/ink.css).
 */

import { drawnBy } from "../ink/pace.js";

document.documentElement.dataset.replays = "ready";

document.addEventListener("click", ({ target }) => {
  const figure = target.closest(".replay");
  if (figure && !figure.dataset.playing && target.closest(".replay__button, .ink")) {
    replay(figure);
  }
});

function replay(figure) {
  const strokes = [...figure.querySelectorAll(".ink__stroke")].map((path) => {
    const [begins, ends] = path.dataset.at.split(" ").map(Number);
    return { path, d: path.getAttribute("d"), begins, ends };
  });
  const length = Math.max(0, ...strokes.map(({ ends }) => ends));
  const started = performance.now();
  figure.dataset.playing = "true";
  const frame = (now) => {
    const ms = now - started;
    for (const stroke of strokes) {
      stroke.path.setAttribute("d", drawnBy(stroke, ms));
    }
    if (ms < length) {
      requestAnimationFrame(frame);
    } else {
      delete figure.dataset.playing;
    }
  };
  requestAnimationFrame(frame);
}
