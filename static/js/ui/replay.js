/**
 * Shows again how an answer was written. Upgrades every
 *
 *   <figure data-replay>
 *     <svg class="ink">…one <path class="ink__stroke"> for each stroke…</svg>
 *     <script type="application/json">[[[x, y, t], …], …]</script>
 *   </figure>
 *
 * with a button; without script, or without the strokes, the picture stands as it is.
 */

import { durationOf, inkAt, paced } from "../ink/pace.js";
import { pathOf } from "../ink/svg.js";

/** @param {ParentNode} root  also for markup that arrives later */
export function upgradeReplays(root = document) {
  for (const figure of root.querySelectorAll("[data-replay]:not([data-replay-ready])")) {
    const strokes = JSON.parse(figure.querySelector('script[type="application/json"]')?.textContent || "null");
    if (strokes?.length) {
      figure.setAttribute("data-replay-ready", "");
      addButton(figure, paced(strokes));
    }
  }
}

function addButton(figure, strokes) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link-button replay";
  button.textContent = "Watch it being written";
  button.addEventListener("click", () => replay(figure, strokes, button));
  figure.append(button);
}

function replay(figure, strokes, button) {
  const paths = [...figure.querySelectorAll(".ink__stroke")];
  const started = performance.now();
  button.disabled = true;
  const frame = (now) => {
    const ms = now - started;
    inkAt(strokes, ms).forEach((drawn, i) => paths[i]?.setAttribute("d", drawn ? pathOf(drawn) : ""));
    if (ms < durationOf(strokes)) {
      requestAnimationFrame(frame);
    } else {
      button.disabled = false;
      button.focus({ preventScroll: true });
    }
  };
  requestAnimationFrame(frame);
}

upgradeReplays();
