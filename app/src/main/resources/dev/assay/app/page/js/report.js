// The report of an image: what the documents of show and make say, beside the picture.

import { el } from "./dom.js";
import { time, words } from "./format.js";
import { ingredients } from "./ingredients.js";
import { finding, picture, problem, rawAnswer } from "./parts.js";
import { prompt } from "./prompt.js";

const VERDICTS = {
  proven: ["good", "✓ Proven"],
  contradicted: ["bad", "✗ Contradicted"],
  unproven: ["warn", "? Not proven"],
};
const LONG = new Set(["prompt", "negativePrompt"]);

/** The whole report. onOther hears whether other files are chosen than those that are shown. */
export function report(job, document, onOther) {
  return el("div", { class: "beside" },
    el("div", { class: "pictures" }, pictures(job, document)),
    el("div", { class: "facts" },
      verdict(document),
      (document.problems ?? []).map(problem),
      settings(document),
      ingredients(job, document, onOther),
      findings(document)));
}

function pictures(job, document) {
  if (job.pictures.includes("original")) {
    return el("figure", {}, picture(`/api/jobs/${job.id}/pictures/original`, `The image: ${job.title}`),
      el("figcaption", {}, job.title));
  }
  const foreign = (document.verdict?.evidence ?? []).map((one, at) => ({ name: `witness-${at}`, one }))
    .filter(({ one }) => one.standing === "foreign" || one.standing === "contradicts");
  if (foreign.length && document.verdict.state !== "proven") return bothSides(job, document, foreign);
  return el("p", { class: "quiet" }, job.state === "running" ? "The picture is coming…" : "There is no picture.");
}

/** What was asked for and what came back, next to each other. */
function bothSides(job, document, others) {
  const asked = document.subject?.id;
  const has = name => job.pictures.includes(name);
  const own = others.find(({ name, one }) => one.imageId === asked && has(name));
  return el("div", { class: "sides" },
    el("figure", {},
      own ? picture(`/api/jobs/${job.id}/pictures/${own.name}`, `The image that was asked for: ${asked}`)
        : el("div", { class: "picture none" }, el("p", {}, "No witness shows it.")),
      el("figcaption", {}, el("strong", {}, "Asked for: "), document.subject?.name ?? document.reference)),
    others.filter(other => other !== own).map(({ name, one }) => el("figure", { class: "wrong" },
      has(name) ? picture(`/api/jobs/${job.id}/pictures/${name}`, `What came back: image ${one.imageId ?? "without a number"}`)
        : el("div", { class: "picture none" }, el("p", {}, "Its picture cannot be had.")),
      el("figcaption", {}, el("strong", {}, "Came back: "), one.imageId ? `image ${one.imageId}` : "an image without a number",
        ` (${words(one.witness)})`))));
}

function verdict(document) {
  const [tone, text] = VERDICTS[document.verdict?.state] ?? ["info", "Nothing was asked"];
  const evidence = document.verdict?.evidence ?? [];
  return el("section", { class: "card", "aria-labelledby": "verdict" },
    el("h2", { id: "verdict", class: "first" }, el("span", { class: `badge tag ${tone}` }, text), " ",
      document.subject?.name ?? document.reference),
    el("p", { class: "quiet" }, [
      document.verdict?.witnesses ? `${document.verdict.witnesses} witness(es) say the same.` : null,
      document.family ? ` ${document.family}.` : null,
      document.fidelity ? ` The result would be: ${words(document.fidelity)}.` : null]),
    (document.verdict?.conflicts ?? []).map(conflict => el("p", { class: "note bad" }, conflict)),
    (document.notes ?? []).map(note => el("p", { class: "quiet" }, note)),
    evidence.length ? el("details", { open: document.verdict.state !== "proven" },
      el("summary", {}, `Every witness (${evidence.length})`),
      el("ul", { class: "plain witnesses" }, evidence.map(witness))) : null);
}

function witness(one) {
  const says = [one.imageId ? `image ${one.imageId}` : null, one.postId ? `post ${one.postId}` : null,
    one.media ? `file ${one.media}` : null, one.width ? `${one.width} × ${one.height}` : null].filter(Boolean);
  const tone = { witness: "good", contradicts: "bad", foreign: "bad" }[one.standing] ?? "info";
  return el("li", {},
    el("p", {}, el("strong", {}, words(one.witness)), " ", el("span", { class: `tag ${tone}` }, words(one.standing)), " ", one.why),
    el("p", { class: "quiet break" }, "Asked: ", el("code", {}, one.question)),
    el("p", { class: "break" }, "Came back: ", says.length ? says.join(", ") : "nothing that says whose it is", ` · ${time(one.at)}`),
    one.digest ? el("p", {}, rawAnswer(one.digest)) : null);
}

function settings(document) {
  const all = Object.entries({ ...document.recipe?.parameters, ...document.recipe?.extras });
  if (!all.length) return null;
  const embeddings = (document.ingredients ?? []).filter(one => one.role === "embedding")
    .flatMap(one => [one.name, (one.resolution.file?.name ?? "").replace(/\.\w+$/, "")]).filter(name => name.length > 2);
  return el("section", { "aria-labelledby": "settings" },
    el("h2", { id: "settings" }, "Settings"),
    document.recipe.ownGraph ? el("p", { class: "note good" }, "The image carries its maker's own ComfyUI graph.") : null,
    all.filter(([key]) => LONG.has(key)).map(([key, value]) => el("div", { class: "card" },
      el("h3", {}, words(key)), prompt(value.value, embeddings), el("p", { class: "quiet" }, source(value.source)))),
    el("table", {}, el("caption", { class: "unseen" }, "Settings and where each comes from"),
      el("thead", {}, el("tr", {}, ["Setting", "Value", "Source"].map(text => el("th", { scope: "col" }, text)))),
      el("tbody", {}, all.filter(([key]) => !LONG.has(key)).map(([key, value]) => el("tr", {},
        el("th", { scope: "row" }, words(key)), el("td", { class: "break" }, value.value),
        el("td", { class: "quiet" }, source(value.source)))))));
}

function source(one) {
  return one.detail ? `${words(one.origin)}: ${one.detail}` : words(one.origin);
}

function findings(document) {
  const all = document.findings ?? [];
  if (!all.length) return null;
  return el("section", { "aria-labelledby": "findings" },
    el("h2", { id: "findings" }, `What to know (${all.length})`), all.map(finding));
}

