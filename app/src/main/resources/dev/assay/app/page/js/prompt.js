// Makes visible what a prompt does beside its words: LoRA tags, weights, embeddings, breaks.

import { el } from "./dom.js";

const TOKEN = /<(?:lora|lyco|hypernet):[^<>]*>|\bBREAK\b|embedding:[\w.\-/\\]+|\\.|[()[\]]|:\s*-?\d*\.?\d+\s*(?=[)\]])|[^<\\()[\]:Be]+|[\s\S]/g;
const MOST = 20000;

/** The prompt as elements; names are embeddings that the recipe uses. */
export function prompt(text, embeddings = []) {
  const root = el("div", { class: "prompt" });
  const open = [root];
  for (const [token] of text.slice(0, MOST).matchAll(TOKEN)) {
    const here = open.at(-1);
    if (/^<(lora|lyco|hypernet):/.test(token)) here.append(tag(token));
    else if (token === "BREAK") here.append(el("b", { class: "token break-mark" }, token));
    else if (token.startsWith("embedding:")) here.append(el("span", { class: "token embedding" }, token));
    else if (token === "(" || token === "[") open.push(group(here, token));
    else if ((token === ")" || token === "]") && open.length > 1) close(open, token);
    else if (/^:/.test(token) && open.length > 1 && /\d/.test(token)) weigh(here, token);
    else here.append(token);
  }
  if (text.length > MOST) root.append(`… (${text.length - MOST} more characters)`);
  // What was read letter by letter is one text again, in which a name can be found.
  root.normalize();
  mark(root, embeddings);
  return root;
}

function tag(token) {
  const [, name, weight] = token.slice(1, -1).split(":");
  return el("span", { class: "token lora", title: token }, name ?? token, weight ? el("b", {}, ` ${weight}`) : null);
}

function group(parent, bracket) {
  const span = el("span", { class: bracket === "(" ? "weight up" : "weight down" }, bracket);
  parent.append(span);
  return span;
}

function close(open, token) {
  open.pop().append(token);
}

function weigh(group, token) {
  const weight = Number(token.slice(1));
  group.setAttribute("class", `weight ${weight >= 1 ? "up" : "down"}`);
  group.append(el("b", {}, token));
}

/** Names of embeddings stand among the other words. */
function mark(root, embeddings) {
  if (!embeddings.length) return;
  const names = new RegExp(`(${embeddings.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = text.data.split(names);
    if (parts.length > 1) {
      text.replaceWith(...parts.map((part, at) => (at % 2 ? el("span", { class: "token embedding" }, part) : part)));
    }
  }
}
