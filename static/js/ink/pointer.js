/**
 * Which pointer draws, and what becomes of its stroke: a state machine over plain records. Pure.
 *
 * One pointer draws at a time: the finger, pen or main mouse button that came first. `isPrimary` is of no
 * use here: where a hand already rests elsewhere on the page, the finger on the pad is not the primary one.
 *
 * @typedef {import("./geometry.js").Point} Point
 * @typedef {object} PointerRecord
 * @property {"down" | "move" | "up" | "cancel" | "lost"} type
 * @property {number} id
 * @property {"mouse" | "touch" | "pen"} kind
 * @property {number} t          milliseconds
 * @property {number} [button]   as in PointerEvent, for "down"
 * @property {number} [buttons]  as in PointerEvent, for "move"
 * @property {Point[]} points    every coalesced sample, oldest first; in pad units
 *
 * @typedef {{id: number, kind: string, points: Point[]}} Drawing
 * @typedef {{drawing: Drawing | null, penSeen: number}} PointerState
 * @typedef {{do: "begin" | "extend" | "finish", points: Point[]} | {do: "drop"} | {do: "undo"}} Effect
 *   begin and extend bring the new points, finish the whole stroke
 */

import { lengthOf } from "./geometry.js";

const MAIN_BUTTON = 0;
const ERASER_BUTTON = 5; // the other end of the pen: https://www.w3.org/TR/pointerevents3/#the-button-property

/** A hand that holds a pen rests on the sheet: for so long after the pen was seen, touches are a palm. */
export const PALM_MS = 800;

/** A cancelled stroke is kept from this length (pad units) and duration on. */
export const KEPT_LENGTH = 30;
export const KEPT_MS = 60;

/** @type {PointerState} */
export const IDLE = Object.freeze({ drawing: null, penSeen: -Infinity });

/**
 * @param {PointerState} state
 * @param {PointerRecord} event
 * @returns {{state: PointerState, effects: Effect[]}}
 */
export function step(state, event) {
  const seen = event.kind === "pen" ? { ...state, penSeen: event.t } : state;
  if (event.type === "down") {
    return down(seen, event);
  }
  if (seen.drawing?.id !== event.id) {
    return { state: seen, effects: [] }; // a second finger, a palm, a hovering pen
  }
  return { move, up, cancel, lost: cancel }[event.type](seen, event);
}

function down(state, event) {
  if (event.kind === "pen" && event.button === ERASER_BUTTON) {
    return { state, effects: [{ do: "undo" }] };
  }
  if (event.button !== MAIN_BUTTON || isPalm(state, event)) {
    return { state, effects: [] };
  }
  const palmWasDrawing = state.drawing?.kind === "touch" && event.kind === "pen";
  if (state.drawing && !palmWasDrawing) {
    return { state, effects: [] };
  }
  const drawing = { id: event.id, kind: event.kind, points: [...event.points] };
  const begin = { do: "begin", points: event.points };
  return { state: { ...state, drawing }, effects: palmWasDrawing ? [{ do: "drop" }, begin] : [begin] };
}

function move(state, event) {
  if (event.buttons === 0) {
    return finish(state, state.drawing.points); // the button was let go where we could not see it
  }
  const points = [...event.points];
  // Appended in place: the stroke belongs to this machine alone until it is finished, and copying
  // thousands of points at each of 240 samples a second is felt on a slow tablet.
  state.drawing.points.push(...points);
  return { state, effects: [{ do: "extend", points }] };
}

function up(state, event) {
  const [lastX, lastY] = state.drawing.points.at(-1);
  const fresh = event.points.filter(([x, y]) => x !== lastX || y !== lastY);
  return finish(state, [...state.drawing.points, ...fresh]);
}

/**
 * The system took the pointer away: a gesture at the edge, a notification, its own palm rejection.
 * A line of some length was meant, and undo is one tap away, so it is kept; a dot or a touch beside
 * a pen was not meant, and goes.
 */
function cancel(state, event) {
  const { points, kind } = state.drawing;
  const palm = kind === "touch" && event.t - state.penSeen < PALM_MS;
  const meant = lengthOf(points) >= KEPT_LENGTH && points.at(-1)[2] - points[0][2] >= KEPT_MS;
  if (meant && !palm) {
    return finish(state, points);
  }
  return { state: { ...state, drawing: null }, effects: [{ do: "drop" }] };
}

function finish(state, points) {
  return { state: { ...state, drawing: null }, effects: [{ do: "finish", points }] };
}

function isPalm(state, event) {
  return event.kind === "touch" && event.t - state.penSeen < PALM_MS;
}
