// Something under way: how far it is, hold it, go on, end it; then what it came to.

import * as api from "../api.js";
import { el, show, announce, link } from "../dom.js";
import { duration, rate, size, count } from "../format.js";
import { action, finding, picture, problem, saver, trouble } from "../parts.js";
import { fixed } from "./fix.js";
import { gotten } from "./get.js";
import { allowing, FOUND } from "./jobs.js";
import { locked, synced } from "./lock.js";

const TITLES = { make: "Getting", fix: "Fixing", run: "Running", scan: "Looking through the library", lock: "Locking",
  sync: "Comparing with a lock", get: "Models" };
const AGREED = new Set(["make", "fix", "sync", "get"]);
const STATES = { queued: "It waits for another job.", running: "Under way.", paused: "Held. What has arrived is kept.",
  cancelled: "Ended. What has arrived is kept, and is used if you get it again.", done: "Done." };

/** Where such a job belongs in the navigation, if not to everything that was asked. */
const UNDER = { lock: "#/lock", sync: "#/lock", scan: "#/library", fix: "#/workflows" };

export async function jobView(box, [id]) {
  const job = await api.get(`/api/jobs/${id}`);
  box.dataset.under = UNDER[job.order.kind] ?? "";
  const parts = frame(box, job);
  let said = "";
  const update = async next => {
    progress(parts, next);
    controls(parts, next, parts);
    const stopped = next.state === "done" && next.exitCode > 0 && !FOUND[next.order.kind]?.[next.exitCode];
    const words = stopped ? "Stopped. Why is said below." : STATES[next.state];
    if (words !== said) {
      said = words;
      announce(words);
      show(parts.state, el("span", { class: stopped ? "tag bad" : "tag" }, words));
    }
    if (next.state === "done") await end(parts, next);
  };
  await update(job);
  if (job.state === "done" || job.state === "cancelled") return undefined;
  return api.watch(id, update, thrown => show(parts.wrong, trouble(thrown)));
}

function frame(box, job) {
  const parts = { state: el("p"), progress: el("div"), controls: el("div", { class: "row" }),
    wrong: el("div", { "aria-live": "assertive" }), end: el("div"), rows: new Map() };
  parts.total = el("div", { class: "track total" });
  parts.list = el("div");
  parts.said = el("p", { class: "quiet" });
  parts.files = el("details", { open: true, hidden: true }, el("summary", {}, "File by file"), parts.list);
  parts.progress.append(parts.total, parts.said, parts.files);
  parts.title = el("h1", { class: "break" }, heading(job));
  show(box, parts.title,
    el("div", { class: "card" }, parts.state, parts.progress, parts.controls, parts.wrong), parts.end);
  return parts;
}

function heading(job) {
  const what = job.order.kind === "sync" && job.order.plan ? "Getting what a lock says" : TITLES[job.order.kind] ?? "Job";
  return job.title && job.order.kind !== "scan" ? `${what}: ${job.title}` : what;
}

function progress(parts, job) {
  // What is worked on may get its name only once it was read.
  parts.title.textContent = heading(job);
  const fetching = job.tracks.filter(track => track.what === "fetching");
  const live = job.state === "running";
  if (job.plan?.files?.length && AGREED.has(job.order.kind) && job.order.plan && !job.order.noDownload) {
    const known = new Map(fetching.map(track => [track.name, track]));
    const done = job.plan.files.reduce((sum, file) => sum + (known.get(file.name)?.done ?? 0), 0);
    const speed = live ? fetching.filter(track => track.done !== track.total).reduce((sum, track) => sum + track.rate, 0) : 0;
    bar(parts.total, "All files", done, job.plan.bytes, speed, "");
  }
  for (const track of job.tracks) {
    const key = `${track.what} ${track.name}`;
    parts.files.hidden = false;
    if (!parts.rows.has(key)) {
      parts.rows.set(key, el("div", { class: "track" }));
      parts.list.append(parts.rows.get(key));
    }
    const over = track.done === track.total;
    if (track.what === "counting") counted(parts.rows.get(key), track);
    else bar(parts.rows.get(key), track.name, track.done, track.total, live && !over ? track.rate : 0, over ? "complete" : track.note);
  }
  parts.said.textContent = job.said;
}

/** A bar with its name and numbers; made once, changed in place, so that a reader is not disturbed. */
function bar(box, name, done, total, speed, note) {
  if (!box.firstChild) {
    box.append(el("p", { class: "row" }, el("span", { class: "grow break" }, name), el("span", { class: "number" })),
      el("progress", { "aria-label": name }));
  }
  const line = box.querySelector("progress");
  if (total > 0) {
    line.max = total;
    line.value = Math.min(done, total);
  }
  const left = speed > 0 && total > done ? ` · ${rate(speed)} · ${duration((total - done) / speed)} left` : "";
  box.querySelector(".number").textContent = `${size(done)}${total > 0 ? ` of ${size(total)}` : ""}${left}${note ? ` · ${note}` : ""}`;
}

