// The models that are there: filtered as one types, however many; what is double, broken or unused; where the space goes.

import * as api from "../api.js";
import { announce, el, show } from "../dom.js";
import { count, size, words } from "../format.js";
import { action, problem } from "../parts.js";
import { rows } from "../rows.js";
import { treemap } from "../treemap.js";

const HIGH = 60;
const ORDERS = {
  name: (one, other) => one.title.localeCompare(other.title),
  size: (one, other) => other.size - one.size,
  kind: (one, other) => one.kind.localeCompare(other.kind) || one.title.localeCompare(other.title),
};

export async function libraryView(box) {
  show(box, el("h1", {}, "Library"), el("progress", { "aria-label": "The library is being read" }));
  const document = await api.get("/api/library");
  const full = document.files?.length;
  const scan = action(full ? "Look through the folders again" : "Look through the folders", async () => {
    location.hash = `#/job/${(await api.begun({ kind: "scan", reference: "library" })).id}`;
  }, { class: full ? "" : "main", id: "scan" });
  if (!document.files?.length) {
    show(box, el("h1", {}, "Library"), (document.problems ?? []).map(problem),
      el("p", {}, "The library is empty. Looking through the folders reads each model once, and remembers what it is."), scan);
    return;
  }
  const models = document.files.map((file, at) => model(file, at));
  const doubles = new Set(document.duplicates.flatMap(set => set.paths));
  show(box, el("h1", {}, "Library"), scan, notes(document), table(models, doubles), space(models));
}

function model(file, at) {
  const named = file.site?.modelName ? `${file.site.modelName} · ${file.site.versionName}` : "";
  const title = file.name || file.path;
  return { at, file, title, size: file.size, kind: file.kind, family: file.family, path: file.path, named,
    text: `${title} ${named} ${file.kind} ${file.family} ${file.variant} ${file.folder} ${file.sha256} ${file.autoV2}`.toLowerCase() };
}

function notes(document) {
  const cost = document.duplicates.reduce((sum, set) => sum + set.cost, 0);
  return [document.notes.map(note => el("p", { class: "note info" }, note)),
    cost ? el("p", { class: "note warn" }, `${count(document.duplicates.length)} contents are there more than once, which costs ${size(cost)}.`) : null];
}

function table(models, doubles) {
  const found = el("p", { class: "quiet", role: "status" });
  const search = el("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: "false",
    placeholder: "name, kind, family, hash…" });
  const kind = chooser("kind", "Kind", models.map(one => one.kind));
  const family = chooser("family", "Family", models.map(one => one.family));
  const order = select("order", "Order", [["name", "name"], ["size", "size"], ["kind", "kind"]]);
  const only = select("only", "Only", [["", "all"], ["double", "more than once"], ["broken", "broken"],
    ["unused", "unused"], ["gone", "gone or changed"]]);
  const list = rows(HIGH, "Models", row);
  let unused = null;
  const filter = async () => {
    if (only.box.value === "unused" && !unused) unused = await unusedPaths(found);
    const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const keep = { "": () => true, double: one => doubles.has(one.path), broken: one => one.file.damage,
      unused: one => unused?.has(one.path), gone: one => one.file.presence !== "there" }[only.box.value];
    const shown = models.filter(one => terms.every(term => one.text.includes(term)) && keep(one)
      && (!kind.box.value || one.kind === kind.box.value) && (!family.box.value || one.family === family.box.value));
    shown.sort(ORDERS[order.box.value]);
    list.show(shown);
    found.textContent = `${count(shown.length)} of ${count(models.length)} models, ${size(shown.reduce((sum, one) => sum + one.size, 0))}`;
  };
  search.addEventListener("input", filter);
  for (const one of [kind, family, order, only]) one.box.addEventListener("change", filter);
  queueMicrotask(filter);
  return el("section", { "aria-labelledby": "models" }, el("h2", { id: "models" }, "Models"),
    el("div", { class: "filters" }, el("div", { class: "grow" }, el("label", { for: "filter" }, "Filter"), search),
      kind.element, family.element, only.element, order.element),
    found, list.element);
}

async function unusedPaths(found) {
  found.textContent = "Looking into the workflows…";
  const document = await api.get("/api/library?unused=true");
  for (const note of document.notes) announce(note);
  return new Set(document.files.map(file => file.path));
}

function chooser(id, label, values) {
  return select(id, label, [["", "all"], ...[...new Set(values)].sort().map(value => [value, words(value)])]);
}

function select(id, label, options) {
  const box = el("select", { id }, options.map(([value, text]) => el("option", { value }, text)));
  return { box, element: el("div", {}, el("label", { for: id }, label), box) };
}

function row(one) {
  const { file } = one;
  return [el("div", { role: "cell", class: "grow" },
    el("p", { class: "name" }, one.named || one.title), el("p", { class: "quiet name", title: one.path }, one.path)),
  el("div", { role: "cell", class: "tags" }, el("span", { class: "tag" }, words(one.kind)),
    el("span", { class: "tag info" }, words(one.family)),
    file.damage ? el("span", { class: "tag bad", title: file.damage.words }, "broken") : null,
    file.misplaced ? el("span", { class: "tag warn", title: file.misplaced }, "misplaced") : null,
    file.presence === "there" ? null : el("span", { class: "tag warn" }, words(file.presence))),
  el("div", { role: "cell", class: "number" }, size(one.size))];
}

/** Where the space goes: by kind, and inside by file. */
function space(models) {
  return el("section", { "aria-labelledby": "space" }, el("h2", { id: "space" }, "Where the space goes"), treemap(models));
}
