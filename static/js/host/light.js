/** Day or night by the room: what the system says, until the teacher says otherwise on this device. */

const KEY = "astro-light";

/** Whether the page is dark now. */
export function isNight() {
  const asked = document.documentElement.dataset.theme;
  return asked ? asked === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function turnLight() {
  light(isNight() ? "light" : "dark");
}

/** As it was turned last on this device. */
export function recallLight() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) {
      document.documentElement.dataset.theme = kept;
    }
  } catch {
    // storage is blocked: as the system says
  }
}

function light(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // storage is blocked: until the page is left
  }
}
