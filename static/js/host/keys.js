/** The host's keyboard. Pure. */

/** As the list under `?` shows them. Presenters' clickers send PageDown. */
export const KEYS = [
  { command: "forward", keys: [" ", "ArrowRight", "PageDown"], shown: ["Space", "→"], does: "Go on" },
  { command: "pause", keys: ["p"], shown: ["P"], does: "Pause, and go on" },
  { command: "skip", keys: ["s"], shown: ["S"], does: "Leave this question out" },
  { command: "lock", keys: ["l"], shown: ["L"], does: "Close and open the doors" },
  { command: "names", keys: ["n"], shown: ["N"], does: "Hide and show the names" },
  { command: "players", keys: ["c"], shown: ["C"], does: "The class: rename, remove, let back in" },
  { command: "sound", keys: ["m"], shown: ["M"], does: "Sound on and off" },
  { command: "light", keys: ["d"], shown: ["D"], does: "Day and night" },
  { command: "full", keys: ["f"], shown: ["F"], does: "The whole screen" },
  { command: "end", keys: ["e"], shown: ["E"], does: "End the game" },
  { command: "help", keys: ["?"], shown: ["?"], does: "This list" },
];

/**
 * @param {{key: string, repeat: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean}} press
 * @param {{typing: boolean, pressing: boolean, dialog: boolean}} where
 *   typing: in a field; pressing: on a button or link, whose own Space is; dialog: something lies over the screen
 * @returns {string | null} the command
 */
export function commandOf({ key, repeat, ctrlKey, metaKey, altKey }, { typing, pressing, dialog }) {
  if (repeat || ctrlKey || metaKey || altKey || typing || dialog || (pressing && key === " ")) {
    return null;
  }
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return KEYS.find(({ keys }) => keys.includes(pressed))?.command ?? null;
}
