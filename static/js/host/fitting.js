/** Making words as large as their place, no larger. */

const STEPS = [1, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48, 0.42, 0.36, 0.3];

/** Of many parts, or names: the last row still reads it. */
export const LEAST = 0.62;

/**
 * Sets `--fit` on the place to the largest share at which nothing in it sticks out; again whenever its size changes.
 *
 * @param {HTMLElement} place
 * @param {number} [least]  no smaller than that: what sticks out then is the caller's to scroll or leave out
 * @param {() => Iterable<HTMLElement>} [parts]  what may not stick out of itself; the place, unless said otherwise
 * @returns {() => void} measures now
 */
export function fit(place, least = 0.3, parts = () => [place]) {
  const measure = () => {
    for (const share of STEPS.filter((step) => step >= least)) {
      place.style.setProperty("--fit", String(share));
      if (![...parts()].some(sticksOut)) {
        return;
      }
    }
  };
  new ResizeObserver(measure).observe(place);
  return measure;
}

/** Whether what is in it is larger than the place. */
export function sticksOut(place) {
  return place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1;
}
