/**
 * Draws strokes on a canvas: sharp at any pixel density, in the colour that the style sheet gives the canvas.
 */

import { SHEET_WIDTH } from "./geometry.js";
import { middle, pathOf } from "./svg.js";

/** The line in CSS pixels: a felt tip on a tablet, still a pen on a phone. */
const lineFor = (width) => Math.min(Math.max(width / 110, 3.5), 7);

/** @param {HTMLCanvasElement} canvas */
export function createPainter(canvas) {
  // "desynchronized" asks for the shortest way to the screen (https://developer.chrome.com/blog/desynchronized);
  // it is why live ink is only ever added to, never cleared and drawn again.
  const context = canvas.getContext("2d", { desynchronized: true });
  let width = SHEET_WIDTH;

  /** From here on one unit of the context is one of the ink, shown through the view. */
  function pen(view) {
    const sheet = canvas.width / SHEET_WIDTH;
    context.setTransform(sheet * view.scale, 0, 0, sheet * view.scale, view.dx * sheet, view.dy * sheet);
    context.lineWidth = lineFor(width) / ((width / SHEET_WIDTH) * view.scale);
    context.lineCap = "round";
    context.lineJoin = "round";
    context.strokeStyle = getComputedStyle(canvas).color;
  }

  return {
    /** Takes the size of the canvas on the page, in CSS pixels. What was drawn is gone. */
    resize(newWidth, height) {
      const density = window.devicePixelRatio || 1;
      width = newWidth;
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
    },

    redraw(strokes, view) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      pen(view);
      for (const stroke of strokes) {
        context.stroke(new Path2D(pathOf(stroke)));
      }
    },

    /** Draws a stroke's points from index `from` on, after those before it were drawn. */
    extend(points, from, view) {
      pen(view);
      if (points.length === 1) {
        context.stroke(new Path2D(pathOf(points)));
        return;
      }
      const first = Math.max(from, 1);
      const start = first > 2 ? middle(points[first - 2], points[first - 1]) : points[0];
      context.beginPath();
      context.moveTo(start[0], start[1]);
      for (let i = Math.max(first, 2); i < points.length; i += 1) {
        context.quadraticCurveTo(points[i - 1][0], points[i - 1][1], ...middle(points[i - 1], points[i]));
      }
      context.lineTo(points.at(-1)[0], points.at(-1)[1]);
      context.stroke();
    },
  };
}
