/** The class's journey as a chart; `quizzes/templatetags/journey.py` and tests/golden/journeys.json agree. */

import { drawing, shape } from "./dom.js";

/** The course: a quadratic curve over a chart 400 wide and 200 high. */
const [START, BEND, END] = [[54, 124], [190, 8], [356, 66]];
const PLACES = [0, 0.55, 1];
const SIZES = [84, 66, 42];
const [LEAVES, ARRIVES] = [0.17, 0.4];
/** Long enough to be followed from the last row. */
const FLIGHT_MS = 2400;

/**
 * Where everything stands, in whole units of the chart.
 *
 * @param {{share: number, stops: {code: string, label: string}[]}} journey  as docs/live.md has it
 */
export function chart({ share, stops }) {
  const place = placeOf(share);
  const [x, y] = at(place);
  const bend = START.map((start, axis) => start + (BEND[axis] - start) * place);
  return {
    course: curve(BEND, END),
    flown: curve(bend, [x, y]),
    stops: stops.map(stopOf),
    x: whole(x),
    y: whole(y),
    angle: angleAt(place),
  };
}

/**
 * The chart; once it is in the page, `fly` takes the rocket from where the class was to where it is.
 *
 * @param {object} journey  as docs/live.md has it
 * @returns {SVGSVGElement}
 */
export function drawJourney(journey) {
  const drawn = chart(journey);
  const svg = shape("svg", "journey__chart", { viewBox: "0 0 400 200", role: "img", "aria-label": wordsOf(journey) });
  const rocket = shape("g", "", { transform: placed(drawn), "data-rocket": "" });
  rocket.append(picture("rocket", "journey__rocket", -24, -24, 48));
  svg.append(
    shape("path", "journey__course", { d: drawn.course }),
    shape("path", "journey__flown", { d: drawn.flown }),
    ...drawn.stops.flatMap((stop) => [picture(stop.code, "", stop.x, stop.y, stop.size), nameOf(stop)]),
    rocket,
  );
  return svg;
}

/** @param {SVGSVGElement} svg  of drawJourney */
export function fly(svg, { share, share_before: before }) {
  const rocket = svg.querySelector("[data-rocket]");
  const flown = svg.querySelector(".journey__flown");
  if (before >= share || matchMedia("(prefers-reduced-motion: reduce)").matches) {
    return;
  }
  let began = null;
  const step = (now) => {
    began ??= now;
    const gone = Math.min(1, (now - began) / FLIGHT_MS);
    const drawn = chart({ share: before + (share - before) * (1 - (1 - gone) ** 3), stops: [] });
    rocket.setAttribute("transform", placed(drawn));
    flown.setAttribute("d", drawn.flown);
    if (gone < 1 && svg.isConnected) {
      requestAnimationFrame(step);
    }
  };
  requestAnimationFrame(step);
}

/** What the chart says, in words. */
export function wordsOf({ planet, next }) {
  return next ? `Flying from ${planet} to ${next}` : `Arrived at ${planet}`;
}

/** Names stand under what is here and next; that of the third is above it, and ends at the chart's edge. */
function stopOf({ code, label }, number) {
  const [x, y] = at(PLACES[number]).map(whole);
  const size = SIZES[number];
  const half = Math.floor(size / 2);
  const last = number === PLACES.length - 1;
  return {
    code,
    label,
    x: x - half,
    y: y - half,
    size,
    labelX: [x, x, 394][number],
    labelY: last ? y - half - 8 : y + half + 19,
    anchor: ["middle", "middle", "end"][number],
  };
}

function nameOf({ label, labelX, labelY, anchor }) {
  const name = shape("text", "journey__name", { x: labelX, y: labelY, "text-anchor": anchor });
  name.append(label);
  return name;
}

function picture(code, className, x, y, size) {
  const drawn = drawing("planets", code, "0 0 96 96", className);
  for (const [attribute, value] of Object.entries({ x, y, width: size, height: size })) {
    drawn.setAttribute(attribute, value);
  }
  return drawn;
}

function placed({ x, y, angle }) {
  return `translate(${x} ${y}) rotate(${angle})`;
}

function placeOf(share) {
  return LEAVES + (ARRIVES - LEAVES) * share;
}

function at(place) {
  return START.map((start, axis) => (1 - place) ** 2 * start + 2 * place * (1 - place) * BEND[axis] + place ** 2 * END[axis]);
}

function angleAt(place) {
  const [across, down] = START.map((start, axis) => (1 - place) * (BEND[axis] - start) + place * (END[axis] - BEND[axis]));
  return whole((Math.atan2(down, across) * 180) / Math.PI);
}

function curve(bend, end) {
  return `M${START.join(" ")}Q${bend.map(whole).join(" ")} ${end.map(whole).join(" ")}`;
}

/** Rounded as Python's side does. */
function whole(number) {
  return Math.floor(number + 0.5);
}
