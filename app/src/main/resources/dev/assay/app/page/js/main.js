// Which view is shown, by what stands behind the # of the address.

import * as api from "./api.js";
import { el, show, announce } from "./dom.js";
import { size } from "./format.js";
import { trouble } from "./parts.js";
import { compareView } from "./views/compare.js";
import { fixView } from "./views/fix.js";
import { graphView } from "./views/graph.js";
import { imageView } from "./views/image.js";
import { jobView } from "./views/job.js";
import { jobsView } from "./views/jobs.js";
import { libraryView } from "./views/library.js";
import { workflowsView } from "./views/workflows.js";

const VIEWS = { "": imageView, image: imageView, jobs: jobsView, job: jobView, graph: graphView, compare: compareView,
  library: libraryView, workflows: workflowsView, fix: fixView };
const main = document.getElementById("main");
let leave = () => {};

async function route() {
  leave();
  leave = () => {};
  const [name = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const view = VIEWS[name] ?? imageView;
  mark(name);
  const box = el("div");
  show(main, box);
  try {
    leave = (await view(box, rest)) ?? leave;
  } catch (problem) {
    show(box, el("h1", {}, "Assay"), trouble(problem));
  }
}

function mark(name) {
  const here = { "": "#/", image: "#/", job: "#/jobs", fix: "#/workflows" }[name] ?? `#/${name}`;
  for (const item of document.querySelectorAll("#views a")) {
    if (item.getAttribute("href") === here) item.setAttribute("aria-current", "page");
    else item.removeAttribute("aria-current");
  }
}

async function place() {
  const where = await api.get("/api/place");
  document.getElementById("place").textContent = where.comfy
    ? `${where.comfy} · ${size(where.freeBytes)} free`
    : "No ComfyUI folder: start with --comfy DIR";
}

document.getElementById("skip").addEventListener("click", () => main.focus());
addEventListener("hashchange", async () => {
  await route();
  main.focus();
  announce(document.querySelector("h1")?.textContent ?? "");
});

// A file that misses its target must not replace the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, event => event.preventDefault());

try {
  await api.begin();
  await place();
  await route();
} catch (problem) {
  show(main, el("h1", {}, "This page is not open yet"), trouble(problem));
}
