// What is configured, what works, and what to do about what does not.

import * as api from "../api.js";
import { announce, el, link, show } from "../dom.js";
import { counted, size, time } from "../format.js";
import { action, once, problem } from "../parts.js";
import { held, isHeld } from "./jobs.js";

const STATES = { bad: ["bad", "not well"], note: ["info", "to know"], well: ["good", "well"] };
const ORDER = Object.keys(STATES);

export async function doctorView(box, [id]) {
  const { jobs } = await api.get("/api/jobs");
  const all = jobs.filter(job => job.order.kind === "doctor");
  const last = id ? all.find(job => job.id === id) : all[0];
  const wrong = el("div", { role: "alert" });
  const body = el("div");
  let stop = () => {};
  const look = action(last ? "Look again" : "Look at everything", async () => follow(await api.begun({ kind: "doctor" })),
    { id: "look", class: last ? "" : "main", wrong });
  const follow = job => new Promise((over, failed) => {
    show(body, el("p", {}, "Asking the site, and looking at the folders and at ComfyUI…"), el("progress", { "aria-label": "Looking at everything" }));
    stop = api.watch(job.id, async next => {
      if (isHeld(next)) show(body, held(next));
      if (next.state === "done") {
        look.classList.remove("main");
        look.textContent = "Look again";
        announce(await found(body, next));
      }
      if (next.state === "done" || isHeld(next)) over();
    }, failed);
  });
  show(box, el("h1", {}, "Doctor"), el("p", { class: "quiet" }, "Whether everything is there that Assay needs: your settings, the key, the folders, the connection, and ComfyUI."),
    el("p", {}, look), wrong, body, await kept());
  if (last?.state === "done") await found(body, last);
  else if (last?.state === "running" || last?.state === "queued") once(look, () => follow(last), wrong);
  return () => stop();
}

/** Shows it, what is wrong first, and returns it in a sentence. */
async function found(body, job) {
  const document = await api.get(`/api/jobs/${job.id}/document`);
  const items = [...(document.items ?? [])].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  const bad = items.filter(one => one.state === "bad").length;
  const words = bad ? `${counted(bad, "thing")} ${bad === 1 ? "is" : "are"} not well.` : "Everything that is needed is there.";
  show(body, (document.problems ?? []).map(problem),
    items.length ? [el("p", { class: `note ${bad ? "bad" : "good"}` }, el("strong", {}, words), ` ${time(job.createdAt)}`),
      el("ul", { class: "plain list" }, items.map(item))] : null);
  return words;
}

function item(one) {
  const [tone, word] = STATES[one.state] ?? ["info", one.state];
  return el("li", { class: "row" }, el("span", { class: `tag ${tone} state` }, word),
    el("span", { class: "grow break" }, el("strong", {}, one.subject), el("br"), one.found,
      one.advice ? [el("br"), el("span", { class: one.state === "bad" ? "" : "quiet" }, one.advice)] : null));
}

/** What is kept of the site's answers, and the way there. */
async function kept() {
  const { answers } = await api.get("/api/answers").catch(() => ({ answers: null }));
  return el("section", { "aria-labelledby": "kept" }, el("h2", { id: "kept" }, "Answers of the site that are kept"),
    el("p", {}, answers ? `${counted(answers.length, "answer")}, ${size(answers.reduce((all, one) => all + one.bytes, 0))}. ` : "They cannot be read. ",
      link("#/cache", "Look at them, or forget them")));
}
