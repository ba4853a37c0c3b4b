// An image: paste a link, drop a file, or pick one from before; then its report.

import * as api from "../api.js";
import { el, show, announce } from "../dom.js";
import { counted, size } from "../format.js";
import { action, dropZone, form, saver, trouble } from "../parts.js";
import { pictures, report } from "../report.js";
import { allowing, held, history, isHeld } from "./jobs.js";

/** Findings of pictures that no metadata hold. */
const OF_PICTURES = new Set(["IMG2IMG_SOURCE", "MASK", "CN_IMAGE", "PICTURE_GIVEN", "PICTURE_UNUSED"]);

/** Not found, contradicted, no access, too little to go on. */
const NEEDS_METADATA = new Set([3, 4, 5, 6]);

/** The beginning, or, with a job's id, its report. */
export async function imageView(box, [id]) {
  return id ? shown(box, id) : beginning(box);
}

async function beginning(box) {
  const wrong = el("div", { "aria-live": "assertive" });
  const reference = el("input", { type: "text", id: "reference", autocomplete: "off", spellcheck: "false",
    placeholder: "https://civitai.com/images/96712457" });
  const metadata = el("textarea", { id: "metadata", spellcheck: "false" });
  const options = { strict: check("Strict: whatever is assumed is an error"), offline: check("Offline: kept answers only") };
  const begin = async order => {
    const job = await api.begun({ kind: "show", metadata: metadata.value,
      strict: options.strict.box.checked, offline: options.offline.box.checked, ...order });
    location.hash = `#/image/${job.id}`;
  };
  show(box,
    el("h1", {}, "What is this image made of?"),
    el("p", { class: "quiet" }, "Assay asks the site what it says of the image, proves that the answer is of this very image, and shows it to you."
      + " Nothing is downloaded before you have seen it and agreed."),
    form({ class: "card" }, async () => {
      if (reference.value.trim()) await begin({ reference: reference.value.trim() });
      else reference.focus();
    }, wrong,
    el("label", { for: "reference" }, "Link to an image on Civitai, or its number"),
    el("div", { class: "ask" }, reference, el("button", { class: "main" }, "Show")),
    dropZone("…or drop an image file or a link here, or press to choose a file", async file => begin({ file: (await api.upload(file)).id }), address => begin({ reference: address })),
    wrong,
    el("details", {}, el("summary", {}, "More"),
      el("p", {}, options.strict.label, options.offline.label),
      el("label", { for: "metadata" }, "Your own metadata, where the image's are hidden: infotext or JSON"), metadata)),
    await history(20));
  reference.focus();
}

function check(text) {
  const box = el("input", { type: "checkbox" });
  return { box, label: el("label", { class: "check" }, box, text) };
}

async function shown(box, id) {
  let job = await api.get(`/api/jobs/${id}`);
  let drawn = "";
  const update = async next => {
    job = next;
    const state = `${job.state} ${job.document} ${job.pictures}`;
    if (state === drawn) return;
    drawn = state;
    await draw(box, job);
  };
  await update(job);
  if (job.state === "done" || job.state === "cancelled") return undefined;
  announce("Asking the witnesses.");
  return api.watch(id, update, thrown => box.prepend(trouble(thrown)));
}

async function draw(box, job) {
  if (!job.document) {
    show(box, el("h1", {}, job.title || "An image"), waiting(job));
    return;
  }
  const document = await api.get(`/api/jobs/${job.id}/document`);
  if (job.state === "done") announce(`Verdict: ${document.verdict?.state ?? "none"}.`);
  // The pictures come last; whatever was chosen, opened or typed meanwhile stays.
  const told = JSON.stringify(document);
  const before = box.querySelector(".pictures");
  if (before && box.told === told) {
    show(before, pictures(job, document));
    return;
  }
  box.told = told;
  const doing = actions(job, document);
  show(box, el("h1", { class: "break" }, job.title.replace(/^image /, "Image ")), doing.element, report(job, document, doing.waitForPlan));
}

function waiting(job) {
  if (isHeld(job)) return held(job);
  return el("div", {}, el("p", {}, "Asking the witnesses…"), el("progress", { "aria-label": "Asking the witnesses" }));
}

