/**
 * Sounds, synthesised: short, soft, and off until somebody switches them on. Nothing sounds for what is wrong.
 *
 * Each sound is a few notes as data, so that what is heard can be checked without hearing it.
 */

/**
 * @typedef {{at: number, lasts: number, from: number, to?: number, wave?: "sine" | "triangle", loud?: number}} Note
 *   `at` and `lasts` in seconds, `from` and `to` in hertz, `loud` from 0 to 1
 */

/** @type {Record<string, Note[]>} */
export const RECIPES = {
  tick: [{ at: 0, lasts: 0.05, from: 880, wave: "triangle", loud: 0.35 }],
  join: [
    { at: 0, lasts: 0.1, from: 523, loud: 0.5 },
    { at: 0.08, lasts: 0.14, from: 659, loud: 0.5 },
  ],
  sent: [{ at: 0, lasts: 0.16, from: 440, to: 784, loud: 0.5 }],
  right: [
    { at: 0, lasts: 0.14, from: 659, loud: 0.6 },
    { at: 0.1, lasts: 0.26, from: 880, loud: 0.6 },
  ],
  reveal: [
    { at: 0, lasts: 0.18, from: 392, wave: "triangle", loud: 0.5 },
    { at: 0.1, lasts: 0.26, from: 523, wave: "triangle", loud: 0.5 },
  ],
  launch: [{ at: 0, lasts: 0.38, from: 110, to: 440, wave: "triangle", loud: 0.6 }],
  arrive: [
    { at: 0, lasts: 0.14, from: 523, loud: 0.6 },
    { at: 0.09, lasts: 0.14, from: 659, loud: 0.6 },
    { at: 0.18, lasts: 0.2, from: 784, loud: 0.6 },
  ],
};

/** Of the loudest note, as a share of what the device can do. */
const LOUDEST = 0.2;
/** In and out, so that nothing clicks. */
const EDGE = 0.012;
const KEY = "astro-sounds";

let context = null;

export const sounds = {
  /** Whether this device makes sounds: kept on it, and off where nobody said so or nothing can be kept. */
  get on() {
    return recall() === "on";
  },

  set on(wanted) {
    keep(wanted ? "on" : "off");
  },

  /**
   * Plays, or stays silent: where sounds are off, the page is hidden, or the browser waits for a first touch.
   *
   * @param {"tick" | "sent" | "right" | "reveal" | "launch" | "arrive" | "join"} name
   */
  play(name) {
    if (this.on && document.visibilityState === "visible") {
      sound(RECIPES[name]);
    }
  },
};

/**
 * A button with aria-pressed that switches the sounds; what it switched on is heard at once.
 *
 * @param {HTMLButtonElement} button
 */
export function bindSwitch(button) {
  const show = () => button.setAttribute("aria-pressed", String(sounds.on));
  button.addEventListener("click", () => {
    sounds.on = !sounds.on;
    show();
    sounds.play("join");
  });
  addEventListener("storage", ({ key }) => key === KEY && show()); // switched in another window
  show();
}

/** @param {Note[]} notes */
function sound(notes) {
  if (navigator.userActivation?.hasBeenActive === false) {
    return; // until the first touch a browser lets nothing sound: https://developer.chrome.com/blog/autoplay#web_audio
  }
  context ??= new AudioContext();
  if (context.state === "suspended") {
    void context.resume().catch(() => {}); // the clock of the notes stands still until then
  }
  const start = context.currentTime + EDGE;
  for (const note of notes) {
    playNote(context, note, start);
  }
}

/** @param {AudioContext} audio */
function playNote(audio, { at, lasts, from, to = from, wave = "sine", loud = 1 }, start) {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  const [begin, end] = [start + at, start + at + lasts];
  oscillator.type = wave;
  oscillator.frequency.setValueAtTime(from, begin);
  oscillator.frequency.exponentialRampToValueAtTime(to, end);
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(loud * LOUDEST, begin + EDGE);
  volume.gain.setTargetAtTime(0, begin + lasts / 3, lasts / 5);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(begin);
  oscillator.stop(end);
}

function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is blocked: silent
  }
}

function keep(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // storage is blocked: silent
  }
}
