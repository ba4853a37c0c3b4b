// Draws a workflow as ComfyUI would: nodes with slots and values, links, groups. The canvas is an SVG whose view is moved.

import { el, svg } from "./dom.js";

const TITLE = 30, SLOT = 20, WIDGET = 22, TEXT = 66, PAD = 6;
const READABLE = 0.55;
const COLOURS = { MODEL: "#b39ddb", CLIP: "#e0b400", VAE: "#ff6e6e", CONDITIONING: "#ffa931", LATENT: "#ff9cf9",
  IMAGE: "#64b5f6", MASK: "#81c784", INT: "#7fb8a8", FLOAT: "#8aa9c9", STRING: "#9bbf85", CONTROL_NET: "#00d78d" };

function colour(type) {
  return COLOURS[type] ?? "#9aa7b0";
}

/** One level of a drawing, in a box of its own. pins: what is to be shown on which node. Returns {element, select}. */
export function canvas(level, pins, onSelect) {
  const shapes = new Map(level.nodes.map(node => [node.id, shape(node)]));
  const root = svg("svg", { class: "canvas", role: "group", "aria-label": `Graph with ${level.nodes.length} nodes`, tabindex: 0 });
  root.append(
    ...level.groups.map(group),
    ...level.links.map(link => wire(link, shapes)).filter(Boolean),
    ...level.nodes.map(node => draw(shapes.get(node.id), pins.get(node.id) ?? [], onSelect)));
  const all = bounds(level, shapes);
  const view = camera(root, all);
  return { element: el("div", { class: "stage" }, root, toolbar(view)), view };
}

/** Where everything of a node goes. */
function shape(node) {
  if (node.collapsed) return { node, height: 0, widgets: [], input: () => -TITLE / 2, output: () => -TITLE / 2 };
  const sockets = node.inputs.filter(slot => !slot.widget);
  const top = Math.max(sockets.length, node.outputs.length) * SLOT + PAD;
  let y = top;
  const widgets = node.widgets.map(widget => {
    const high = widget.value.length > 40 || widget.value.includes("\n") ? TEXT : WIDGET;
    const at = { widget, y, high };
    y += high + 4;
    return at;
  });
  const input = number => {
    const slot = node.inputs[number];
    if (!slot) return top / 2;
    if (!slot.widget) return (sockets.indexOf(slot) + 0.6) * SLOT;
    const at = widgets.find(one => one.widget.name === slot.name);
    return at ? at.y + WIDGET / 2 : top;
  };
  return { node, widgets, height: Math.max(node.height, y + PAD), input, output: number => (number + 0.6) * SLOT };
}

function draw({ node, widgets, height, input, output }, pinned, onSelect) {
  const select = () => onSelect(node, pinned);
  const body = svg("g", { class: `node ${node.mode}`, transform: `translate(${node.x} ${node.y})`, tabindex: 0, role: "group", "aria-roledescription": "node",
    "data-node": node.id, "aria-label": `${node.title}, node ${node.id}${pinned.length ? `, ${pinned.length} to know` : ""}`,
    onclick: select, onkeydown: event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select(); } } },
  svg("rect", { class: "body", y: -TITLE, width: node.width, height: height + TITLE, rx: 8 }),
  svg("path", { class: "head", d: `M0 0v${-TITLE + 8}a8 8 0 0 1 8 -8h${node.width - 16}a8 8 0 0 1 8 8v${TITLE - 8}z` }),
  text(node.title, 10, -10, node.width - 20, "title"));
  if (!node.collapsed) {
    node.inputs.forEach((slot, at) => body.append(...socket(slot, 0, input(at), slot.widget ? 0 : node.width / 2, "start")));
    node.outputs.forEach((slot, at) => body.append(...socket(slot, node.width, output(at), node.width / 2, "end")));
    widgets.forEach(({ widget, y, high }) => body.append(...field(widget, y, high, node.width)));
  }
  if (pinned.length) body.append(...pin(node, pinned));
  return body;
}

function socket(slot, x, y, room, anchor) {
  const dot = svg("circle", { class: "slot", cx: x, cy: y, r: 5, fill: colour(slot.type) }, svg("title", {}, `${slot.name}: ${slot.type}`));
  return room ? [dot, text(slot.name || slot.type, anchor === "start" ? 12 : x - 12, y + 4, room, "label", anchor)] : [dot];
}

function field(widget, y, high, width) {
  const lines = high === WIDGET ? [`${widget.name}: ${widget.value}`] : wrap(widget.value, (width - 30) / 6.6, 3);
  return [svg("rect", { class: "field", x: 10, y, width: width - 20, height: high, rx: 5 }),
    ...lines.map((line, at) => text(line, 16, y + 15 + at * 18, width - 32, "value"))];
}

function pin(node, pinned) {
  const bad = pinned.some(one => one.tone === "bad");
  const tone = bad ? "bad" : pinned.some(one => one.tone === "warn") ? "warn" : "info";
  return [svg("circle", { class: `pin ${tone}`, cx: node.width - 4, cy: -TITLE + 2, r: 11 },
    svg("title", {}, pinned.map(one => one.text).join("\n"))),
  svg("text", { class: "pin-count", "aria-hidden": "true", x: node.width - 4, y: -TITLE + 6, "text-anchor": "middle" }, pinned.length)];
}

