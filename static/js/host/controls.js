/** The row of buttons under the screen. Everything that a key does, a button does. */

import { element, icon } from "../ui/dom.js";
import { sounds } from "../ui/sounds.js";
import { isNight } from "./light.js";

/**
 * @param {HTMLElement} row
 * @param {(command: string) => void} run
 */
export function createControls(row, run) {
  const buttons = Object.fromEntries([...row.querySelectorAll("[data-command]")].map((button) => [button.dataset.command, button]));
  row.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-command]");
    if (button && button.getAttribute("aria-disabled") !== "true") {
      run(button.dataset.command);
    }
  });

  /** @param {object | null} screen  of screenOf; null before the game has come */
  function update(host, screen) {
    row.hidden = false;
    const { forward, acts } = screen;
    const can = (act) => acts.includes(act);
    face(buttons.forward, forward && { sign: forward.icon, label: forward.label });
    buttons.forward.setAttribute("aria-disabled", String(!forward?.ready));
    face(buttons.pause, can("pause") && { sign: "pause", label: "Pause" }); // to go on is the large button's
    buttons.skip.hidden = !can("skip");
    buttons.end.hidden = !can("end") || forward?.act === "end";
    face(buttons.lock, can("lock") ? { sign: "unlock", label: "Close the doors" } : can("unlock") && { sign: "lock", label: "Open the doors" });
    face(buttons.names, can("hide-names") ? { sign: "eye", label: "Hide names" } : { sign: "eye-off", label: "Show names" });
    face(buttons.sound, sounds.on ? { sign: "sound", label: "Sound off" } : { sign: "sound-off", label: "Sound on" });
    face(buttons.light, isNight() ? { sign: "day", label: "Day" } : { sign: "night", label: "Night" });
    buttons.full.hidden = !document.fullscreenEnabled;
  }

  /** While the server is asked, so that a second tap is none. */
  function wait(waits) {
    row.setAttribute("aria-busy", String(waits));
  }

  return { update, wait };
}

/** What a button is for at the moment; nothing: it is not there. */
function face(button, wanted) {
  button.hidden = !wanted;
  if (wanted && button.dataset.face !== `${wanted.sign} ${wanted.label}`) {
    button.dataset.face = `${wanted.sign} ${wanted.label}`;
    button.title = wanted.label; // on a narrow screen the icon stands alone
    button.replaceChildren(icon(wanted.sign), element("span", "host__label", wanted.label));
  }
}
