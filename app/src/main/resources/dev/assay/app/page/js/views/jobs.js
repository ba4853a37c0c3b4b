// All jobs: what was looked at, what is under way, what is done.

import * as api from "../api.js";
import { announce, el, show } from "../dom.js";
import { time, words } from "../format.js";
import { action } from "../parts.js";
import { naming } from "./get.js";

const TONES = { running: "info", queued: "info", paused: "warn", cancelled: "warn", done: "good" };
const NAMES = { show: "Look", make: "Get", fix: "Fix", scan: "Scan", workflows: "Workflows", run: "Run", compare: "Compare",
  lock: "Lock", sync: "Sync", doctor: "Doctor", get: "Models" };

/** What an exit code means, in two words; where it tells what was found, and not that nothing came of it, it is no failure. */
const STOPPED = { 1: "defect", 2: "not understood", 3: "no such image", 4: "another image", 5: "no access", 6: "too little is known",
  7: "a model is missing", 8: "not what was promised", 9: "no connection", 10: "this computer", 11: "not agreed", 12: "assumed" };
export const FOUND = { workflows: { 7: "lacks something", 8: "differs" }, fix: { 7: "lacks something" },
  sync: { 7: "lacks something", 8: "differs" }, doctor: { 2: "not well", 5: "not well", 9: "not well", 10: "not well" } };

export async function jobsView(box) {
  show(box, el("h1", {}, "Getting, and all that was asked"), naming(), await history(300));
}

/** The latest of them, of these kinds, or of all. */
export async function history(most, kinds, none = "Nothing was asked yet.") {
  const all = (await api.get("/api/jobs")).jobs;
  const jobs = kinds ? all.filter(job => kinds.includes(job.order.kind)) : all;
  if (!jobs.length) return el("p", { class: "quiet apart" }, none);
  const under = jobs.filter(job => job.state !== "done" && job.state !== "cancelled");
  const before = jobs.filter(job => !under.includes(job)).slice(0, most);
  return [list("under-way", "Under way", under), list("history", "Before", before)];
}

function list(id, title, jobs) {
  return jobs.length ? el("section", { "aria-labelledby": id }, el("h2", { id }, title),
    el("ul", { class: "plain list" }, jobs.map(job => row(job)))) : null;
}

/** Where a job is looked at. */
export function place(job) {
  return { show: `#/image/${job.id}`, compare: `#/compare/${job.id}`, workflows: `#/fix/${job.id}`, doctor: `#/doctor/${job.id}` }[job.order.kind] ?? `#/job/${job.id}`;
}

/** For a job that was held or ended before it came to anything: it goes on, or is asked anew, when its user says so. */
export function held(job) {
  const paused = job.state === "paused";
  return el("p", {}, paused ? "It was interrupted. " : "It was ended. ", action(paused ? "Go on" : "Ask again", async () => {
    const next = paused ? await api.post(`/api/jobs/${job.id}/resume`) : await api.begun(job.order);
    if (next.id === job.id) location.reload();
    else location.replace(place(next));
  }, { class: "main", id: "go-on" }));
}

/** What such a job is before anybody has agreed to its plan. */
const LOOKS = { make: "show", fix: "workflows" };

/** Formats that can run code are left out of a plan, which says so; whoever trusts their author has it made with them. */
export function allowing(job, document) {
  if (job.order.allowPickle || !JSON.stringify(document).includes("--allow-pickle")) return null;
  return el("p", {}, action("Allow formats that can run code, and look again", async () => {
    const { plan, ...order } = job.order;
    const next = await api.begun({ ...order, kind: LOOKS[order.kind] ?? order.kind, allowPickle: true });
    location.hash = place(next);
  }, { id: "allow-pickle", "aria-describedby": "allow-pickle-why" }), " ",
  el("span", { class: "quiet", id: "allow-pickle-why" }, "Pickles (.ckpt, .pt and the like) can run anything when they are loaded: only from authors whom you trust."
    + " What the site's scan calls dangerous is never fetched."));
}

export function isHeld(job) {
  return job.state === "paused" || job.state === "cancelled";
}

function row(job) {
  const [tone, text] = state(job);
  const title = job.title || words(job.order.kind);
  const item = el("li", { class: "row" },
    el("span", { class: "tag" }, NAMES[job.order.kind] ?? job.order.kind),
    el("a", { class: "break grow", href: place(job) }, title),
    el("span", { class: `tag ${tone}` }, text),
    el("time", { class: "quiet", datetime: job.createdAt }, time(job.createdAt)),
    job.state === "running" || job.state === "queued" ? null
      : action("Forget", async () => {
        await api.remove(`/api/jobs/${job.id}`);
        item.remove();
        announce(`${title} is forgotten.`);
      }, { "aria-label": `Forget ${title}` }));
  return item;
}

function state(job) {
  if (job.state !== "done" || !job.exitCode) return [TONES[job.state], words(job.state)];
  const found = FOUND[job.order.kind]?.[job.exitCode];
  return found ? ["warn", found] : ["bad", `stopped: ${STOPPED[job.exitCode] ?? job.exitCode}`];
}
