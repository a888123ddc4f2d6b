/**
 * While a teacher writes a question, its answer stands beside it; examples go into the field.
 *
 * Without this the answer is seen once the question is added.
 */

const PAUSE_MS = 250;

for (const form of document.querySelectorAll("form[data-preview]")) {
  enhance(form);
}

function enhance(form) {
  const field = () => form.elements.namedItem("notation"); // adding a question puts a new one in its place
  const output = form.querySelector("output");
  let timer;
  let asked = 0;

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_MS);
  });
  form.addEventListener("click", (event) => {
    const example = event.target.closest("[data-example]");
    if (example) {
      event.preventDefault();
      field().value = example.dataset.example;
      field().focus();
      show();
    }
  });
  if (field().value) {
    show();
  }

  async function show() {
    const number = ++asked;
    const written = field().value;
    const said = written.trim() ? await ask(written) : "";
    if (number === asked) { // else something was typed meanwhile
      const saidAlready = form.querySelector(".field__error")?.textContent.trim() === said;
      output.textContent = saidAlready ? "" : said;
      output.hidden = saidAlready || !said;
    }
  }

  async function ask(notation) {
    try {
      const response = await fetch(`${form.dataset.preview}?${new URLSearchParams({ notation })}`, {
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      return response.ok ? sentence(await response.json()) : "";
    } catch {
      return ""; // only a help: adding the question says what is wrong
    }
  }
}

function sentence({ detail, answer, format, drawable }) {
  if (detail) {
    return detail;
  }
  const typed = drawable ? "" : ". Answered by typing: the reader does not read this kind of number yet.";
  return `The answer is ${answer} (${format.toLowerCase()})${typed}`;
}
