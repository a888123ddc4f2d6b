/** The right answer, and the wall of ink: what the class wrote, by what was read, and nobody's name. */

import { drawn } from "../ink/drawn.js";
import { fillBlank, numeral, promptOf } from "../play/prompt.js";
import { element, icon } from "../ui/dom.js";
import { fit, sticksOut } from "./fitting.js";
import { write } from "./kept.js";
import { counted } from "./screen.js";
import { hang } from "./wall.js";

/** A long answer stands in two lines of words: then there is less room for the sheets than was reckoned. */
const MOST_HANGINGS = 3;

const MARKS = {
  right: { icon: "check", word: "right" },
  wrong: { icon: "cross", word: "wrong" },
  unread: { icon: "question", word: "could not be read" },
};

export function createReveal() {
  const prompt = element("div", "host__prompt host__prompt--known");
  const figures = element("ul", "reveal__figures");
  const late = element("p", "reveal__late");
  const wall = element("ul", "wall");
  const more = element("p", "wall__rest");
  const scene = element("div", "scene scene--reveal", element("div", "reveal__head", prompt, figures, late), wall, more);
  const refit = fit(prompt);
  wall.tabIndex = 0; // on a small screen it is scrolled
  wall.setAttribute("aria-label", "What the class wrote");
  let reveal = null;
  let shown = "";
  new ResizeObserver(() => reveal && hangUp()).observe(wall);

  function update(host) {
    const { question } = host.public;
    const answer = host.reveal?.correct_answer ?? null;
    if (question && prompt.dataset.shown !== `${question.id} ${answer}`) {
      prompt.dataset.shown = `${question.id} ${answer}`;
      prompt.replaceChildren(promptOf(question));
      if (answer !== null) {
        tell(answer);
      }
    }
    write(late, lateOf(host));
    refit();
    if (!host.reveal) {
      return;
    }
    const news = JSON.stringify(host.reveal);
    if (news !== shown) {
      [reveal, shown] = [host.reveal, news];
      figures.replaceChildren(...figuresOf(reveal));
      hangUp();
    }
  }

  /** The answer where it belongs; under a story that ends in no box, beside it. */
  function tell(answer) {
    if (prompt.querySelector(".prompt__blank")) {
      fillBlank(prompt, answer, false);
    } else {
      prompt.append(element("p", "host__answer", numeral(answer)));
    }
  }

  function hangUp() {
    const style = getComputedStyle(wall);
    const px = (name) => Number.parseFloat(style.getPropertyValue(`--wall-${name}`)) * Number.parseFloat(style.fontSize);
    const lengths = Object.fromEntries(["head", "foot", "least", "gap", "pad"].map((name) => [name, px(name)]));
    let height = wall.clientHeight;
    for (let tries = 0; tries < MOST_HANGINGS; tries += 1) {
      show(hang(reveal.wall, { width: wall.clientWidth, height, ...lengths }));
      if (!sticksOut(wall)) {
        return;
      }
      height -= wall.scrollHeight - wall.clientHeight;
    }
  }

  function show({ sheet, groups, hidden }) {
    wall.style.setProperty("--sheet-width", `${sheet}px`);
    wall.replaceChildren(...groups.map(groupOf));
    write(more, hidden ? `and ${counted(hidden, "other answer")}` : "");
    if (!reveal.wall.length) {
      wall.append(element("li", "wall__none", "Nobody answered this one."));
    }
  }

  return { element: scene, update };
}

function groupOf({ group, columns, inks, more }) {
  const { icon: sign, word } = MARKS[group.mark];
  const text = group.mark === "unread" ? element("span", "wall__words", "Not read") : element("span", "wall__text", numeral(group.text));
  const head = element("p", "wall__head", icon(sign), text, element("span", "visually-hidden", group.mark === "unread" ? ", " : `, ${word}, `),
    element("span", "wall__count", `×\u2009${group.count}`));
  const sheets = element("div", "wall__sheets", ...inks.filter((strokes) => strokes.some((stroke) => stroke.length)).map(drawn));
  if (more > 0) {
    sheets.append(element("span", "wall__more", `and ${more} more`));
  }
  const item = element("li", "wall__group", head, sheets);
  item.dataset.mark = group.mark;
  item.style.setProperty("--columns", String(columns));
  return item;
}

function figuresOf({ right, wrong, unread, silent }) {
  const figure = (mark, count, sign, words) => {
    const item = element("li", "reveal__figure", icon(sign), element("strong", "", String(count)), ` ${words}`);
    item.dataset.mark = mark;
    return item;
  };
  return [
    figure("right", right, "check", "right"),
    figure("wrong", wrong, "cross", "wrong"),
    ...(unread ? [figure("unread", unread, "question", "could not be read")] : []),
    ...(silent ? [figure("none", silent, "none", "without an answer")] : []),
  ];
}

function lateOf({ reveal, reading }) {
  if (!reveal) {
    return "One moment: the answers are coming.";
  }
  return reading ? `${counted(reading, "answer")} still being read` : "";
}
