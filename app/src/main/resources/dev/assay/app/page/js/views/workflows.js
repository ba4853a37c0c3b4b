// The workflows in ComfyUI's own list: what each lacks, and how it can be had.

import * as api from "../api.js";
import { announce, el, link, show } from "../dom.js";
import { count, size, time, words } from "../format.js";
import { problem, trouble } from "../parts.js";

export async function workflowsView(box) {
  const { jobs } = await api.get("/api/jobs");
  const last = jobs.find(job => job.order.kind === "workflows" && job.state === "done");
  const running = jobs.find(job => job.order.kind === "workflows" && (job.state === "running" || job.state === "queued"));
  const look = el("button", { type: "button", id: "look", class: last ? "" : "main", onclick: async () => follow(await api.begun({ kind: "workflows" })) },
    last ? "Look again" : "Look through the workflows");
  const wrong = el("div", { "aria-live": "assertive" });
  const body = el("div");
  let stop = () => {};
  const follow = job => {
    look.disabled = true;
    show(body, el("progress", { "aria-label": "Looking through the workflows" }));
    stop = api.watch(job.id, async next => {
      if (next.state !== "done") return;
      look.disabled = false;
      await state(body, next);
      announce("The workflows were looked through.");
    }, thrown => show(wrong, trouble(thrown)));
  };
  show(box, el("h1", {}, "Workflows"), el("p", { class: "quiet" }, "What the workflows in ComfyUI's own list need, and what of it is missing."),
    el("p", {}, look), wrong, body);
  if (running) follow(running);
  else if (last) await state(body, last);
  return () => stop();
}

async function state(body, job) {
  const document = await api.get(`/api/jobs/${job.id}/document`);
  const missing = (document.models ?? []).filter(lacks);
  const bytes = missing.reduce((sum, model) => sum + (model.offer?.bytes ?? 0), 0);
  show(body, (document.problems ?? []).map(problem), (document.notes ?? []).map(note => el("p", { class: "note info" }, note)),
    document.files ? [
      el("p", { role: "status" }, `${count(document.workflows)} workflows, ${count(document.lacking)} lack something`, ` · ${time(job.createdAt)}`),
      el("ul", { class: "plain list" }, document.files.map(file)),
      missing.length ? [el("h2", {}, `What is missing (${missing.length} models${bytes ? `, about ${size(bytes)}` : ""})`),
        el("ul", { class: "plain cards" }, missing.map(model)),
        el("p", { class: "quiet" }, "To get one: ", el("code", {}, "assay get"), " with the address of its page.")] : null,
      packs(document)] : null);
}

function lacks(model) {
  return ["missing", "ambiguous", "other-content"].includes(model.state) || (model.state === "elsewhere" && !model.listed);
}

function file(one) {
  const lacking = (one.models ?? []).filter(model => model.active && lacks(model)).map(model => model.name);
  const without = (one.packs ?? []).filter(pack => pack.active && pack.state === "missing").map(pack => pack.pack ?? pack.classes.join(", "));
  const good = one.outcome === "workflow" && !one.lacking;
  return el("li", { class: "row" },
    el("span", { class: "grow break" }, el("strong", {}, one.file.replace(/^workflows[\\/]/, "")),
      one.problem ? el("span", { class: "quiet" }, ` ${one.problem.what}`) : null,
      lacking.length ? el("span", { class: "quiet" }, ` lacks ${lacking.join(", ")}`) : null,
      without.length ? el("span", { class: "quiet" }, ` needs the nodes of ${without.join(", ")}`) : null),
    el("span", { class: `tag ${good ? "good" : one.outcome === "workflow" ? "warn" : "info"}` },
      good ? "complete" : one.outcome === "workflow" ? "lacks something" : words(one.outcome)));
}

function model(one) {
  const offer = one.offer ?? {};
  return el("li", { class: "card" },
    el("p", {}, el("span", { class: "tag" }, one.folder || "unknown folder"), " ", el("span", { class: "tag warn" }, words(one.state))),
    el("h3", { class: "break" }, one.name),
    el("p", { class: "quiet" }, `in ${count(one.workflows)} workflow(s)`),
    offer.kind === "file" ? el("p", {}, "Can be had: ", /^https?:/.test(offer.page ?? "") ? link(offer.page, offer.name) : offer.name, ` (${size(offer.bytes)})`)
      : offer.kind === "address" && /^https?:/.test(offer.url ?? "") ? el("p", { class: "break" }, "Its author names: ", link(offer.url, offer.url))
        : el("p", { class: "quiet" }, offer.why ?? "Nobody says where it can be had."));
}

function packs(document) {
  const missing = (document.packs ?? []).filter(pack => pack.active && pack.state === "missing");
  return missing.length ? [el("h2", {}, "Nodes that are missing"), el("ul", {}, missing.map(pack =>
    el("li", { class: "break" }, `${pack.pack ?? "unknown pack"}: ${pack.classes.join(", ")}`)))] : null;
}
