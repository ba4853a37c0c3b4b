// All jobs: what was looked at, what is under way, what is done.

import * as api from "../api.js";
import { el, show } from "../dom.js";
import { time, words } from "../format.js";

const TONES = { running: "info", queued: "info", paused: "warn", cancelled: "warn", done: "good" };
const NAMES = { show: "Look", make: "Get", fix: "Fix", scan: "Scan", workflows: "Workflows", run: "Run", compare: "Compare" };

export async function jobsView(box) {
  show(box, el("h1", {}, "Getting, and everything else that was asked"), await history(300));
}

/** The latest of them. */
export async function history(most) {
  const { jobs } = await api.get("/api/jobs");
  if (!jobs.length) return el("p", { class: "quiet" }, "Nothing was asked yet.");
  const list = el("ul", { class: "plain list" }, jobs.slice(0, most).map(job => row(job)));
  return el("section", { "aria-labelledby": "history" }, el("h2", { id: "history" }, "Before"), list);
}

/** Where a job is looked at. */
export function place(job) {
  return { show: `#/image/${job.id}`, compare: `#/compare/${job.id}`, workflows: `#/fix/${job.id}` }[job.order.kind] ?? `#/job/${job.id}`;
}

function row(job) {
  const failed = job.state === "done" && job.exitCode > 0;
  const item = el("li", { class: "row" },
    el("span", { class: "tag" }, NAMES[job.order.kind] ?? job.order.kind),
    el("a", { class: "break grow", href: place(job) }, job.title || words(job.order.kind)),
    el("span", { class: `tag ${failed ? "bad" : TONES[job.state]}` }, failed ? `stopped (${job.exitCode})` : words(job.state)),
    el("time", { class: "quiet", datetime: job.createdAt }, time(job.createdAt)),
    job.state === "running" || job.state === "queued" ? null
      : el("button", { type: "button", "aria-label": `Forget ${job.title}`, onclick: async () => {
        await api.remove(`/api/jobs/${job.id}`);
        item.remove();
      } }, "Forget"));
  return item;
}
