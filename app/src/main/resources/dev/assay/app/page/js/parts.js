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

/** A button that shows the site's answer as it came; to what, it says where many stand together. */
export function rawAnswer(digest, asked) {
  return el("button", { type: "button", "aria-label": asked ? `Raw answer to ${asked}` : null, onclick: async () => {
    try {
      const kept = await api.get(`/api/answers/${digest}`);
      dialog("The raw answer", el("p", { class: "quiet break" }, kept.answers[0].asked), el("pre", { tabindex: 0 }, kept.body));
    } catch (thrown) {
      dialog("The raw answer", trouble(thrown));
    }
  } }, "Raw answer");
}

/**
 * Does what a button is for, once however often it is pressed; what goes wrong is told in that place, or after the button.
 * Whoever came to the button by keyboard stays there.
 */
export async function once(button, work, wrong) {
  if (button.disabled) return;
  const focused = document.activeElement === button;
  const place = wrong ?? told(button);
  button.disabled = true;
  show(place);
  try {
    await work();
  } catch (thrown) {
    show(place, trouble(thrown));
  } finally {
    button.disabled = false;
    if (focused && document.activeElement === document.body) button.focus();
  }
}

function told(button) {
  if (!button.nextElementSibling?.classList.contains("told")) button.after(el("div", { class: "told", role: "alert" }));
  return button.nextElementSibling;
}

/** A button that does one thing, once at a time. */
export function action(text, work, { wrong, ...properties } = {}) {
  const button = el("button", { type: "button", ...properties, onclick: () => once(button, work, wrong) }, text);
  return button;
}

/** A form that is sent once at a time; its last button is the one that sends it. */
export function form(properties, work, wrong, ...content) {
  const element = el("form", { ...properties, onsubmit: event => {
    event.preventDefault();
    once([...element.querySelectorAll("button.main")].at(-1), work, wrong);
  } }, content);
  return element;
}

/** A button that saves a document where the browser saves files: it comes with the secret only, which a link does not carry. */
export function saver(text, path, name, properties = {}) {
  return action(text, async () => save(await api.get(path), name), properties);
}

/** Hands a document over to be saved. */
export function save(document, name) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(document, null, 2)], { type: "application/json" }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/**
 * A place where files can be dropped or pasted, or chosen by keyboard; where onLink is given, links too. It takes one at a
 * time, and tells what goes wrong.
 */
export function dropZone(text, onFile, onLink) {
  const words = el("span", {}, text);
  const wrong = el("div", { role: "alert" });
  let busy = false;
  const take = async (what, work) => {
    if (busy) return;
    busy = true;
    show(wrong);
    words.textContent = `Taking ${what}…`;
    try {
      await work();
    } catch (thrown) {
      show(wrong, trouble(thrown));
    } finally {
      busy = false;
      words.textContent = text;
    }
  };
  const input = el("input", { type: "file", class: "unseen", "aria-label": text, onchange: () => {
    const [file] = input.files;
    if (file) take(file.name, () => onFile(file));
    input.value = "";
  } });
  const zone = el("label", { class: "drop",
    ondragover: () => zone.classList.add("over"),
    ondragleave: () => zone.classList.remove("over"),
    ondrop: event => {
      event.stopPropagation();
      event.preventDefault();
      element.take(event.dataTransfer);
    } }, words, input);
  const element = el("div", { class: "takes" }, zone, wrong);
  element.take = data => {
    zone.classList.remove("over");
    const [file] = data.files;
    const address = data.getData("text/uri-list").split(/\r?\n/).find(line => /^https?:/.test(line));
    if (address && onLink) take("the link", () => onLink(address));
    else if (file) take(file.name, () => onFile(file));
    else show(wrong, problem({ what: "That is nothing that can be taken here.", next: onLink ? "Drop a file or a link." : "Drop a file." }));
  };
  return element;
}

/** Whether formats that can run code are wanted, where there are any among these names; as --allow-pickle. */
export function pickles(names) {
  const box = el("input", { type: "checkbox", id: "pickle" });
  const some = names.some(name => /\.(ckpt|pt|pth|bin|pkl)$/i.test(name));
  return { order: () => (box.checked ? { allowPickle: true } : {}),
    element: some ? el("p", {}, el("label", { class: "check" }, box, "Also fetch formats that can run code when they are loaded"
      + " (.ckpt, .pt and the like); what the site's scan calls dangerous is never fetched")) : null };
}
