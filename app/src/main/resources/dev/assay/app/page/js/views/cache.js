// The site's answers that are kept: what lies there, each as it came, and forgetting them.

import * as api from "../api.js";
import { agreed, announce, el, link, show } from "../dom.js";
import { count, counted, size, time } from "../format.js";
import { action, problem, rawAnswer } from "../parts.js";
import { rows } from "../rows.js";

const HIGH = 64;

export async function cacheView(box) {
  const document = await api.get("/api/answers");
  const answers = document.answers;
  const bytes = sum(answers);
  const head = [el("h1", {}, "Answers of the site that are kept"),
    el("p", { class: "quiet" }, "Each answer is kept as it came, for you to look at, and for what is asked offline; only those that were proven"
      + " are used again. There are never more than 5000, nor more than 256 MiB.")];
  if (!answers.length) {
    show(box, head, (document.problems ?? []).map(problem), el("p", {}, "There are none."), back());
    return;
  }
  const clear = action(`Forget ${answers.length === 1 ? "it" : `all ${count(answers.length)}`}`, async () => {
    if (!await agreed("Forget the answers?", `${counted(answers.length, "answer")}, ${size(bytes)}. Reports stay as they are, but their raw`
      + " answers cannot be looked at any more, and nothing can be asked offline until it was asked again. Models, workflows and pictures"
      + " are not touched.", "Forget them", "Keep them")) return;
    const { forgotten } = await fresh();
    await cacheView(box);
    announce(`${counted(forgotten, "answer")} forgotten.`);
  }, { id: "clear" });
  const fresh = () => api.remove("/api/answers");
  show(box, head, el("p", {}, el("strong", {}, `${counted(answers.length, "answer")}, ${size(bytes)}`),
    `, ${count(answers.filter(one => one.proven).length)} of them proven`), el("div", { class: "row" }, clear, back()), table(answers));
}

function back() {
  return link("#/doctor", "Back to the doctor", { class: "button" });
}

function sum(answers) {
  return answers.reduce((all, one) => all + one.bytes, 0);
}

function table(answers) {
  const list = rows(HIGH, "Answers", row);
  const found = el("p", { class: "quiet", role: "status" });
  const search = el("input", { type: "search", id: "filter", autocomplete: "off", spellcheck: "false", placeholder: "part of an address" });
  const filter = () => {
    const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = answers.filter(one => terms.every(term => one.asked.toLowerCase().includes(term)));
    list.show(shown);
    found.textContent = `${count(shown.length)} of ${counted(answers.length, "answer")}, ${size(sum(shown))}`;
  };
  search.addEventListener("input", filter);
  queueMicrotask(filter);
  return el("section", {}, el("p", {}, el("label", { for: "filter" }, "Filter"), search), found, list.element);
}

/** What was asked for says more than who was asked, which is nearly always the site. */
function row(one) {
  const [, host, path] = /^https?:\/\/([^/]+)\/(?:api\/)?(.*)$/.exec(one.asked) ?? [];
  return [el("div", { role: "cell", class: "grow" },
    el("p", { class: "name mono", title: one.asked }, path || one.asked),
    el("p", { class: "quiet name" }, [host, time(one.at), `status ${one.status}`, size(one.bytes)].filter(Boolean).join(" · "))),
  el("div", { role: "cell", class: "tags" }, el("span", { class: `tag ${one.proven ? "good" : ""}` }, one.proven ? "proven" : "not proven")),
  el("div", { role: "cell" }, rawAnswer(one.digest, one.asked))];
}
