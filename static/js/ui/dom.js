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

/** An icon of images/icons.svg. Decorative. */
export function icon(name, className = "") {
  return drawing("icons", name, "0 0 24 24", `icon ${className}`.trim());
}

/** A drawing of one of the files whose address (hashed in production) the page's head gives. Decorative. */
export function drawing(file, name, viewBox, className) {
  const address = document.querySelector(`meta[name="${file}"]`)?.content ?? "";
  const svg = shape("svg", className, { viewBox, "aria-hidden": "true" });
  svg.append(shape("use", "", { href: `${address}#${name}` }));
  return svg;
}

/** An element of SVG. */
export function shape(tag, className, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries({ ...(className && { class: className }), ...attributes })) {
    made.setAttribute(name, value);
  }
  return made;
}

/** The object that Django's json_script wrote into the page. */
export function dataOf(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

const SVG = "http://www.w3.org/2000/svg";
