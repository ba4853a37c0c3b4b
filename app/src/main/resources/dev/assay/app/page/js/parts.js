// Pieces that several views show.

import * as api from "./api.js";
import { el, show, dialog } from "./dom.js";
import { words } from "./format.js";

const TONES = { error: "bad", warning: "warn", info: "info" };

/** What went wrong, what it means, and what to do. */
export function problem(one) {
  return el("div", { class: "note bad" },
    el("p", {}, el("strong", {}, one.subject ? `${one.subject}: ` : ""), one.what),
    one.meaning ? el("p", {}, one.meaning) : null,
    one.next ? el("p", { class: "quiet" }, one.next) : null);
}

/** The same for what was thrown. */
export function trouble(thrown) {
  if (thrown instanceof api.Refused) return problem(thrown.problem);
  return problem({ what: `A defect in the page: ${thrown.message}`, next: "Please report it." });
}

/** Something that the user should know. */
export function finding(one) {
  return el("div", { class: `note ${TONES[one.severity] ?? "info"}` },
    el("p", {}, el("span", { class: `tag ${TONES[one.severity] ?? "info"}` }, words(one.severity)), " ",
      el("code", {}, one.code)),
    el("p", {}, one.message),
    one.advice ? el("p", { class: "quiet" }, one.advice) : null);
}

/** A picture or film that the program hands out, with what it shows in words. */
export function picture(path, alt) {
  const frame = el("div", { class: "picture", "aria-busy": "true" }, el("p", { class: "quiet" }, "The picture is coming…"));
  api.picture(path).then(({ url, film }) => {
    frame.removeAttribute("aria-busy");
    show(frame, film
      ? el("video", { src: url, controls: true, loop: true, "aria-label": alt })
      : el("img", { src: url, alt, onerror: () => show(frame, el("p", { class: "quiet" }, "It cannot be shown.")) }));
  }, thrown => {
    frame.removeAttribute("aria-busy");
    show(frame, el("p", { class: "quiet" }, `No picture: ${thrown.message}`));
  });
  return frame;
}

/** A button that shows the site's answer as it came. */
export function rawAnswer(digest) {
  return el("button", { type: "button", onclick: async () => {
    try {
      const kept = await api.get(`/api/answers/${digest}`);
      dialog("The raw answer", el("p", { class: "quiet break" }, kept.answers[0].asked), el("pre", { tabindex: 0 }, kept.body));
    } catch (thrown) {
      dialog("The raw answer", trouble(thrown));
    }
  } }, "Raw answer");
}

/** A button that saves a document where the browser saves files: it comes with the secret only, which a link does not carry. */
export function saver(text, path, name) {
  return el("button", { type: "button", onclick: async event => {
    try {
      const document = await api.get(path);
      const url = URL.createObjectURL(new Blob([JSON.stringify(document, null, 2)], { type: "application/json" }));
      el("a", { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10000);
    } catch (thrown) {
      event.target.after(trouble(thrown));
    }
  } }, text);
}

/** A place where files can be dropped, or chosen by keyboard; where onLink is given, links too. */
export function dropZone(text, onFile, onLink) {
  const input = el("input", { type: "file", class: "unseen", "aria-label": text, onchange: () => {
    if (input.files.length) onFile(input.files[0]);
    input.value = "";
  } });
  const zone = el("label", { class: "drop",
    ondragover: () => zone.classList.add("over"),
    ondragleave: () => zone.classList.remove("over"),
    ondrop: event => {
      zone.classList.remove("over");
      const file = event.dataTransfer.files[0];
      const address = event.dataTransfer.getData("text/uri-list").split(/\r?\n/).find(line => /^https?:/.test(line));
      if (address && onLink) onLink(address);
      else if (file) onFile(file);
    } }, el("span", {}, text), input);
  return zone;
}
