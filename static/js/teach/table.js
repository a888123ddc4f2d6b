/** The table of results in the page, kept as the API says without losing the place of eye, finger or focus. */

import { cellView, rowShown, sameTable } from "./cells.js";

/**
 * @param {HTMLTableElement} table
 * @param {string} icons address of the icons' file
 */
export function createTable(table, icons) {
  /** Shows the results; false where students or questions are not the same any more. */
  function show(results) {
    const rows = [...table.tBodies[0].rows];
    const students = rows.map((row) => row.dataset.student);
    const questions = [...table.querySelectorAll("thead [data-question]")].map((head) => head.dataset.question);
    if (!sameTable(results, students, questions)) {
      return false;
    }
    results.rows.forEach((row, index) => showRow(rows[index], row, results.columns));
    results.columns.forEach(showTotal);
    return true;
  }

  function showRow(element, row, columns) {
    element.hidden = !rowShown(row, table.dataset.show);
    const boxes = element.querySelectorAll(".results__box");
    row.cells.forEach((cell, index) => showCell(boxes[index], cellView(row, columns[index], cell, table.dataset.answer)));
    write(element.querySelector('[data-field="tally"]'), row.tally);
    write(element.querySelector('[data-field="digits"]'), row.digits);
    write(element.querySelector('[data-field="time"]'), row.time);
    write(element.querySelector('[data-field="progress"]'), row.progress);
  }

  function showCell(box, view) {
    const shown = box.firstElementChild;
    if (isShown(shown, view)) {
      return;
    }
    if (view.href && shown instanceof HTMLAnchorElement) {
      dress(shown, view); // the same element, so that focus stays on it
    } else {
      box.replaceChildren(dress(document.createElement(view.href ? "a" : "span"), view));
    }
  }

  function dress(cell, view) {
    cell.className = "results__cell";
    cell.dataset.mark = view.mark;
    const parts = view.icons.map(icon);
    if (view.href) {
      cell.href = view.href;
      cell.dataset.corrected = String(view.corrected);
      cell.setAttribute("aria-label", view.label);
      parts.splice(1, 0, ...(view.text ? [span(view.text)] : []));
    } else {
      parts.push(span(view.label, "visually-hidden"));
    }
    cell.replaceChildren(...parts);
    return cell;
  }

  function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon icon--small");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${icons}#${name}`);
    svg.append(use);
    return svg;
  }

  function showTotal(column) {
    const total = table.querySelector(`[data-total="${column.id}"]`);
    total.dataset.hardest = String(column.hardest);
    write(total.querySelector('[data-field="share"]'), column.share);
  }

  /** The cell of a student at a question. */
  function cellAt(student, question) {
    const heads = [...table.querySelectorAll("thead [data-question]")];
    const place = heads.findIndex((head) => head.dataset.question === question);
    const row = table.querySelector(`tr[data-student="${student}"]`);
    return row?.querySelectorAll(".results__box")[place]?.querySelector("a") ?? null;
  }

  return { show, cellAt };
}

function isShown(cell, view) {
  if (!view.href) {
    return cell instanceof HTMLSpanElement && cell.textContent.trim() === view.label;
  }
  return (
    cell instanceof HTMLAnchorElement &&
    cell.getAttribute("href") === view.href &&
    cell.getAttribute("aria-label") === view.label &&
    cell.dataset.corrected === String(view.corrected)
  );
}

function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function span(text, className = "") {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}
