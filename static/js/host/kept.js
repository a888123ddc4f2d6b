/** Lists that change while they are looked at. */

/**
 * Brings the children of a list to one for each item, in their order; who was there stays the same element, so that
 * nothing loses the focus, and only what is new comes in.
 *
 * @param {Element} list
 * @param {T[]} items
 * @param {{key: (item: T) => string | number, make: (item: T) => Element, update?: (element: Element, item: T) => void}} how
 * @template T
 */
export function keepChildren(list, items, { key, make, update = () => {} }) {
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let next = list.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    let child = before.get(name);
    before.delete(name);
    if (!child) {
      child = make(item);
      child.dataset.key = name;
    }
    update(child, item);
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      list.insertBefore(child, next);
    }
  }
  before.forEach((child) => child.remove());
}

/** Writes a text where it is not there already: what is read aloud is not read again. */
export function write(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
