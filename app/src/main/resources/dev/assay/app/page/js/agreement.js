// What somebody agrees to before anything is downloaded.

import * as api from "./api.js";
import { el, show } from "./dom.js";
import { counted, size } from "./format.js";
import { action, pickles } from "./parts.js";

/** One button, for exactly what is shown above it. */
export function agreement(job, order, words) {
  const { files, bytes, digest } = job.plan;
  const unknown = files.some(file => !file.bytes);
  const room = el("span");
  const pickle = order.kind === "sync" ? pickles(files.map(file => file.name)) : { element: null, order: () => ({ allowPickle: job.order.allowPickle }) };
  api.get("/api/place").then(({ freeBytes }) => show(room, freeBytes === null ? "" : `; free: ${size(freeBytes)}`,
    freeBytes !== null && bytes > freeBytes ? el("span", { class: "tag bad" }, "not enough room") : null), () => {});
  return el("div", { class: "card actions" },
    el("p", {}, el("strong", {}, `To download: ${unknown ? "at least " : ""}${size(bytes)}`), ` in ${counted(files.length, "file")}`, room),
    el("ul", {}, files.map(file => el("li", { class: "break" }, file.path, " ", el("span", { class: "quiet" }, file.bytes ? size(file.bytes) : "size unknown")))),
    el("p", {}, words),
    pickle.element,
    el("div", {}, action(`Get ${counted(files.length, "file")}`, async () => {
      location.hash = `#/job/${(await api.begun({ ...order, plan: digest, ...pickle.order() })).id}`;
    }, { class: "main", id: "agree-to-plan" })));
}
