/**
 * The wall of ink: how large the sheets can be so that all of it is on the screen. Pure.
 *
 * @typedef {{text: string, mark: "right" | "wrong" | "unread", count: number, inks: number[][][][]}} Group
 * @typedef {{sheet: number, groups: {group: Group, columns: number, inks: number[][][][], more: number}[], hidden: number}} Hanging
 *   sheet: its width in pixels; more: how many of the group are not shown; hidden: answers of groups that are not shown
 */

/** Width and height of a sheet. */
export const RATIO = 2;

const SMALLEST = 72;
const READABLE = 132; // before the sheets become smaller than this, fewer are shown
const STEP = 4;
const MOST = [12, 8, 6, 4, 3, 2, 1];

/** Ways of laying out so many sheets in rows: about as wide as high, or so that groups stand well beside each other. */
const ROWS = [(count) => Math.round(Math.sqrt(count)), () => 1, () => 2, () => 3, () => 4];

/**
 * @param {Group[]} groups
 * @param {{width: number, height: number, head: number, foot: number, least: number, gap: number, pad: number}} room
 *   of the wall, in pixels; head: the height of a group's words; foot: of those under it, where not all is shown;
 *   least: the width of a group without sheets; pad: around what is in a group
 * @returns {Hanging}
 */
export function hang(groups, room) {
  for (const smallest of [READABLE, SMALLEST]) {
    for (const most of MOST) {
      const hung = largest(groups, most, smallest, room);
      if (hung) {
        return hung;
      }
    }
  }
  return fewer(groups, room);
}

/** As large as they can be with so many sheets a group; null where not even the smallest fit. */
function largest(groups, most, smallest, room) {
  const high = room.height - room.head - 2 * room.pad;
  for (let sheet = Math.min(room.width - 2 * room.pad, high * RATIO); sheet >= smallest; sheet -= STEP) {
    for (const rowsOf of ROWS) {
      const hung = groups.map((group) => hungOf(group, most, rowsOf, room, sheet));
      if (heightOf(hung, sheet, room) <= room.height) {
        return { sheet, groups: hung, hidden: 0 };
      }
    }
  }
  return null;
}

/** The first groups of them, and the unread, which never go unmentioned; the wall may then be scrolled. */
function fewer(groups, room) {
  for (let shown = groups.length - 1; shown > 1; shown -= 1) {
    const unread = groups.filter(({ mark }) => mark === "unread");
    const read = groups.filter(({ mark }) => mark !== "unread").slice(0, shown - unread.length);
    const hung = [...read, ...unread].map((group) => hungOf(group, 1, ROWS[0], room, SMALLEST));
    if (heightOf(hung, SMALLEST, room) <= room.height) {
      const seen = new Set(hung.map(({ group }) => group));
      const hidden = groups.filter((group) => !seen.has(group)).reduce((sum, { count }) => sum + count, 0);
      return { sheet: SMALLEST, groups: hung, hidden };
    }
  }
  return { sheet: SMALLEST, groups: groups.map((group) => hungOf(group, 1, ROWS[0], room, SMALLEST)), hidden: 0 };
}

/** A group in its rows of sheets, or in more where it would be wider than the wall. */
function hungOf(group, most, rowsOf, { width, gap, pad }, sheet) {
  const inks = group.inks.slice(0, most);
  const across = Math.max(1, Math.floor((width - 2 * pad + gap) / (sheet + gap)));
  const columns = Math.max(1, Math.min(across, Math.ceil(inks.length / rowsOf(inks.length))));
  return { group, columns, inks, more: inks.length ? group.count - inks.length : 0 };
}

/** Groups stand side by side until the wall's width is used up, then go on below, as the browser wraps them. */
function heightOf(hung, sheet, { width, head, foot, least, gap, pad }) {
  let [total, row, used] = [0, 0, 0];
  for (const { columns, inks, more } of hung) {
    const across = Math.max(least, columns * sheet + (columns - 1) * gap) + 2 * pad;
    const rows = Math.ceil(inks.length / columns);
    const high = head + rows * (sheet / RATIO + gap) + (more > 0 ? foot : 0) + 2 * pad;
    if (used && used + gap + across > width) {
      total += row + gap;
      [row, used] = [0, 0];
    }
    used += (used ? gap : 0) + across;
    row = Math.max(row, high);
  }
  return total + row;
}
