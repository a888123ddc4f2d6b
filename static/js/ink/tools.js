/** The pad's commands by button (data-tool="undo", "redo", "clear") and by key. */

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} sheet  what is written on; keys count while it has the focus
 * @param {(tool: "undo" | "redo" | "clear") => void} run
 */
export function listenToTools(root, sheet, run) {
  for (const button of root.querySelectorAll("[data-tool]")) {
    const { tool } = button.dataset;
    if (["undo", "redo", "clear"].includes(tool)) {
      button.addEventListener("click", () => run(tool));
    }
  }
  sheet.addEventListener("keydown", (event) => {
    const tool = toolFor(event);
    if (tool) {
      event.preventDefault();
      run(tool);
    }
  });
}

/**
 * @param {HTMLElement} root
 * @param {{undo: boolean, redo: boolean, clear: boolean}} usable
 * @param {() => void} focusElsewhere  called before the focused button is disabled: focus would fall to nowhere
 */
export function showTools(root, usable, focusElsewhere) {
  for (const [tool, can] of Object.entries(usable)) {
    for (const button of root.querySelectorAll(`[data-tool="${tool}"]`)) {
      if (!can && button === document.activeElement) {
        focusElsewhere();
      }
      button.disabled = !can;
    }
  }
}

function toolFor({ key, ctrlKey, metaKey, shiftKey }) {
  const command = ctrlKey || metaKey;
  switch (key.toLowerCase()) {
    case "z":
      return command && (shiftKey ? "redo" : "undo");
    case "y":
      return command && "redo";
    case "delete":
    case "backspace":
      return !command && "clear";
    default:
      return null;
  }
}