/** What can be done with what was found. */
function actions(job, document) {
  const wrong = el("div", { "aria-live": "assertive" });
  const missing = job.plan?.files?.length ?? 0;
  const begin = more => async () => {
    const { kind, ...order } = job.order;
    const next = await api.begun({ ...order, kind: "make", plan: job.plan?.digest, ...more });
    location.hash = `#/job/${next.id}`;
  };
  const possible = document.exitCode === 0 && job.order.kind === "show";
  const renewed = el("p", { class: "note warn", hidden: true }, "You chose other files. Make the plan anew to see what would be fetched.");
  const get = action(missing ? `Get ${counted(missing, "file")} and save the workflow` : "Save the workflow", begin({}),
    { class: "main", id: "get", wrong });
  const only = action("Save the workflow only", begin({ noDownload: true }), { wrong });
  const short = document.freeBytes !== null && document.missingBytes > document.freeBytes;
  const element = el("div", { class: "card actions" },
    el("p", {}, document.missingBytes > 0
      ? [el("strong", {}, `To download: ${size(document.missingBytes)}`), ` in ${counted(missing, "file")}; free: ${size(document.freeBytes)}`]
      : document.exitCode === 0 ? "Nothing needs to be downloaded." : null,
    short ? el("span", { class: "tag bad" }, "not enough room") : null),
    renewed,
    el("div", { class: "row" },
      possible ? get : null,
      possible && missing ? only : null,
      job.graph ? el("a", { class: "button", href: `#/graph/${job.id}` }, "Look at the graph") : null,
      saver("Save the report (JSON)", `/api/jobs/${job.id}/document`, `assay-${job.id}.json`),
      el("a", { class: "button", href: "#/" }, "Another image")),
    allowing(job, document),
    NEEDS_METADATA.has(document.exitCode) && job.order.kind === "show" ? ownMetadata(job, wrong) : null,
    job.order.kind === "show" && beginsWithPictures(job, document) ? givenPictures(job, wrong) : null,
    wrong);
  const waitForPlan = other => {
    get.disabled = only.disabled = other;
    renewed.hidden = !other;
  };
  return { element, waitForPlan };
}

/** Where the image's own metadata are hidden, disputed or too few, the user may know them. */
function ownMetadata(job, wrong) {
  const metadata = el("textarea", { id: "own-metadata", spellcheck: "false", value: job.order.metadata ?? "" });
  return el("details", { open: Boolean(job.order.metadata) }, el("summary", {}, "Give your own metadata of it"),
    form({}, async () => {
      location.hash = `#/image/${(await api.begun({ ...job.order, metadata: metadata.value })).id}`;
    }, wrong, el("label", { for: "own-metadata" }, "Infotext or JSON, as tools write it; it counts as your word"), metadata,
    el("p", {}, el("button", { class: "main", id: "with-metadata" }, "Show it with these"))));
}

function beginsWithPictures(job, document) {
  return (document.findings ?? []).some(finding => OF_PICTURES.has(finding.code))
    || Boolean(job.order.sources?.length || job.order.mask || job.order.controls?.length);
}

/** What the image was made from is in no metadata; the user may have it. What was given before stays where nothing new is. */
function givenPictures(job, wrong) {
  const sources = chooser("sources", true), mask = chooser("mask", false), controls = chooser("controls", true);
  const uploaded = async input => Promise.all([...input.files].map(async file => (await api.upload(file)).id));
  return el("details", { open: true }, el("summary", {}, "Give the pictures that it begins with"),
    form({ id: "pictures" }, async () => {
      const given = { sources: await uploaded(sources), controls: await uploaded(controls), mask: (await uploaded(mask))[0] };
      const order = { ...job.order };
      if (given.sources.length) order.sources = given.sources;
      if (given.controls.length) order.controls = given.controls;
      if (given.mask) order.mask = given.mask;
      location.hash = `#/image/${(await api.begun(order)).id}`;
    }, wrong,
    el("p", {}, el("label", { for: "sources" }, "What it was made from (image to image)"), sources),
    el("p", {}, el("label", { for: "mask" }, "The mask: white was painted over"), mask),
    el("p", {}, el("label", { for: "controls" }, "What steered it, in the order of the ControlNets"), controls),
    el("p", {}, el("button", { class: "main", id: "with-pictures" }, "Show it with these"))));
}

function chooser(id, multiple) {
  return el("input", { type: "file", id, multiple, accept: "image/png,image/jpeg,image/webp" });
}
