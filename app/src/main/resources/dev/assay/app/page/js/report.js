// The report of an image: what the documents of show and make say, beside the picture.

import { el } from "./dom.js";
import { count, time, words } from "./format.js";
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
  // Why it stopped stands above all else, also where the window is narrow.
  return [(document.problems ?? []).map(problem), el("div", { class: "beside" },
    el("div", { class: "pictures" }, pictures(job, document)),
    el("div", { class: "facts" },
      verdict(document),
      settings(document),
      ingredients(job, document, onOther),
      findings(document)))];
}

/** What there is to see of it so far. */
export function pictures(job, document) {
  if (job.pictures.includes("original")) {
    return el("figure", {}, picture(`/api/jobs/${job.id}/pictures/original`, `The image: ${job.title}`),
      el("figcaption", {}, job.title));
  }
  const sides = document.verdict && document.verdict.state !== "proven" ? sidesOf(job, document) : [];
  if (sides.length) return bothSides(job, document, sides);
  return el("p", { class: "quiet" }, job.state === "running" ? "The picture is coming…" : "There is no picture.");
}

/** The files that witnesses speak of, each once, with who speaks of it and for which image. */
function sidesOf(job, document) {
  const sides = new Map();
  document.verdict.evidence.forEach((one, at) => {
    if (!one.media) return;
    if (!sides.has(one.media)) sides.set(one.media, { media: one.media, witnesses: [], ids: new Set(), picture: null });
    const side = sides.get(one.media);
    side.witnesses.push(words(one.witness));
    side.ids.add(one.imageId ?? null);
    if (job.pictures.includes(`witness-${at}`)) side.picture ??= `witness-${at}`;
  });
  return [...sides.values()];
}

/** What was asked for and what came back, next to each other; or, where that is disputed, what each witness shows for it. */
function bothSides(job, document, sides) {
  const { id, media, name } = document.subject ?? {};
  const asked = sides.filter(side => side.media === media || (id && side.ids.size === 1 && side.ids.has(id)));
  const others = sides.filter(side => !asked.includes(side));
  const figure = (side, style, label, text, alt) => el("figure", { class: style },
    side?.picture ? picture(`/api/jobs/${job.id}/pictures/${side.picture}`, alt)
      : el("div", { class: "picture none" }, el("p", {}, side ? "Its picture cannot be had." : "No witness shows it.")),
    el("figcaption", {}, el("strong", {}, label), text));
  const who = side => side.witnesses.join(", ");
  return el("div", { class: "sides" },
    asked.length > 1 ? asked.map(side => figure(side, "wrong", "One answer: ", `file ${side.media} (${who(side)})`,
      `What one answer shows for ${name}: file ${side.media}`))
      : figure(asked[0], "", "Asked for: ", name ?? document.reference, `The image that was asked for: ${name}`),
    others.map(side => {
      const which = [...side.ids].map(other => (other ? `image ${other}` : "an image without a number")).join(", ");
      return figure(side, "wrong", "Came back: ", `${which} (${who(side)})`, `What came back: ${which}`);
    }));
}

function verdict(document) {
  const [tone, text] = VERDICTS[document.verdict?.state] ?? ["info", "Nothing was asked"];
  const evidence = document.verdict?.evidence ?? [];
  return el("section", { class: "card", "aria-labelledby": "verdict" },
    el("h2", { id: "verdict", class: "first" }, el("span", { class: `badge tag ${tone}` }, text), " ",
      document.subject?.name ?? document.reference),
    el("p", { class: "quiet" }, [
      document.verdict?.witnesses > 1 ? `${count(document.verdict.witnesses)} witnesses say the same.` : document.verdict?.witnesses ? "One witness." : null,
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

