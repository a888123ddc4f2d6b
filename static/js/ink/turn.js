/** A sheet that was answered slides away, while the one under it can be written on already. */

/** @param {HTMLElement} pad  before it is given its new ink */
export function slideSheetAway(pad) {
  const sheet = pad.querySelector(".pad__sheet");
  const canvas = pad.querySelector(".pad__canvas");
  const duration = Number.parseFloat(getComputedStyle(pad).getPropertyValue("--calm"));
  if (!duration || !canvas.width || !sheet.offsetWidth) {
    return; // motion is not wanted, or there is nothing to see
  }
  const copy = document.createElement("canvas");
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  Object.assign(copy.style, { position: "absolute", inset: "0", width: "100%", height: "100%" });
  copy.getContext("2d").drawImage(canvas, 0, 0);
  const ghost = sheet.cloneNode(false);
  ghost.setAttribute("aria-hidden", "true");
  ghost.style.pointerEvents = "none";
  ghost.append(copy);
  sheet.after(ghost);
  const away = [{ opacity: 1 }, { opacity: 0, transform: "translateX(-2rem) rotate(-1deg)" }];
  ghost.animate(away, { duration, easing: "ease-out" }).finished.finally(() => ghost.remove());
}
