// A password is typed once: a button beside it shows what was typed. Without this script the field works as ever.

for (const field of document.querySelectorAll("input[data-reveal]")) {
  addButton(field);
}

function addButton(field) {
  const row = document.createElement("div");
  row.className = "reveal";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  field.replaceWith(row);
  row.append(field, button);

  const show = (shown) => {
    field.type = shown ? "text" : "password";
    button.textContent = shown ? "Hide" : "Show";
    button.setAttribute("aria-label", `${shown ? "Hide" : "Show"}: ${field.labels[0]?.innerText ?? "password"}`);
  };
  show(false);
  button.addEventListener("click", () => show(field.type === "password"));
  // Browsers remember what is typed into text fields, so it leaves as a password.
  field.form.addEventListener("submit", () => show(false));
}
