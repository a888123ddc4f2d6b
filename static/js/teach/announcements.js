/**
 * A sentence about what just happened to the page: for screen readers, and for the eye where nothing else shows it.
 */
export function announce(sentence, { seen = false } = {}) {
  const place = document.querySelector("[data-announcements]");
  place.classList.toggle("visually-hidden", !seen);
  place.textContent = sentence;
}
