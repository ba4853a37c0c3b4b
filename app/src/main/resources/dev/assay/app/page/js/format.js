// Numbers and times as the user's own locale has them.

const number = new Intl.NumberFormat();
const digits = new Intl.NumberFormat(undefined, { maximumFractionDigits: 6 });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
const units = UNITS.map((unit, at) => new Intl.NumberFormat(undefined,
  { style: "unit", unit, unitDisplay: at === 0 ? "long" : "short", maximumFractionDigits: at === 0 ? 0 : 1 }));

export function count(value) {
  return number.format(value);
}

/** So many of them, such as "1 file" and "2 files". */
export function counted(value, noun) {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** A number with all its digits. */
export function exact(value) {
  return digits.format(Number(value));
}

/** A size in bytes, in the decimal units in which disks and lines are sold. */
export function size(bytes) {
  if (bytes === null || bytes === undefined || bytes < 0) return "unknown";
  let at = 0;
  let value = bytes;
  while (value >= 1000 && at < UNITS.length - 1) {
    value /= 1000;
    at++;
  }
  return units[at].format(value);
}

export function rate(bytesPerSecond) {
  return `${size(bytesPerSecond)}/s`;
}

export function time(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : date.format(at);
}

/** How long, in the two largest units that say something. */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return "";
  const whole = Math.max(0, Math.round(seconds));
  const parts = [["hour", Math.floor(whole / 3600)], ["minute", Math.floor(whole / 60) % 60], ["second", whole % 60]];
  const from = parts.findIndex(([, value]) => value > 0);
  if (from < 0) return unit(0, "second");
  return parts.slice(from, from + 2).filter(([, value]) => value > 0).map(([name, value]) => unit(value, name)).join(" ");
}

function unit(value, name) {
  return new Intl.NumberFormat(undefined, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
}

/** "on-disk" is "on disk", and "clipSkip" "clip skip". */
export function words(key) {
  return String(key).replace(/([a-z])([A-Z])/g, (_, low, high) => `${low} ${high.toLowerCase()}`).replaceAll(/[-_]/g, " ");
}
