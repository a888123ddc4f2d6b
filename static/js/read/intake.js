/** The ways that a picture comes in: chosen, dropped on the page, pasted. */

/**
 * @param {HTMLElement} stage  shows that it would take what is dragged over the page
 * @param {HTMLInputElement} input
 * @param {(file: Blob) => void} take
 */
export function createIntake(stage, input, take) {
  const takeChosen = () => {
    if (input.files.length) {
      take(input.files[0]);
    }
    input.value = ""; // so that the same file can be chosen again
  };
  input.addEventListener("change", takeChosen);
  takeChosen(); // it may have been chosen before this script was here
  document.addEventListener("paste", ({ clipboardData }) => {
    const [file] = clipboardData?.files ?? [];
    if (file) {
      take(file);
    }
  });
  // Unless the whole page takes what is dropped, the browser opens a picture that misses the sheet, and the ink is gone.
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    stage.dataset.over = "true";
  });
  document.addEventListener("dragleave", () => delete stage.dataset.over);
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    delete stage.dataset.over;
    const [file] = event.dataTransfer.files;
    if (file) {
      take(file);
    }
  });
}
