// What an image is made of, a card for each; where a version has several files and nothing tells which was used, the choice.

import * as api from "./api.js";
import { el, show } from "./dom.js";
import { size, words } from "./format.js";
import { modelLink, trouble } from "./parts.js";

const STATES = { "on-disk": "good", fetched: "good", missing: "warn", unavailable: "bad", "not-looked-for": "info" };

/** All of them. onOther hears whether other files are chosen than those that are shown. */
export function ingredients(job, document, onOther) {
  const all = document.ingredients ?? [];
  if (!all.length) return null;
  // While the job is under way the report is drawn again, and a choice would be lost.
  const choice = job.order.kind === "show" && job.state === "done" && all.some(one => one.choices?.length) ? chooser(job, onOther) : null;
  return el("section", { "aria-labelledby": "ingredients" },
    el("h2", { id: "ingredients" }, "Ingredients"),
    choice?.element,
    el("ul", { class: "plain cards" }, all.map((one, at) => card(one, at, choice))));
}

function card(one, at, choice) {
  const file = one.resolution.file;
  const where = one.state.path ?? "";
  return el("li", { class: "card" },
    el("p", {}, el("span", { class: "tag" }, words(one.role)), " ",
      el("span", { class: `tag ${STATES[one.state.kind] ?? "info"}` }, words(one.state.kind)),
      one.strength === null ? null : [" ", el("span", { class: "tag" }, `strength ${one.strength}`)]),
    el("h3", { class: "break" }, file ? modelLink(file, `${file.model} · ${file.version}`) : one.name),
    file ? el("p", { class: "quiet break" }, `${file.type} · ${file.baseModel} · ${size(file.bytes)}`) : null,
    file ? el("p", { class: "break mono" }, file.name) : null,
    where ? el("p", { class: "quiet break" }, where) : null,
    one.resolution.why ? el("p", {}, one.resolution.why) : null,
    one.state.why && one.state.why !== one.resolution.why ? el("p", {}, one.state.why) : null,
    one.choices?.length ? choices(one, at, choice) : null,
    file?.sha256 ? el("details", {}, el("summary", {}, "How it was identified"),
      el("p", {}, one.resolution.how), el("p", { class: "break mono" }, `SHA-256 ${file.sha256}`),
      el("ul", {}, one.clues.map(clue => el("li", { class: "break" }, clue)))) : null,
    (one.resolution.candidates ?? []).length && !one.choices?.length ? el("details", {}, el("summary", {}, "Candidates"),
      el("ul", {}, one.resolution.candidates.map(other => el("li", {}, modelLink(other, `${other.model} · ${other.version}`)))))
      : null);
}

/** The files of its version, where only a choice decides. */
function choices(one, at, choice) {
  return el("fieldset", { class: "choices", disabled: !choice },
    el("legend", {}, `Nothing says which of ${one.choices.length} files was used`),
    one.choices.map(file => el("label", { class: "choice" },
      el("input", { type: "radio", name: `file-of-${at}`, value: file.fileId, checked: file.fileId === one.resolution.file?.fileId,
        onchange: () => choice.take(one, file) }),
      el("span", { class: "break" }, el("span", { class: "mono" }, file.name), " ",
        el("span", { class: "quiet" }, [form(file.form), size(file.bytes)].filter(Boolean).join(" · "))))));
}

/** Which form it is, such as "pruned fp16". */
function form(of) {
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
  const element = el("form", { class: "card", onsubmit: async event => {
    event.preventDefault();
    try {
      const next = await api.begun({ ...job.order, choices: [...chosen], prefer: prefer.value });
      location.replace(`#/image/${next.id}`);
    } catch (thrown) {
      show(wrong, trouble(thrown));
    }
  } },
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
