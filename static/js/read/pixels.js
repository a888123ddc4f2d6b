/** The pictures that the net is given, as the API sends them. */

export const SIDE = 28;

/** @param {string} base64  28×28 bytes, rows from the top, ink 255 @returns {Uint8Array} */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}

/** Grey as the pixels of a canvas: red, green, blue and full opacity for each. @param {Uint8Array} grey */
export function greyPixels(grey) {
  const pixels = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((value, place) => pixels.set([value, value, value, 255], place * 4));
  return pixels;
}

/** @param {HTMLCanvasElement} canvas */
export function drawGrey(canvas, grey) {
  canvas.width = canvas.height = SIDE;
  canvas.getContext("2d").putImageData(new ImageData(greyPixels(grey), SIDE, SIDE), 0, 0);
}
