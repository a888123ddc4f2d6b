/** A picture instead of the sheet: drawn anew before it is sent, so that it is small and holds no notes of the camera. */

import { SHEET_WIDTH } from "../ink/geometry.js";
import { sizeWithin } from "./sizes.js";

/** The server looks at no more; a telephone's photograph is four times as wide. */
const LONGEST_SIDE = 1024;
const MOST_BYTES = 2_000_000;

const REFUSED = "I can't open that. Choose a PNG or JPEG picture of one line of writing.";

/** @param {HTMLElement} figure  with an <img> and a .pad__glyphs over it */
export function createPicture(figure) {
  const image = figure.querySelector("img");
  const layer = figure.querySelector(".pad__glyphs");
  let file = null;
  let size = { width: 1, height: 1 };

  function show(blob) {
    URL.revokeObjectURL(image.src);
    file = blob;
    layer.replaceChildren();
    if (blob) {
      image.src = URL.createObjectURL(blob);
    } else {
      image.removeAttribute("src");
    }
  }

  return {
    layer,

    /** What is sent; null where there is no picture. */
    get file() {
      return file;
    },

    /** Boxes come in the picture's points; the layer is as wide as a sheet. @returns {import("../ink/geometry.js").View} */
    get view() {
      return { scale: SHEET_WIDTH / size.width, dx: 0, dy: 0 };
    },

    get height() {
      return (size.height / size.width) * SHEET_WIDTH;
    },

    /** @param {Blob} given @returns {Promise<string>} why it was not taken, or "" */
    async take(given) {
      const drawn = await redrawn(given);
      if (!drawn) {
        return REFUSED;
      }
      if (drawn.blob.size > MOST_BYTES) {
        return "That picture is too large. Cut it down to one line of writing.";
      }
      size = drawn.size;
      show(drawn.blob);
      return "";
    },

    clear: () => show(null),
  };
}

/** @returns {Promise<{blob: Blob, size: {width: number, height: number}} | null>} null for what is no picture */
async function redrawn(given) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(given);
  } catch {
    return null;
  }
  const size = sizeWithin(bitmap, LONGEST_SIDE);
  const canvas = Object.assign(document.createElement("canvas"), size);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, size.width, size.height);
  bitmap.close();
  const blob = await new Promise((done) => {
    canvas.toBlob(done, given.type === "image/jpeg" ? "image/jpeg" : "image/png", 0.92);
  });
  return blob && { blob, size };
}
