// A list of which only what can be seen is made: ten thousand rows cost as much as twenty.

import { el } from "./dom.js";

const MORE = 8;

/** A list of rows that are all so many pixels high, with its name; cells(item) gives what is in one. */
export function rows(high, label, cells) {
  const inside = el("div", { class: "rows-inside", role: "rowgroup" });
  const element = el("div", { class: "rows", role: "table", "aria-label": label, tabindex: 0 }, inside);
  const made = new Map();
  let items = [];
  let waiting = false;

  const paint = () => {
    waiting = false;
    const first = Math.max(0, Math.floor(element.scrollTop / high) - MORE);
    const last = Math.min(items.length, Math.ceil((element.scrollTop + element.clientHeight) / high) + MORE);
    for (const [at, row] of made) {
      if (at < first || at >= last || row.item !== items[at]) {
        row.element.remove();
        made.delete(at);
      }
    }
    const fresh = document.createDocumentFragment();
    for (let at = first; at < last; at++) {
      if (made.has(at)) continue;
      const row = el("div", { class: "row-of", role: "row", "aria-rowindex": at + 1 }, cells(items[at]));
      row.style.transform = `translateY(${at * high}px)`;
      row.style.height = `${high}px`;
      made.set(at, { item: items[at], element: row });
      fresh.append(row);
    }
    inside.append(fresh);
  };
  const later = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(paint);
    }
  };
  element.addEventListener("scroll", later, { passive: true });
  new ResizeObserver(later).observe(element);

  return {
    element,
    show(next) {
      items = next;
      inside.style.height = `${items.length * high}px`;
      element.setAttribute("aria-rowcount", items.length);
      element.scrollTop = 0;
      later();
    },
  };
}