function counted(box, track) {
  if (!box.firstChild) box.append(el("p"), el("progress", { "aria-label": track.name }));
  box.querySelector("progress").max = Math.max(1, track.total);
  box.querySelector("progress").value = track.done;
  box.querySelector("p").textContent = `${track.name}: ${count(track.done)} of ${count(track.total)}`;
}

function controls(parts, job) {
  const key = `${job.state} ${job.ending}`;
  if (parts.controls.dataset.key === key) return;
  parts.controls.dataset.key = key;
  const act = (verb, text, main) => action(text, () => api.post(`/api/jobs/${job.id}/${verb}`),
    { class: main ? "main" : "", id: verb, wrong: parts.wrong });
  const running = job.state === "running" || job.state === "queued";
  const focused = parts.controls.contains(document.activeElement);
  show(parts.controls,
    job.ending ? el("span", { class: "quiet" }, "Ending what is on its way…") : null,
    running && !job.ending && job.order.kind !== "run" ? act("pause", "Pause") : null,
    job.state === "paused" ? act("resume", "Resume", true) : null,
    (running || job.state === "paused") && !job.ending ? act("cancel", "Cancel") : null);
  if (focused) (parts.controls.querySelector("button") ?? parts.state).focus();
}

async function end(parts, job) {
  const document = await api.get(`/api/jobs/${job.id}/document`);
  // What came of it matters now.
  parts.files.open = false;
  const changed = AGREED.has(job.order.kind) && job.order.plan && document.exitCode === 11 && job.order.plan !== job.plan?.digest;
  show(parts.end,
    changed ? el("p", { class: "note warn" }, "What is missing has changed since you looked. Look at it again, and agree to it as it is now.") : null,
    outcome(job, document),
    changed ? null : (document.problems ?? []).map(problem),
    allowing(job, document),
    (document.findings ?? []).length && job.order.kind !== "sync" ? el("details", { open: document.findings.some(one => one.severity !== "info") },
      el("summary", {}, `What to know (${document.findings.length})`),
      document.findings.map(finding)) : null,
    results(job));
}

function outcome(job, document) {
  switch (job.order.kind) {
    case "fix": return fixed(document);
    case "lock": return document.models ? locked(job, document) : null;
    case "sync": return synced(job, document);
    case "get": return gotten(job, document);
    default: return document.exitCode === 0 ? success(job, document) : null;
  }
}

function success(job, document) {
  return el("div", { class: "note good" },
    document.workflow ? el("p", {}, "The workflow is saved: ", el("code", { class: "break" }, document.workflow)) : el("p", {}, "Done."),
    document.workflow ? inComfy(document.workflow) : null,
    job.order.kind === "scan" ? el("p", {}, link("#/library", "To the library", { class: "button main" })) : null,
    el("div", { class: "row" },
      document.workflow ? action("Run it on ComfyUI", async () => {
        const next = await api.begun({ kind: "run", job: job.id, reference: job.title });
        location.hash = `#/job/${next.id}`;
      }, { class: "main" }) : null,
      document.workflow ? opener() : null,
      document.workflow && job.graph ? saver("Save a copy", `/api/jobs/${job.id}/workflow`, fileName(document.workflow)) : null,
      job.graph ? el("a", { class: "button", href: `#/graph/${job.id}` }, "Look at the graph") : null));
}

function fileName(path) {
  return path.split(/[\\/]/).at(-1);
}

/**
 * Where it is found there. No address opens one workflow: ComfyUI's page takes templates only that way
 * (Comfy-Org/ComfyUI_frontend, issue 3696); its list of workflows opens with W (docs.comfy.org/interface/workflows).
 */
function inComfy(path) {
  const below = path.split(/[\\/]/);
  const at = below.lastIndexOf("workflows");
  if (at < 0) return null;
  const folders = below.slice(at + 1, -1);
  return el("p", { id: "in-comfy" }, "In ComfyUI: press ", el("kbd", {}, "W"), " or the ", el("em", {}, "Workflows"), " icon at the left edge",
    folders.length ? [", open ", folders.map((folder, number) => [number ? " / " : "", el("strong", {}, folder)])] : "",
    ", and click ", el("strong", { class: "break" }, below.at(-1).replace(/\.json$/, "")),
    ". If it is not listed yet, press the list's refresh button. A ComfyUI on another computer does not see it there: drop a saved copy onto its canvas.");
}

/** ComfyUI's page. */
function opener() {
  const place = el("span");
  api.get("/api/place").then(where => show(place, /^https?:/.test(where.comfyUrl)
    ? link(where.comfyUrl, "Open ComfyUI", { class: "button" }) : null), () => {});
  return place;
}

function results(job) {
  return el("div", { class: "results" }, job.pictures.filter(name => name.startsWith("result"))
    .map((name, at) => el("figure", {}, picture(`/api/jobs/${job.id}/pictures/${name}`, `Result ${at + 1} of ${job.title}`),
      at === 0 && job.pictures.includes("original") ? el("figcaption", {}, action("Compare with the original", async () => {
        location.hash = `#/compare/${(await api.begun({ kind: "compare", job: job.id, reference: job.title })).id}`;
      })) : null)));
}