function text(content, x, y, room, style, anchor = "start") {
  const most = Math.max(3, Math.floor(room / (style === "title" ? 7.4 : 6.6)));
  const short = content.length > most ? `${content.slice(0, most - 1)}…` : content;
  return svg("text", { class: style, x, y, "text-anchor": anchor, "aria-hidden": "true" }, short, short === content ? null : svg("title", {}, content));
}

function wrap(content, most, lines) {
  const all = [];
  let rest = content.replace(/\s+/g, " ");
  while (rest && all.length < lines) {
    const cut = rest.length <= most ? rest.length : Math.max(rest.lastIndexOf(" ", most), Math.floor(most / 2));
    all.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  if (rest) all[all.length - 1] += "…";
  return all;
}

function wire(link, shapes) {
  const from = shapes.get(link.source);
  const to = shapes.get(link.target);
  if (!from || !to) return null;
  const [x1, y1] = [from.node.x + from.node.width, from.node.y + from.output(link.output)];
  const [x2, y2] = [to.node.x, to.node.y + to.input(link.input)];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return svg("path", { class: "wire", "data-link": link.id, stroke: colour(link.type),
    d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` }, svg("title", {}, link.type));
}

function group(one) {
  return svg("g", { class: "group" }, svg("rect", { x: one.x, y: one.y, width: one.width, height: one.height, rx: 8 }),
    text(one.title, one.x + 12, one.y + 24, one.width - 24, "title"));
}

function bounds(level, shapes) {
  const boxes = [...level.nodes.map(node => ({ ...node, y: node.y - TITLE, height: shapes.get(node.id).height + TITLE })), ...level.groups];
  if (!boxes.length) return { x: 0, y: 0, width: 400, height: 300 };
  const x = Math.min(...boxes.map(box => box.x)) - 30;
  const y = Math.min(...boxes.map(box => box.y)) - 30;
  return { x, y, width: Math.max(...boxes.map(box => box.x + box.width)) + 30 - x,
    height: Math.max(...boxes.map(box => box.y + box.height)) + 30 - y };
}

/** Moves the view: drag or arrows, wheel or plus and minus, 0 for all of it. */
function camera(root, all) {
  let view = { ...all };
  const apply = () => root.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const zoom = (factor, cx = 0.5, cy = 0.5) => {
    const width = Math.min(all.width * 4, Math.max(150, view.width * factor));
    const by = width / view.width;
    view = { x: view.x + view.width * cx * (1 - by), y: view.y + view.height * cy * (1 - by), width, height: view.height * by };
    apply();
  };
  const move = (dx, dy) => { view.x += dx * view.width; view.y += dy * view.height; apply(); };
  const fit = () => { view = { ...all }; apply(); };
  root.addEventListener("wheel", event => {
    event.preventDefault();
    const box = root.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  root.addEventListener("keydown", event => {
    const step = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] }[event.key];
    if (step) move(...step);
    else if (event.key === "+" || event.key === "=") zoom(1 / 1.25);
    else if (event.key === "-") zoom(1.25);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
  // Whoever goes from node to node by keyboard must see where they are.
  root.addEventListener("focusin", event => {
    const at = /translate\((\S+) (\S+)\)/.exec(event.target.getAttribute("transform") ?? "");
    if (!at || event.target.matches(":active")) return;
    const [x, y] = [Number(at[1]), Number(at[2])];
    const box = event.target.getBBox();
    const seen = x > view.x && y - TITLE > view.y && x + box.width < view.x + view.width && y + box.height < view.y + view.height;
    if (!seen) view = { ...view, x: x + (box.width - view.width) / 2, y: y + (box.height - view.height) / 2 };
    apply();
  });
  drag(root, (dx, dy) => {
    const box = root.getBoundingClientRect();
    const scale = Math.max(view.width / box.width, view.height / box.height);
    view.x -= dx * scale;
    view.y -= dy * scale;
    apply();
  });
  // A long graph begins where it begins, large enough to be read; all of it is one key away.
  new ResizeObserver((_, observer) => {
    const box = root.getBoundingClientRect();
    if (!box.width) return;
    observer.disconnect();
    const scale = Math.min(box.width / all.width, box.height / all.height);
    if (scale < READABLE) {
      const [width, height] = [box.width / READABLE, box.height / READABLE];
      view = { x: all.x, y: all.y - Math.max(0, (height - all.height) / 2), width, height };
    }
    apply();
  }).observe(root);
  apply();
  return { zoom, fit };
}

function drag(root, onMove) {
  let last = null;
  root.addEventListener("pointerdown", event => { last = event; });
  root.addEventListener("pointermove", event => {
    if (!last || !(event.buttons & 1)) return;
    onMove(event.clientX - last.clientX, event.clientY - last.clientY);
    last = event;
  });
  for (const kind of ["pointerup", "pointerleave"]) root.addEventListener(kind, () => { last = null; });
}

function toolbar({ zoom, fit }) {
  const button = (label, text, act) => el("button", { type: "button", "aria-label": label, title: label, onclick: act }, text);
  return el("div", { class: "tools", role: "toolbar", "aria-label": "View of the graph" },
    button("Nearer", "+", () => zoom(1 / 1.25)), button("Farther", "−", () => zoom(1.25)), button("All of it", "⤢", fit));
}

