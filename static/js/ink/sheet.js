/** What keeps the browser's own gestures off a sheet, and what turns its pointer events into plain records. */

import { SHEET_WIDTH, toInk } from "./geometry.js";

/**
 * Not passive. iPadOS holds Pencil strokes back to see whether they are Scribble handwriting, and every other quick
 * stroke is lost unless touchmove is prevented (touch-action alone does not help):
 * https://mikepk.com/2020/10/iOS-safari-scribble-bug/
 * The others keep the loupe, the callout, selection, menu and zoom away from a hand that writes. mousedown is left
 * alone, since it brings the keyboard's focus along.
 */
const GESTURES = ["touchstart", "touchmove", "selectstart", "contextmenu", "dragstart", "gesturestart"];

/** @param {HTMLElement} sheet */
export function keepGesturesOff(sheet) {
  for (const name of GESTURES) {
    sheet.addEventListener(name, (event) => event.preventDefault(), { passive: false });
  }
  Object.assign(sheet.style, {
    touchAction: "none",
    userSelect: "none",
    webkitUserSelect: "none",
    webkitTouchCallout: "none",
  });
}

/**
 * @param {PointerEvent} event
 * @param {"down" | "move" | "up" | "cancel" | "lost"} type
 * @param {HTMLElement} canvas  the area whose width is 1000 pad units
 * @param {import("./geometry.js").View} view
 * @returns {import("./pointer.js").PointerRecord}
 */
export function recordOf(event, type, canvas, view) {
  const area = canvas.getBoundingClientRect();
  const unit = area.width / SHEET_WIDTH || 1;
  // One event may bring several samples, and the reader wants them all. There are none in events that scripts make,
  // on pages without https, and in Safari before 18.2.
  const samples = (type === "move" && event.getCoalescedEvents?.()) || [];
  const points = (samples.length ? samples : [event]).map((sample) => [
    ...toInk(view, (sample.clientX - area.left) / unit, (sample.clientY - area.top) / unit),
    sample.timeStamp,
  ]);
  const { pointerId: id, pointerType, button, buttons, timeStamp: t } = event;
  return { type, id, kind: pointerType || "mouse", button, buttons, t, points };
}
