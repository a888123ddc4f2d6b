/**
 * A button that copies what stands in the field beside it. Where copying is not allowed the button does not appear.
 */

for (const button of document.querySelectorAll("[data-copy-button]")) {
  const field = button.parentElement.querySelector("[data-copy]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.lastChild.textContent = "Copied";
    button.setAttribute("aria-live", "polite");
  });
}
