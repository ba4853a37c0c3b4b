// What an image is made of, a card for each; where a version has several files and nothing tells which was used, the choice.

import * as api from "./api.js";
import { el, link, show } from "./dom.js";
import { size, words } from "./format.js";
import { form, picture } from "./parts.js";

const STATES = { "on-disk": "good", fetched: "good", missing: "warn", unavailable: "bad", "not-looked-for": "info" };
const SCANS = { clean: "clean, by the site's scan", unknown: "The site does not say.", dangerous: "dangerous, by the site's scan" };

/** All of them. onOther hears whether other files are chosen than those that are shown. */
export function ingredients(job, document, onOther) {
  const all = document.ingredients ?? [];
  if (!all.length) return null;
  const choice = job.order.kind === "show" && all.some(one => one.choices?.length) ? chooser(job, onOther) : null;
  return el("section", { "aria-labelledby": "ingredients" },
    el("h2", { id: "ingredients" }, "Ingredients"),
    choice?.element,
    el("ul", { class: "plain cards" }, all.map((one, at) => card(one, at, job, choice))));
}

/** One of them. choice hears which of several files is meant; without it, nothing can be chosen. */
export function card(one, at, job, choice) {
  const file = one.resolution.file;
  const title = file ? `${file.model} · ${file.version}` : one.name;
  return el("li", { class: "card" },
    el("p", {}, el("span", { class: "tag" }, words(one.role)), " ",
      el("span", { class: `tag ${STATES[one.state.kind] ?? "info"}` }, words(one.state.kind)),
      one.strength === null || one.strength === undefined ? null : [" ", el("span", { class: "tag" }, `strength ${one.strength}`)]),
    el("h3", { class: "break" }, file?.page ? link(file.page, title) : title),
    file ? preview(one, at, job, title) : null,
    file ? el("p", { class: "break mono" }, file.name) : null,
    one.resolution.why ? el("p", {}, one.resolution.why) : null,
    one.state.why && one.state.why !== one.resolution.why ? el("p", {}, one.state.why) : null,
    one.choices?.length ? choices(one, at, choice) : null,
    file ? facts(one, file) : null,
    file ? el("details", {}, el("summary", {}, "How it was identified"),
      el("p", {}, one.resolution.how), el("p", { class: "break mono" }, file.sha256 ? `SHA-256 ${file.sha256}` : "No SHA-256 is stated."),
      el("ul", {}, one.clues.map(clue => el("li", { class: "break" }, clue)))) : null,
    (one.resolution.candidates ?? []).length && !one.choices?.length ? el("details", {}, el("summary", {}, "Candidates"),
      el("ul", {}, one.resolution.candidates.map(other => el("li", {}, candidate(other))))) : null);
}

function candidate(file) {
  const title = [file.model, file.version, file.name].filter(Boolean).join(" · ");
  return file.page ? link(file.page, title) : title;
}

/** The site's own picture comes through the program; one that is not for everybody only when it is asked for. */
function preview(one, at, job, title) {
  // What get says of a model has no word about pictures.
  if (one.preview === undefined) return null;
  if (!one.preview) return el("p", { class: "quiet" }, one.terms ? "The site shows no picture of it." : "No picture of it was asked for.");
  const place = el("div", { class: "preview" });
  const reveal = () => show(place, picture(`/api/jobs/${job.id}/previews/${at}`, `A picture that the site shows of ${title}`));
  if (one.preview.mild) reveal();
  else place.append(el("button", { type: "button", onclick: reveal }, "Show the site's picture, which may be mature"));
  return place;
}

function facts(one, file) {
  const rows = [["Kind", file.type], ["Base", file.baseModel], ["Size", size(file.bytes > 0 ? file.bytes : null)],
    ["Folder", one.state.directory], ["Place", one.state.path], ["Licence", licence(one)], ["Access", access(one, file)],
    ["Price", one.terms?.price], ["Scan", SCANS[file.scan]]];
  return el("dl", { class: "facts-of" }, rows.filter(([, value]) => value).map(([name, value]) =>
    [el("dt", {}, name), el("dd", { class: "break" }, value)]));
}

function licence(one) {
  return one.terms ? one.terms.licence ?? "The site does not say." : "Nobody was asked.";
}

function access(one, file) {
  const signIn = { true: "sign-in needed", false: "no sign-in needed" }[one.terms?.signIn];
  return [file.access?.message, signIn].filter(Boolean).join("; ") || (one.terms ? "The site does not say." : "Nobody was asked.");
}

/** The files of its version, where only a choice decides. */
function choices(one, at, choice) {
  return el("fieldset", { class: "choices", disabled: !choice },
    el("legend", {}, choice?.legend ?? `Which of ${one.choices.length} files was used, nobody says`),
    one.choices.map(file => el("label", { class: "choice" },
      el("input", { type: "radio", name: `file-of-${at}`, value: file.fileId, checked: file.fileId === one.resolution.file?.fileId,
        onchange: () => choice.take(one, file) }),
      el("span", { class: "break" }, el("span", { class: "mono" }, file.name), " ",
        el("span", { class: "quiet" }, [shape(file.form), size(file.bytes)].filter(Boolean).join(" · "))))));
}

/** Which form it is, such as "pruned fp16". */
function shape(of) {
  return of ? [of.size, of.fp, of.quantType, of.format].filter(Boolean).join(" ") : "";
}

/** Gathers what is chosen, and has the plan made anew: only the program says what comes of it. */
function chooser(job, onOther) {
  const chosen = new Set(job.order.choices ?? []);
  const wrong = el("div", { "aria-live": "assertive" });
  const prefer = el("input", { type: "text", id: "prefer", autocomplete: "off", spellcheck: "false", value: job.order.prefer ?? "",
    placeholder: "fp16, pruned", oninput: () => changed() });
  const renew = el("button", { class: "main", id: "renew", disabled: true }, "Make the plan anew");
  const changed = () => {
    renew.disabled = false;
    onOther(true);
  };
  const element = form({ class: "card" }, async () => {
    const next = await api.begun({ ...job.order, choices: [...chosen], prefer: prefer.value });
    location.replace(`#/image/${next.id}`);
  }, wrong,
  el("p", {}, "Some versions have several files. Choose for each below, or say what you prefer in general; where you say nothing, it is"
    + " the site's primary file."),
  el("label", { for: "prefer" }, "Preferred, the most important first"),
  el("div", { class: "ask" }, prefer, renew), wrong);
  return {
    element,
    take(one, file) {
      for (const other of one.choices) chosen.delete(other.fileId);
      chosen.add(file.fileId);
      changed();
    },
  };
}
