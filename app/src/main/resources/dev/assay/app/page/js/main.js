// Which view is shown, by what stands behind the # of the address.

import * as api from "./api.js";
import { el, show, announce } from "./dom.js";
import { size } from "./format.js";
import { trouble } from "./parts.js";
import { cacheView } from "./views/cache.js";
import { compareView } from "./views/compare.js";
import { doctorView } from "./views/doctor.js";
import { fileView } from "./views/file.js";
import { fixView } from "./views/fix.js";
import { graphView } from "./views/graph.js";
import { imageView } from "./views/image.js";
import { jobView } from "./views/job.js";
import { jobsView } from "./views/jobs.js";
import { libraryView } from "./views/library.js";
import { lockView } from "./views/lock.js";
import { workflowsView } from "./views/workflows.js";

const VIEWS = { "": imageView, image: imageView, jobs: jobsView, job: jobView, graph: graphView, compare: compareView,
  library: libraryView, workflows: workflowsView, fix: fixView, file: fileView, lock: lockView, doctor: doctorView, cache: cacheView };
const main = document.getElementById("main");
let leave = () => {};
let shown = 0;

async function route() {
  leave();
  leave = () => {};
  const here = ++shown;
  const [name = "", ...rest] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  const view = VIEWS[name] ?? imageView;
  mark(name);
  const box = el("div");
  show(main, box);
  try {
    const end = (await view(box, rest)) ?? (() => {});
    // Whoever went on meanwhile is elsewhere: what the view listens to would never be let go.
    if (here !== shown) {
      end();
      return;
    }
    leave = end;
    if (box.dataset.under) markAt(box.dataset.under);
  } catch (problem) {
    show(box, el("h1", {}, "Assay"), trouble(problem));
  }
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function mark(name) {
  markAt({ "": "#/", image: "#/", job: "#/jobs", fix: "#/workflows", file: "#/workflows", cache: "#/doctor" }[name] ?? `#/${name}`);
}

function markAt(here) {
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
  // What is free changes with what was got; where the program is gone, the view tells.
  place().catch(() => {});
  await route();
  main.focus();
  announce(document.querySelector("h1")?.textContent ?? "");
});

// A file that misses its target must not replace the page; where only one place takes files, that is meant.
addEventListener("dragover", event => event.preventDefault());
addEventListener("drop", event => {
  event.preventDefault();
  taker()?.take(event.dataTransfer);
});
addEventListener("paste", event => {
  if (event.clipboardData?.files.length) taker()?.take(event.clipboardData);
});

function taker() {
  const takers = main.querySelectorAll(".takes");
  return takers.length === 1 ? takers[0] : null;
}

try {
  await api.begin();
  await place();
  await route();
} catch (problem) {
  show(main, el("h1", {}, "This page is not open yet"), trouble(problem));
}
