// Models that are named by themselves: what each is, and getting it.

import { agreement } from "../agreement.js";
import * as api from "../api.js";
import { el } from "../dom.js";
import { counted } from "../format.js";
import { card } from "../ingredients.js";
import { action, form } from "../parts.js";

const FOLDERS = ["checkpoints", "diffusion_models", "loras", "vae", "text_encoders", "clip_vision", "embeddings", "controlnet",
  "upscale_models", "hypernetworks"];

/** Where models are named. */
export function naming() {
  const wrong = el("div", { role: "alert" });
  const references = el("textarea", { id: "models", spellcheck: "false", placeholder: "https://civitai.com/models/257749?modelVersionId=290640" });
  const prefer = el("input", { type: "text", id: "get-prefer", autocomplete: "off", spellcheck: "false", placeholder: "fp16, pruned" });
  const folder = el("select", { id: "folder" }, el("option", { value: "" }, "by what the file is"),
    FOLDERS.map(name => el("option", { value: name }, name)));
  return form({ class: "card" }, async () => {
    if (!references.value.trim()) {
      references.focus();
      return;
    }
    const order = { kind: "get", reference: references.value.trim(), prefer: prefer.value, folder: folder.value };
    location.hash = `#/job/${(await api.begun(order)).id}`;
  }, wrong,
  el("label", { for: "models" }, "Get models: the page, the AIR or a hash of each on Civitai, or an address on Hugging Face; a line for each."
    + " A post's workflows too."), references,
  el("details", {}, el("summary", {}, "More"),
    el("p", {}, el("label", { for: "get-prefer" }, "Of several files of a version, the one that fits best"), prefer),
    el("p", {}, el("label", { for: "folder" }, "Folder of models"), folder)),
  el("p", {}, el("button", { class: "main", id: "get-models" }, "See what they are")), wrong);
}

/** What they are, and what became of them. */
export function gotten(job, document) {
  const models = document.models ?? [];
  const posted = document.posted ?? [];
  const { kind, reference, prefer, folder, choices } = job.order;
  const order = { kind, reference, prefer, folder, choices };
  const fresh = posted.filter(one => one.state.kind === "missing");
  const choice = models.length === 1 ? chooser(order) : null;
  return [job.plan && document.exitCode !== 0 && job.order.plan ? null : plain(job, document, order, fresh),
    models.filter(one => one.note).map(one => el("p", { class: "note info" }, one.note)),
    choice && models[0].choices?.length ? choice.element : null,
    models.length ? el("ul", { class: "plain cards apart" }, models.map((one, at) => card({ ...one, name: one.reference }, at, job, choice))) : null,
    posted.length ? [el("h2", {}, "Workflows of posts"), el("ul", { class: "plain list" }, posted.map(one => el("li", { class: "row" },
      el("span", { class: "grow break" }, el("strong", {}, one.image), one.state.path ? ` ${one.state.path}` : "", one.state.why ? ` ${one.state.why}` : ""),
      el("span", { class: "tag" }, one.state.kind === "missing" ? "can be had" : one.state.kind.replaceAll("-", " ")))))] : null];
}

function plain(job, document, order, fresh) {
  if (job.plan) return agreement(job, order, "Each is checked against what the site promises. Nothing that is there is replaced.");
  if (fresh.length && !job.order.plan) {
    return el("p", {}, action(`Put ${counted(fresh.length, "workflow")} into ComfyUI's list`, async () => {
      location.hash = `#/job/${(await api.begun({ ...order, plan: "workflows" })).id}`;
    }, { class: "main", id: "agree-to-plan" }));
  }
  return document.exitCode === 0 ? el("p", { class: "note good" }, job.order.plan ? "Done." : "All of it is there already.") : null;
}

/** The very file of a version. */
function chooser(order) {
  let chosen = null;
  const renew = action("Look again with this file", async () => {
    location.replace(`#/job/${(await api.begun({ ...order, choices: [chosen] })).id}`);
  }, { id: "renew", disabled: true });
  return { legend: "Which file of the version", element: el("p", {}, renew),
    take(_, file) {
      chosen = file.fileId;
      renew.disabled = false;
    } };
}
