// What would make a workflow run, or all of them: shown first, done when the user agrees to just that.

import * as api from "../api.js";
import { announce, el, link, show } from "../dom.js";
import { counted, size } from "../format.js";
import { action, problem, trouble } from "../parts.js";
import { allowing, held, isHeld } from "./jobs.js";
import { missing, outsiders } from "./workflows.js";

export async function fixView(box, [id]) {
  const job = await api.get(`/api/jobs/${id}`);
  if (job.state === "done") {
    await planned(box, job);
    return undefined;
  }
  const title = el("h1", { class: "break" }, `${outside(job) ? "What it needs" : "What would make it run"}: ${subject(job)}`);
  if (isHeld(job)) {
    show(box, title, held(job));
    return undefined;
  }
  show(box, title, el("progress", { "aria-label": "Making the plan" }));
  return api.watch(id, async next => {
    if (isHeld(next)) show(box, title, held(next));
    if (next.state !== "done") return;
    await planned(box, next);
    announce("The plan is made.");
  }, thrown => box.append(trouble(thrown)));
}

function subject(job) {
  return job.order.reference || job.order.file ? job.title.replace(/^workflows[\\/]/, "") : "all workflows";
}

async function planned(box, job) {
  const document = await api.get(`/api/jobs/${job.id}/document`);
  show(box, el("h1", { class: "break" }, `${outside(job) ? "What it needs" : "What would make it run"}: ${subject(job)}`),
    (document.problems ?? []).map(problem),
    (document.notes ?? []).map(note => el("p", { class: "note info" }, note)),
    outside(job) ? outsiders(document) : null,
    document.fix ? agreement(job, document.fix.plan) : null,
    outside(job) ? missing(document) : null,
    document.fix ? plan(document.fix.plan) : null,
    allowing(job, document),
    el("p", {}, el("a", { class: "button", href: "#/workflows" }, "All workflows")));
}

/** Whether it is a workflow that is not in ComfyUI's own list: then nothing has told yet what it needs. */
function outside(job) {
  return Boolean(job.order.file) || !/^(workflows[\\/]|$)/.test(job.order.reference);
}

/** One button, for exactly what is shown below it. */
function agreement(job, { fetches, rewirings, digest }) {
  if (!fetches.length && !rewirings.length) return el("p", { class: "note info" }, "There is nothing that Assay would fetch or change.");
  const inPlace = el("input", { type: "checkbox", id: "in-place" });
  const bytes = fetches.reduce((sum, one) => sum + one.bytes, 0);
  const unknown = fetches.some(one => !one.bytes);
  const parts = [fetches.length ? `fetch ${counted(fetches.length, "model")}, ${unknown ? "at least " : ""}${size(bytes)}` : "",
    rewirings.length ? `change names in ${counted(rewirings.length, "workflow")}` : ""].filter(Boolean);
  return el("div", { class: "card actions" },
    el("p", {}, `It would ${parts.join(", and ")}. Nothing is moved, renamed or removed.`),
    rewirings.length ? el("p", {}, el("label", { class: "check" }, inPlace,
      "Change the workflows themselves; as they were they stay beside, as .bak (else copies are changed)")) : null,
    el("div", {}, action(bytes ? `Do it, and download ${size(bytes)}` : "Do it", async () => {
      const next = await api.begun({ kind: "fix", reference: job.order.reference, file: job.order.file, plan: digest, inPlace: inPlace.checked,
        allowPickle: job.order.allowPickle });
      location.hash = `#/job/${next.id}`;
    }, { class: "main", id: "fix" })));
}

/** All of it, as assay scan --fix shows it. */
export function plan({ fetches, rewirings, byHand }) {
  return [
    fetches.length ? el("section", { "aria-labelledby": "fetches" }, el("h2", { id: "fetches" }, "To be fetched"),
      el("ul", { class: "plain list" }, fetches.map(one => el("li", { class: "row" },
        el("span", { class: "grow break" }, el("strong", {}, `${one.folder}/${one.name}`), el("br"),
          /^https?:/.test(one.url) ? link(one.url, one.url) : one.url, el("br"),
          el("span", { class: "quiet mono" }, one.sha256 ? `SHA-256 ${one.sha256}` : "No hash is known.")),
        el("span", { class: "number" }, one.bytes ? size(one.bytes) : "size unknown"))))) : null,
    rewirings.length ? el("section", { "aria-labelledby": "rewirings" }, el("h2", { id: "rewirings" }, "Names to be changed"),
      rewirings.map(one => el("div", { class: "card" }, el("h3", { class: "break" }, one.file),
        el("ul", {}, one.changes.map(change => el("li", { class: "break" },
          el("code", {}, change.from), " becomes ", el("code", {}, change.to), el("span", { class: "quiet" }, ` (${change.why})`))))))) : null,
    byHand.length ? el("section", { "aria-labelledby": "by-hand" }, el("h2", { id: "by-hand" }, "Left to you"),
      el("ul", {}, byHand.map(line => el("li", { class: "break" }, line)))) : null];
}

/** What came of it. */
export function fixed(document) {
  const { done, written, stillLacking, plan: made } = document.fix ?? {};
  if (!done) return null;
  return el("div", { class: `note ${stillLacking ? "warn" : "good"}` },
    el("p", {}, stillLacking ? `Done. ${counted(stillLacking, "workflow")} still ${stillLacking === 1 ? "lacks" : "lack"} something.` : "Done. Nothing is lacking any more."),
    written.map(one => el("p", { class: "break" }, "Written: ", el("code", {}, one.file),
      one.original === one.file ? null : [" · as it was: ", el("code", {}, one.original)])),
    (made.byHand ?? []).map(line => el("p", { class: "quiet break" }, line)),
    el("p", {}, el("a", { class: "button", href: "#/workflows" }, "All workflows")));
}
