// The workflows in ComfyUI's own list: what each lacks, and how it can be had.

import * as api from "../api.js";
import { announce, el, link, show } from "../dom.js";
import { count, counted, size, time, words } from "../format.js";
import { action, form, once, problem } from "../parts.js";
import { zone } from "./file.js";
import { held, isHeld } from "./jobs.js";

export async function workflowsView(box) {
  const { jobs } = await api.get("/api/jobs");
  const ofAll = jobs.filter(job => job.order.kind === "workflows" && !job.order.reference && !job.order.file);
  const last = ofAll.find(job => job.state === "done");
  const running = ofAll.find(job => (job.state === "running" || job.state === "queued"));
  const wrong = el("div", { role: "alert" });
  const look = action(last ? "Look again" : "Look through the workflows", async () => follow(await api.begun({ kind: "workflows" })),
    { id: "look", class: last ? "" : "main", wrong });
  const body = el("div");
  let stop = () => {};
  const follow = job => new Promise((over, failed) => {
    show(body, el("progress", { "aria-label": "Looking through the workflows" }));
    stop = api.watch(job.id, async next => {
      if (isHeld(next)) show(body, held(next));
      if (next.state === "done") {
        look.classList.remove("main");
        look.textContent = "Look again";
        await state(body, next);
        announce("The workflows were looked through.");
      }
      if (next.state === "done" || isHeld(next)) over();
    }, failed);
  });
  show(box, el("h1", {}, "Workflows"), el("p", { class: "quiet" }, "What the workflows in ComfyUI's own list need, and what of it is missing."),
    el("p", {}, look), wrong, body,
    el("h2", {}, "Another workflow"), pasted(),
    zone("…or drop a workflow, or an image that carries one, to see what it needs and its graph, save it in either form, lock or run it"));
  if (running) once(look, () => follow(running), wrong);
  else if (last) await state(body, last);
  return () => stop();
}

/** What is on the site: nothing of it is installed. */
function pasted() {
  const wrong = el("div", { role: "alert" });
  const reference = el("input", { type: "text", id: "workflow-link", autocomplete: "off", spellcheck: "false",
    placeholder: "https://civitai.com/images/96712457" });
  return form({}, async () => {
    if (!reference.value.trim()) reference.focus();
    else location.hash = `#/fix/${(await api.begun({ kind: "workflows", reference: reference.value.trim() })).id}`;
  }, wrong,
  el("label", { for: "workflow-link" }, "Link to an image, a post, or a model of type Workflows on Civitai"),
  el("div", { class: "ask" }, reference, el("button", { class: "main", id: "needs-of-link" }, "See what it needs")), wrong);
}

async function state(body, job) {
  const document = await api.get(`/api/jobs/${job.id}/document`);
  show(body, (document.problems ?? []).map(problem), (document.notes ?? []).map(note => el("p", { class: "note info" }, note)),
    document.files ? [
      el("p", { role: "status" }, `${counted(document.workflows, "workflow")}, ${count(document.lacking)} ${document.lacking === 1 ? "lacks" : "lack"} something`, ` · ${time(job.createdAt)}`),
      el("div", { class: "row" },
        repairs(document.fix?.plan) ? el("a", { class: "button main", id: "fix-all", href: `#/fix/${job.id}` }, "See what would make all of them run") : null,
        document.workflows ? action("Lock all of them", lock(""), { id: "lock-all" }) : null),
      el("ul", { class: "plain list" }, document.files.map(file)),
      missing(document)] : null);
}

/** The models and nodes that are missing, and where they can be had. */
export function missing(document) {
  const models = (document.models ?? []).filter(lacks);
  const bytes = models.reduce((sum, one) => sum + (one.offer?.bytes ?? 0), 0);
  return [models.length ? [el("h2", {}, `What is missing (${counted(models.length, "model")}${bytes ? `, about ${size(bytes)}` : ""})`),
    el("ul", { class: "plain cards" }, models.map(model))] : null, packs(document)];
}

