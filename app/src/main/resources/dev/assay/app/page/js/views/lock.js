// Locks: everything that workflows need, written down by content; and this computer in comparison with one.

import { agreement } from "../agreement.js";
import * as api from "../api.js";
import { el, link, show } from "../dom.js";
import { counted, size } from "../format.js";
import { action, dropZone, finding, form, saver } from "../parts.js";
import { history } from "./jobs.js";

const STANDINGS = { same: ["good", "same"], missing: ["warn", "missing"], different: ["bad", "another content"],
  unreadable: ["bad", "cannot be read"] };

export async function lockView(box) {
  show(box, el("h1", {}, "Lock, and make the same"),
    el("p", { class: "quiet" }, "A lock writes down the exact content of every model that workflows need, and every pack of nodes with its version."
      + " With it, another computer gets the same, or this one is compared with how it was."),
    el("div", { class: "sides" }, making(), comparing()),
    await history(50, ["lock", "sync"], "No lock was made here yet."));
}

function begun(order) {
  return async () => {
    location.hash = `#/job/${(await api.begun(order())).id}`;
  };
}

function making() {
  const wrong = el("div", { role: "alert" });
  const reference = el("input", { type: "text", id: "lock-reference", autocomplete: "off", spellcheck: "false",
    placeholder: "https://civitai.com/images/96712457" });
  return el("section", { class: "card", "aria-labelledby": "making" }, el("h2", { id: "making", class: "first" }, "Make a lock"),
    form({}, async () => {
      if (reference.value.trim()) await begun(() => ({ kind: "lock", reference: reference.value.trim() }))();
      else reference.focus();
    }, wrong,
    el("label", { for: "lock-reference" }, "Link to an image, a post, or a model of type Workflows on Civitai"),
    el("div", { class: "ask" }, reference, el("button", { class: "main", id: "lock-it" }, "Lock"))),
    dropZone("…or drop a workflow or an image that carries one, or press to choose one", async file => {
      const { id } = await api.upload(file);
      await begun(() => ({ kind: "lock", file: id }))();
    }),
    wrong,
    el("p", {}, action("Lock all workflows in ComfyUI's list", begun(() => ({ kind: "lock" })), { id: "lock-all", wrong })));
}

function comparing() {
  const wrong = el("div", { role: "alert" });
  const compare = async file => {
    const { id } = await api.upload(file);
    await begun(() => ({ kind: "sync", file: id }))();
  };
  const text = el("textarea", { id: "lock-text", spellcheck: "false" });
  return el("section", { class: "card", "aria-labelledby": "comparing" },
    el("h2", { id: "comparing", class: "first" }, "Compare this computer with a lock"),
    dropZone("Drop a lock file here, or press to choose one", compare),
    el("p", { class: "quiet" }, "Nothing is fetched before you have seen what is missing."),
    el("details", {}, el("summary", {}, "Paste its text instead"), form({}, async () => {
      if (text.value.trim()) await compare(new File([text.value], "pasted.lock.json", { type: "application/json" }));
      else text.focus();
    }, wrong, el("label", { for: "lock-text" }, "The whole text of the lock"), text,
    el("p", {}, el("button", { class: "main", id: "compare-text" }, "Compare")))), wrong);
}

/** A lock that was made. */
export function locked(job, document) {
  const { models, packs, workflows, comfyVersions } = document;
  const name = `${job.title.replace(/^.*[\\/]/, "").replace(/(\.lock)?\.[a-z]+$/i, "").replace(/\W+/g, "-") || "assay"}.lock.json`;
  return [el("div", { class: "note good" },
    el("p", {}, `Pinned: ${counted(models.length, "model")}, ${size(models.reduce((sum, one) => sum + one.bytes, 0))},`
      + `${packs.length ? ` and ${counted(packs.length, "pack")} of nodes,` : ""} for ${counted(workflows.length, "workflow")}.`),
    el("div", { class: "row" }, saver("Save the lock", `/api/jobs/${job.id}/document`, name, { class: "main", id: "save-lock" }),
      action("Compare this computer with it", begun(() => ({ kind: "sync", job: job.id })), { id: "compare-with-it" }))),
  section("locked-models", "Models", models.map(one => el("li", { class: "row" }, el("span", { class: "grow break" },
    el("strong", {}, `${one.folder}/${one.name}`), el("br"),
    one.url ? /^https?:/.test(one.url) ? link(one.url, one.url) : one.url : el("span", { class: "quiet" }, "Nobody is known who has it."), el("br"),
    el("span", { class: "quiet mono" }, `SHA-256 ${one.sha256}`)),
  el("span", { class: "number" }, one.bytes ? size(one.bytes) : "size unknown")))),
  section("locked-packs", "Packs of nodes", packs.map(one => el("li", { class: "break" },
    el("strong", {}, one.pack ?? one.classes.join(", ")), ` ${one.version ?? "in a version that nobody could tell"}`))),
  comfyVersions.length ? el("p", { class: "quiet" }, `Saved with ComfyUI ${comfyVersions.join(", ")}.`) : null];
}

/** This computer beside a lock; what is missing can be had from here, and nothing else. */
export function synced(job, document) {
  if (!document.models) return null;
  const same = document.models.filter(one => one.standing === "same").length;
  const well = same === document.models.length && document.packs.every(one => one.same);
  const others = document.models.filter(one => one.standing !== "same");
  return [el("p", { class: `note ${well ? "good" : "warn"}`, id: "synced" }, well ? "This computer is as the lock says."
    : `${same} of ${counted(document.models.length, "model")} ${same === 1 ? "is" : "are"} as the lock says.`),
  job.plan ? agreement(job, { kind: "sync", file: job.order.file, job: job.order.job },
    "Each is checked against the lock. Nothing that is there is replaced.") : null,
  section("synced-models", "Models", [...others, ...document.models.filter(one => one.standing === "same")].map(model)),
  section("synced-packs", "Packs of nodes", document.packs.map(pack)),
  (document.findings ?? []).map(finding)];
}

function model(one) {
  const [tone, word] = STANDINGS[one.standing] ?? ["info", one.standing];
  return el("li", { class: "row" }, el("span", { class: `tag ${tone} state` }, word),
    el("span", { class: "grow break" }, el("strong", {}, `${one.folder}/${one.name}`),
      one.detail ? [el("br"), one.detail] : null,
      one.standing === "different" ? [el("br"), "It stays as it is: move it away if the lock's is wanted, and compare again."] : null,
      el("br"), el("span", { class: "quiet mono" }, `SHA-256 ${one.sha256}`)));
}

function pack(one) {
  return el("li", { class: "row" }, el("span", { class: `tag state ${one.same ? "good" : "warn"}` }, one.same ? "same" : one.state === "there" ? "another version" : "missing"),
    el("span", { class: "grow break" }, el("strong", {}, one.pack), ` ${one.pinned ? `pinned ${one.pinned}` : "in any version"}`
      + `${one.found ? `, here ${one.found}` : ""}`,
    one.same ? null : [el("br"), "Assay installs no nodes: use ComfyUI's manager, or its author's page."]));
}

function section(id, title, items) {
  return items.length ? el("section", { "aria-labelledby": id }, el("h2", { id }, title), el("ul", { class: "plain list" }, items)) : null;
}
