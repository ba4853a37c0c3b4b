// Makes elements. Text always becomes text, never markup: whatever a site, a file or a model says of itself is inert.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element: properties that begin with "on" are listeners, "class" and the rest are attributes. */
export function el(tag, properties = {}, ...children) {
  return build(document.createElement(tag), properties, children);
}

/** The same for SVG. */
export function svg(tag, properties = {}, ...children) {
  return build(document.createElementNS(SVG, tag), properties, children);
}

function build(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts these in place of what is there. */
export function show(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** Says it to whoever cannot see the page; the same sentence twice is said twice. */
export function announce(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
}

/** A link to somewhere else in the page, or to a page elsewhere, which learns nothing of where it was followed. */
export function link(href, text, properties = {}) {
  const outside = /^https?:/.test(href);
  return el("a", { href, ...(outside ? { target: "_blank", rel: "noopener noreferrer" } : {}), ...properties }, text);
}

/** A text in a window of its own. */
export function dialog(title, ...content) {
  const window = el("dialog", { "aria-label": title, onclose: () => window.remove() },
    el("div", { class: "row" }, el("h2", {}, title)),
    content,
    el("p", {}, el("button", { type: "button", onclick: () => window.close() }, "Close")));
  document.body.append(window);
  window.showModal();
  return window;
}

/** Asks before something is done that cannot be undone; true where the user agrees. */
export function agreed(title, text, yes, no) {
  return new Promise(answer => {
    const window = el("dialog", { "aria-label": title, onclose: () => {
      window.remove();
      answer(window.returnValue === "yes");
    } },
    el("h2", { class: "first" }, title), el("p", {}, text),
    el("p", { class: "row" }, el("button", { type: "button", autofocus: true, onclick: () => window.close("no") }, no),
      el("button", { type: "button", class: "main", id: "agree", onclick: () => window.close("yes") }, yes)));
    document.body.append(window);
    window.showModal();
  });
}
