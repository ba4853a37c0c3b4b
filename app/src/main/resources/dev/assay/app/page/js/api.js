// Speaks with the program. The secret of this start goes into a header: unlike a cookie, that is sent to no other port
// of this computer, and by no other page.

const KEY = "assay-secret";
/** What the program takes of a file: FilesApi. */
const MOST_BYTES = 256 << 20;

const pictures = new Map();

/** What the program says of something that cannot be done: a problem as in the documents of --json. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.what);
    this.status = status;
    this.problem = problem;
  }
}

/** Takes the secret, or the ticket for it, out of the address, where the browser would remember it. */
export async function begin() {
  const given = new URLSearchParams(location.hash.replace(/^#/, ""));
  if (!given.has("secret") && !given.has("ticket")) return;
  history.replaceState(null, "", location.pathname);
  if (given.has("secret")) {
    localStorage.setItem(KEY, given.get("secret"));
    return;
  }
  const answer = await post("/api/session", { ticket: given.get("ticket") });
  localStorage.setItem(KEY, answer.secret);
}

async function ask(path, options = {}) {
  const headers = { Authorization: `Bearer ${localStorage.getItem(KEY) ?? ""}`, ...options.headers };
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, credentials: "omit" });
  } catch {
    throw new Refused(0, { what: "The program does not answer.", meaning: "It has ended, or is just ending.",
      next: "Start it again with assay serve, and open the address that it prints." });
  }
  if (!answer.ok) {
    const document = await answer.json().catch(() => ({}));
    throw new Refused(answer.status, document.problems?.[0] ?? { what: `It answers with ${answer.status}.` });
  }
  return answer;
}

export async function get(path) {
  return (await ask(path)).json();
}

export async function post(path, body = {}) {
  return (await ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }))
    .json();
}

export async function remove(path) {
  return (await ask(path, { method: "DELETE" })).json();
}

/** Hands over a file; the answer has its id. */
export async function upload(file) {
  // It would be refused in the middle of being sent, which a browser tells as a broken line.
  if (file.size > MOST_BYTES) {
    throw new Refused(413, { subject: file.name, what: `It is larger than ${MOST_BYTES >> 20} MiB.`, meaning: "It was not taken.",
      next: "Use the command line for files of that size." });
  }
  // A folder, or a file that is gone by now, shows only when it is read; sending it would look like a broken line.
  await file.slice(0, 1).arrayBuffer().catch(() => {
    throw new Refused(0, { subject: file.name, what: "It cannot be read.", meaning: "It is a folder, or is there no more.", next: "Choose a file." });
  });
  return (await ask(`/api/files?name=${encodeURIComponent(file.name)}`,
    { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file })).json();
}

/** An address for an <img> of a picture that only comes with the secret. */
export async function picture(path) {
  if (!pictures.has(path)) {
    pictures.set(path, ask(path).then(answer => answer.blob()).then(blob =>
      ({ url: URL.createObjectURL(blob), film: blob.type.startsWith("video/") })));
    pictures.get(path).catch(() => pictures.delete(path));
  }
  return pictures.get(path);
}

/** Begins a job. */
export function begun(order) {
  return post("/api/jobs", order);
}

/**
 * Hears of every change of a job until it is over, through broken lines too. onChange is awaited.
 * Returns what ends the hearing; onTrouble hears a Refused where it is given up.
 */
export function watch(id, onChange, onTrouble) {
  const ending = new AbortController();
  hear(id, onChange, ending.signal).catch(trouble => { if (!ending.signal.aborted) onTrouble(trouble); });
  return () => ending.abort();
}

async function hear(id, onChange, signal) {
  let last = 0;
  let defect = null;
  for (let failures = 0; failures < 5; failures++) {
    await visible();
    const hidden = new AbortController();
    const hide = () => { if (document.hidden) hidden.abort(); };
    document.addEventListener("visibilitychange", hide);
    try {
      const answer = await ask(`/api/jobs/${id}/events`,
        { signal: AbortSignal.any([signal, hidden.signal]), headers: { "Last-Event-ID": String(last) } });
      for await (const event of events(answer.body)) {
        await onChange(event).catch(thrown => {
          if (!(thrown instanceof Refused)) defect = thrown;
          throw thrown;
        });
        failures = 0;
        last = event.version;
        if (event.state === "done" || event.state === "cancelled") return;
      }
    } catch (trouble) {
      if (signal.aborted || trouble.status >= 400 || trouble === defect) throw trouble;
      if (hidden.signal.aborted) failures = -1;
    } finally {
      document.removeEventListener("visibilitychange", hide);
    }
    if (signal.aborted) return;
    await new Promise(ready => setTimeout(ready, 500 * (failures + 1)));
  }
  throw new Refused(0, { what: "The program does not answer any more.", meaning: "What it was doing is not lost.",
    next: "Start it again with assay serve, and open the address that it prints." });
}

/** A tab that nobody sees hears nothing: a browser keeps six lines to one address, for all its tabs. */
function visible() {
  return new Promise(ready => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      ready();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });
}

async function* events(body) {
  let rest = "";
  for await (const bytes of body.pipeThrough(new TextDecoderStream())) {
    rest += bytes;
    const whole = rest.split("\n\n");
    rest = whole.pop();
    for (const event of whole) {
      const data = event.split("\n").filter(line => line.startsWith("data: ")).map(line => line.slice(6)).join("\n");
      if (data) yield JSON.parse(data);
    }
  }
}
