// Original and result on top of each other under a slider, where they differ, and what could explain it.

import * as api from "../api.js";
import { announce, el, show } from "../dom.js";
import { count, exact, words } from "../format.js";
import { action, dropZone, finding, picture, problem, trouble } from "../parts.js";
import { held, isHeld } from "./jobs.js";

const VERDICTS = { identical: "good", same: "good", close: "info", related: "warn", different: "bad" };

export async function compareView(box, [id]) {
  return id ? shown(box, id) : beginning(box);
}

async function beginning(box) {
  const wrong = el("div", { "aria-live": "assertive" });
  const chosen = {};
  const begin = action("Compare", async () => {
    location.hash = `#/compare/${(await api.begun({ kind: "compare", ...chosen })).id}`;
  }, { class: "main", id: "compare", disabled: true, wrong });
  const side = (key, text) => {
    const name = el("p", { class: "quiet break", "aria-live": "polite" }, "Nothing chosen yet.");
    return el("div", { class: "card" }, dropZone(text, async file => {
      chosen[key] = (await api.upload(file)).id;
      name.textContent = file.name;
      begin.disabled = !(chosen.file && chosen.result);
    }), name);
  };
  const { jobs } = await api.get("/api/jobs");
  const ran = jobs.filter(job => job.order.kind === "run" && job.pictures.includes("result") && job.pictures.includes("original"));
  show(box, el("h1", {}, "Compare a result with its original"),
    el("div", { class: "sides" }, side("file", "Drop the original here"), side("result", "Drop the result here")),
    el("p", {}, begin), wrong,
    ran.length ? [el("h2", {}, "What was run here"), el("ul", { class: "plain list" }, ran.map(job => el("li", { class: "row" },
      el("span", { class: "grow break" }, job.title), action("Compare with the original", async () => {
        location.hash = `#/compare/${(await api.begun({ kind: "compare", job: job.id, reference: job.title })).id}`;
      }, { "aria-label": `Compare with the original: ${job.title}` }))))] : null);
}

async function shown(box, id) {
  const job = await api.get(`/api/jobs/${id}`);
  const update = async next => {
    if (next.state === "done") await result(box, next);
    else show(box, el("h1", {}, "Comparing"), isHeld(next) ? held(next) : el("progress", { "aria-label": "Comparing" }));
  };
  await update(job);
  return job.state === "done" || isHeld(job) ? undefined : api.watch(id, update, thrown => box.append(trouble(thrown)));
}

async function result(box, job) {
  const document = await api.get(`/api/jobs/${job.id}/document`);
  const likeness = document.likeness;
  show(box, el("h1", { class: "break" }, `Compared: ${document.result?.name || job.title}`),
    (document.problems ?? []).map(problem),
    likeness ? [verdict(likeness), slider(job, document),
      el("h2", {}, "What could explain it"),
      document.reasons.length ? document.reasons.map(finding) : el("p", { class: "quiet" }, "Nothing that is known."),
      document.findings.map(finding)] : null,
    el("p", {}, el("a", { class: "button", href: "#/compare" }, "Compare others")));
  if (likeness) announce(`Verdict: ${words(likeness.verdict)}.`);
}

function verdict(likeness) {
  return el("div", { class: "card" },
    el("p", {}, el("span", { class: `tag badge ${VERDICTS[likeness.verdict] ?? "info"}` }, words(likeness.verdict))),
    el("p", {}, `${count(likeness.samePixels)} of ${count(likeness.pixels)} pixels are the same; SSIM ${exact(likeness.ssim)}; `
      + `largest difference ${likeness.largestDifference}; the hashes differ in ${likeness.hashDistance} of 64 bits.`));
}

function slider(job, document) {
  const of = name => `/api/jobs/${job.id}/pictures/${name}`;
  const over = el("div", { class: "over" }, picture(of("result"), `The result: ${document.result.name}`));
  const range = el("input", { type: "range", min: 0, max: 100, value: 50, id: "slide",
    oninput: () => { over.style.clipPath = `inset(0 0 0 ${range.value}%)`; } });
  over.style.clipPath = "inset(0 0 0 50%)";
  const stage = el("div", { class: "slide" }, picture(of("original"), `The original: ${document.original.name}`), over);
  return el("div", { class: "sides" },
    el("figure", {}, stage, el("label", { for: "slide" }, "From the original (left) to the result (right)"), range),
    job.pictures.includes("difference") ? el("figure", {}, picture(of("difference"), "Where they differ: the brighter, the more"),
      el("figcaption", {}, "Where they differ: the brighter, the more")) : null);
}
