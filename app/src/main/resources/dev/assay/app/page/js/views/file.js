// A workflow file that was dropped: its graph, itself in either form, and the lock of what it needs.

import * as api from "../api.js";
import { el, link, show } from "../dom.js";
import { action, dropZone, finding, problem, save } from "../parts.js";

const FORMS = [
  { to: "ui", title: "For ComfyUI's page", text: "The UI format: opens on the canvas, with every node in its place.", suffix: ".json" },
  { to: "api", title: "For programs", text: "The API format: what the engine runs, as scripts send it.", suffix: ".api.json" },
];

export async function fileView(box, [id]) {
  if (!id) {
    show(box, el("h1", {}, "A workflow of your own"), zone());
    return;
  }
  const given = await Promise.all(FORMS.map(form => api.get(`/api/files/${id}/workflow?to=${form.to}`)));
  const name = given[0].workflow;
  const none = given.every(one => one.exitCode === 2 || one.exitCode === 10);
  show(box, el("h1", { class: "break" }, `A workflow: ${name}`),
    none ? given[0].problems.map(problem) : [
      el("div", { class: "card row" },
        given[0].result ? link(`#/graph/file/${id}`, "Look at the graph", { class: "button main" }) : null,
        action("What it needs", async () => {
          location.hash = `#/fix/${(await api.begun({ kind: "workflows", file: id })).id}`;
        }, { id: "needs" }),
        action("Lock what it needs", async () => {
          location.hash = `#/job/${(await api.begun({ kind: "lock", file: id })).id}`;
        }, { id: "lock" }),
        action("Run it on ComfyUI", async () => {
          location.hash = `#/job/${(await api.begun({ kind: "run", file: id, reference: name })).id}`;
        }, { id: "run" })),
      el("h2", {}, "Save it in either form"),
      el("div", { class: "cards" }, FORMS.map((form, at) => converted(form, given[at], name)))],
    el("h2", {}, "Another one"), zone());
}

/** Drops lead here from other views too. */
export function zone(text = "Drop a workflow, or an image that carries one, or press to choose one") {
  return dropZone(text, async file => {
    location.hash = `#/file/${(await api.upload(file)).id}`;
  });
}

function converted(form, document, name) {
  const as = name.replace(/(\.api)?\.[^.]*$/i, "") + form.suffix;
  return el("section", { class: "card", "aria-label": form.title },
    el("h3", {}, form.title), el("p", { class: "quiet" }, form.text),
    document.result ? el("p", {}, action(`Save ${as}`, async () => save(document.result, as), { id: `save-${form.to}`, class: "main" })) : null,
    document.problems.map(problem),
    document.findings.length ? el("details", {}, el("summary", {}, `What to know (${document.findings.length})`), document.findings.map(finding)) : null);
}
