// Where the space goes, as areas: each kind of model, and the largest files in it.

import { el, svg } from "./dom.js";
import { count, size, words } from "./format.js";

const WIDTH = 1000, HEIGHT = 420, HEAD = 20, MOST_FILES = 40;

/** A drawing and the same as a table. */
export function treemap(models) {
  const kinds = [...Map.groupBy(models, one => one.kind)]
    .map(([kind, all]) => ({ kind, all, size: all.reduce((sum, one) => sum + one.size, 0) }))
    .filter(one => one.size > 0).sort((one, other) => other.size - one.size);
  const root = svg("svg", { class: "treemap", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img",
    "aria-label": `Areas by kind of model: ${kinds.map(one => `${words(one.kind)} ${size(one.size)}`).join(", ")}` });
  const places = boxes(kinds, { x: 0, y: 0, width: WIDTH, height: HEIGHT });
  kinds.forEach((one, at) => root.append(area(one, places[at], at)));
  return el("div", {}, root, el("details", {}, el("summary", {}, "As a table"), el("table", {},
    el("thead", {}, el("tr", {}, ["Kind", "Files", "Space"].map(text => el("th", { scope: "col" }, text)))),
    el("tbody", {}, kinds.map(one => el("tr", {}, el("th", { scope: "row" }, words(one.kind)), el("td", {}, count(one.all.length)),
      el("td", {}, size(one.size))))))));
}

function area({ kind, all, size: bytes }, box, at) {
  const inner = { x: box.x + 2, y: box.y + HEAD, width: Math.max(0, box.width - 4), height: Math.max(0, box.height - HEAD - 2) };
  const files = [...all].sort((one, other) => other.size - one.size);
  const largest = files.slice(0, MOST_FILES);
  const rest = files.slice(MOST_FILES).reduce((sum, one) => sum + one.size, 0);
  const shown = rest > 0 ? [...largest, { title: `${files.length - MOST_FILES} smaller files`, size: rest }] : largest;
  const group = svg("g", { class: `area hue-${at % 6}` },
    svg("rect", { class: "kind", x: box.x, y: box.y, width: box.width, height: box.height },
      svg("title", {}, `${words(kind)}: ${size(bytes)}`)));
  if (inner.width > 6 && inner.height > 6) {
    boxes(shown, inner).forEach((place, number) => group.append(
      svg("rect", { class: "file", x: place.x, y: place.y, width: place.width, height: place.height },
        svg("title", {}, `${shown[number].title}: ${size(shown[number].size)}`))));
  }
  if (box.width > 70 && box.height > HEAD) {
    const most = Math.floor(box.width / 7.5);
    group.append(svg("text", { x: box.x + 5, y: box.y + 14 }, `${words(kind)} · ${size(bytes)}`.slice(0, most)));
  }
  return group;
}

/** Squarified: areas by size, each as near to a square as it goes (Bruls, Huizing and van Wijk, 2000). Sizes must fall. */
function boxes(items, within) {
  const total = items.reduce((sum, item) => sum + item.size, 0);
  const scale = (within.width * within.height) / Math.max(1, total);
  let { x, y, width, height } = within;
  const places = [];
  for (let from = 0; from < items.length;) {
    const side = Math.max(0.001, Math.min(width, height));
    let to = from + 1;
    let sum = items[from].size * scale;
    while (to < items.length && worst(items, from, to + 1, sum + items[to].size * scale, side, scale) <= worst(items, from, to, sum, side, scale)) {
      sum += items[to].size * scale;
      to++;
    }
    const thick = sum / side;
    let along = 0;
    for (; from < to; from++) {
      const length = (items[from].size * scale) / Math.max(0.001, thick);
      places.push(width >= height ? { x, y: y + along, width: thick, height: length } : { x: x + along, y, width: length, height: thick });
      along += length;
    }
    if (width >= height) {
      x += thick;
      width = Math.max(0, width - thick);
    } else {
      y += thick;
      height = Math.max(0, height - thick);
    }
  }
  return places;
}

function worst(items, from, to, sum, side, scale) {
  const largest = items[from].size * scale;
  const smallest = Math.max(0.001, items[to - 1].size * scale);
  return Math.max((side * side * largest) / (sum * sum), (sum * sum) / (side * side * smallest));
}
