// The graph of a job's workflow, or of a workflow file that is dropped here.

import * as api from "../api.js";
import { announce, el, link, show } from "../dom.js";
import { words } from "../format.js";
import { canvas } from "../graph.js";
import { dropZone } from "../parts.js";
import { place } from "./jobs.js";

const TONES = { error: "bad", warning: "warn", info: "info" };

/** Which classes of nodes a finding is about, by the words of its code; a file's name in it is more exact. */
const CONCERNS = [
  [/SAMPLER|SCHEDULE|NOISE|CFG|STEPS|SEED|DENOISE|V_PREDICTION/, /Sampler|Scheduler|Noise|Guider/],
  [/CLIP_SKIP/, /CLIPSetLastLayer/],
  [/PROMPT|EMBEDDING|TOKEN/, /TextEncode/],
  [/SIZE|WIDTH|HEIGHT|LATENT/, /Empty.*Latent/],
  [/VAE/, /VAE(Loader|Decode)/],
  [/UPSCALE|HIRES/, /Upscale/],
];

export async function graphView(box, [kind, id]) {
  if (kind === "file") return shown(box, `/api/files/${id}/graph`, "a workflow file", {}, `#/file/${id}`);
  if (!kind) return beginning(box);
  const job = await api.get(`/api/jobs/${kind}`);
  const document = await api.get(`/api/jobs/${kind}/document`).catch(() => ({}));
  return shown(box, `/api/jobs/${kind}/graph`, job.title, document, place(job));
}

async function beginning(box) {
  const { jobs } = await api.get("/api/jobs");
  const drawn = jobs.filter(job => job.graph).slice(0, 20);
  show(box, el("h1", {}, "Graph"),
    dropZone("Drop a workflow, or an image that carries one, or press to choose one", async file => {
      location.hash = `#/graph/file/${(await api.upload(file)).id}`;
    }),
    drawn.length ? [el("h2", {}, "Of images that were looked at"), el("ul", { class: "plain list" }, drawn.map(job =>
      el("li", {}, el("a", { href: `#/graph/${job.id}` }, job.title))))] : null);
}

async function shown(box, path, title, document, from) {
  const drawing = await api.get(path);
  const stage = el("div");
  const facts = el("aside", { class: "card facts-of-node", tabindex: 0, "aria-live": "polite", "aria-label": "The chosen node" },
    el("p", { class: "quiet" }, "Choose a node to see all its values."));
  const open = level => show(stage, canvas(level, pins(level, document), (node, pinned) => {
    show(facts, nodeFacts(node, pinned, drawing, open));
    for (const one of stage.querySelectorAll(".node.chosen")) one.classList.remove("chosen");
    stage.querySelector(`[data-node="${CSS.escape(node.id)}"]`)?.classList.add("chosen");
  }).element);
  show(box, el("h1", { class: "break" }, `Graph: ${title}`),
    drawing.levels.length > 1 ? el("p", { class: "row" }, "Level: ", drawing.levels.map(level =>
      el("button", { type: "button", onclick: () => open(level) }, level.id ? level.title : "Workflow"))) : null,
    el("p", {}, link(from, from.startsWith("#/file") ? "Save it in either form, lock it or run it" : `Back to ${title}`)),
    el("p", { class: "quiet" }, "Drag or arrows move it, the wheel or + and − change its size, 0 shows all. Tab goes from node to node."),
    el("div", { class: "graph" }, stage, facts),
    lists(drawing));
  open(drawing.levels[0]);
  announce(`${drawing.levels[0].nodes.length} nodes, ${drawing.levels[0].links.length} links.`);
}

function nodeFacts(node, pinned, drawing, open) {
  const inner = drawing.levels.find(level => level.id && level.id === node.type);
  return [el("h2", { class: "first break" }, node.title),
    el("p", { class: "quiet break" }, `${node.type || "border"} · node ${node.id}${node.mode === "active" ? "" : ` · ${node.mode}`}`),
    pinned.map(one => el("div", { class: `note ${one.tone}` }, el("p", {}, one.text))),
    inner ? el("button", { type: "button", onclick: () => open(inner) }, "Look inside") : null,
    node.widgets.length ? el("dl", {}, node.widgets.map(widget =>
      [el("dt", {}, words(widget.name)), el("dd", { class: "break" }, el("pre", {}, widget.value))])) : null,
    node.inputs.length ? el("p", { class: "quiet" }, `Inputs: ${node.inputs.map(slot => slot.name).join(", ")}`) : null,
    node.outputs.length ? el("p", { class: "quiet" }, `Outputs: ${node.outputs.map(slot => slot.name || slot.type).join(", ")}`) : null];
}

/** The same as a list, for whom a drawing says nothing. */
function lists(drawing) {
  return el("details", {}, el("summary", {}, "All links as a list"),
    drawing.levels.map(level => {
      const names = new Map(level.nodes.map(node => [node.id, node]));
      return el("ul", {}, level.links.map(link => el("li", {},
        `${names.get(link.source)?.title ?? link.source} (${link.type}) → ${names.get(link.target)?.title ?? link.target}: `
        + `${names.get(link.target)?.inputs[link.input]?.name ?? link.input}`)));
    }));
}

/** What is to be known, on the nodes it concerns. */
function pins(level, document) {
  const pins = new Map();
  const put = (node, tone, text) => pins.set(node.id, [...(pins.get(node.id) ?? []), { tone, text }]);
  for (const one of document.findings ?? []) {
    for (const node of concerned(level, one)) put(node, TONES[one.severity] ?? "info", one.message);
  }
  for (const one of document.ingredients ?? []) {
    if (one.state.kind !== "missing" && one.state.kind !== "unavailable") continue;
    const name = (one.state.path ?? one.resolution.file?.name ?? one.name).split(/[\\/]/).at(-1);
    for (const node of level.nodes.filter(node => loads(node, name))) put(node, one.state.kind === "missing" ? "warn" : "bad",
      `${name} is ${one.state.kind}.`);
  }
  return pins;
}

function concerned(level, finding) {
  const named = level.nodes.filter(node => node.widgets.some(widget =>
    widget.value.length > 3 && finding.message.includes(`"${widget.value}"`)));
  if (named.length) return named;
  const classes = CONCERNS.find(([code]) => code.test(finding.code))?.[1];
  return classes ? level.nodes.filter(node => classes.test(node.type)).slice(0, 1) : [];
}

function loads(node, name) {
  return node.widgets.some(widget => widget.value.split(/[\\/]/).at(-1) === name);
}
