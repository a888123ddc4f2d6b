/** Making elements. */

/**
 * @param {string} tag
 * @param {string} className
 * @param {...(Node | string)} children
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

/** An icon of images/icons.svg, whose address (hashed in production) the page's head gives. Decorative. */
export function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", `icon ${className}`.trim());
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${document.querySelector('meta[name="icons"]')?.content ?? ""}#${name}`);
  svg.append(use);
  return svg;
}

/** The object that Django's json_script wrote into the page. */
export function dataOf(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

const SVG = "http://www.w3.org/2000/svg";