/** Workflows that are not in ComfyUI's list: how each is, without what is done with those there. */
export function outsiders(document) {
  return el("ul", { class: "plain list" }, (document.files ?? []).map(file));
}

function repairs(plan) {
  return plan && (plan.fetches.length || plan.rewirings.length);
}

function lacks(model) {
  return ["missing", "ambiguous", "other-content"].includes(model.state) || (model.state === "elsewhere" && !model.listed);
}

function file(one) {
  const listed = /^workflows[\\/]/.test(one.file);
  const active = (one.models ?? []).filter(model => model.active);
  const lacking = active.filter(lacks).map(model => model.name);
  const renamed = active.filter(rewired).map(model => model.name);
  const without = (one.packs ?? []).filter(pack => pack.active && pack.state === "missing").map(pack => pack.pack ?? pack.classes.join(", "));
  const [tone, text] = verdict(one, renamed.length, active);
  const what = [one.problem?.what, lacking.length ? `lacks ${lacking.join(", ")}` : "",
    renamed.length ? `has another name for ${renamed.join(", ")}` : "",
    without.length ? `needs the nodes of ${without.join(", ")}` : "",
    one.unknownCore?.length ? `needs another version of ComfyUI, for ${one.unknownCore.join(", ")}` : ""].filter(Boolean);
  return el("li", { class: "row" },
    el("span", { class: "grow break" }, el("strong", {}, one.file.replace(/^workflows[\\/]/, "")),
      what.length ? el("span", { class: "quiet" }, ` ${what.join("; ")}`) : null),
    listed && (one.lacking || renamed.length) ? action("What would make it run", async () => {
      location.hash = `#/fix/${(await api.begun({ kind: "workflows", reference: one.file })).id}`;
    }, { class: "repair", "aria-label": `What would make it run: ${one.file}` }) : null,
    listed && one.outcome === "workflow" ? action("Lock", lock(one.file), { class: "lock", "aria-label": `Lock what it needs: ${one.file}` }) : null,
    el("span", { class: `tag ${tone}` }, text));
}

/** Pins what it needs, or what all of them need. */
function lock(reference) {
  return async () => {
    location.hash = `#/job/${(await api.begun({ kind: "lock", reference })).id}`;
  };
}

/** Only what was looked for and found is called complete. */
function verdict(one, renamed, active) {
  if (one.outcome !== "workflow") return ["info", words(one.outcome)];
  if (one.lacking) return ["warn", "lacks something"];
  if (renamed) return ["warn", "names must change"];
  const unknown = active.some(model => model.state === "not-looked-for")
    || (one.packs ?? []).some(pack => pack.active && pack.state === "not-looked-for");
  return unknown ? ["info", "not known"] : ["good", "complete"];
}

/** It is there, under another name than the workflow has for it. */
function rewired(model) {
  return model.state === "other-slash" || (model.state === "elsewhere" && model.listed);
}

function model(one) {
  const offer = one.offer ?? {};
  return el("li", { class: "card" },
    el("p", {}, el("span", { class: "tag" }, one.folder || "unknown folder"), " ", el("span", { class: "tag warn" }, words(one.state))),
    el("h3", { class: "break" }, one.name),
    el("p", { class: "quiet" }, `in ${counted(one.workflows, "workflow")}`),
    offer.kind === "file" ? el("p", {}, "Can be had: ", /^https?:/.test(offer.page ?? "") ? link(offer.page, offer.name) : offer.name, ` (${size(offer.bytes)})`)
      : offer.kind === "address" && /^https?:/.test(offer.url ?? "") ? el("p", { class: "break" }, "Its author names: ", link(offer.url, offer.url))
        : el("p", { class: "quiet" }, offer.why ?? "Nobody says where it can be had."));
}

function packs(document) {
  const missing = (document.packs ?? []).filter(pack => pack.active && pack.state === "missing");
  return missing.length ? [el("h2", {}, "Nodes that are missing"), el("ul", {}, missing.map(pack =>
    el("li", { class: "break" }, `${pack.pack ?? "unknown pack"}: ${pack.classes.join(", ")}`)))] : null;
}
