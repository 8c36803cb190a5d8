// What is typed waits in the browser's storage until the server has said that it is saved: one item per edit, so that
// two windows never lose each other's.

import { ask, byId, fill, firstBox, form, make, mark, rows, saved, say, show, showPoints, showStatus } from "./sheet-rows.js";

const address = form.dataset.cells;
const store = `parindex.${form.dataset.account}.${form.dataset.card}.`;
const signIn = `${form.dataset.signIn}?tro-lai=${encodeURIComponent(location.pathname + location.search)}`;
const queue = [];
let keeps = true;

export const pendingOf = code => queue.filter(entry => entry.code === code);
export const isUnkept = () => !keeps && queue.length > 0;

/** What the boxes of a row hold once everything on its way has arrived. */
export const expected = row => Object.assign(saved(row), ...pendingOf(row.code).map(entry => entry.boxes));

function keep(entry) {
  try {
    localStorage.setItem(store + entry.key, JSON.stringify(entry));
  } catch {
    keeps = false;
  }
}

function forget(entry) {
  const at = queue.indexOf(entry);
  if (at >= 0) {
    queue.splice(at, 1);
  }
  try {
    localStorage.removeItem(store + entry.key);
  } catch {
    keeps = false;
  }
}

function readStored() {
  try {
    const found = Object.keys(localStorage).filter(name => name.startsWith(store)).map(name => JSON.parse(localStorage.getItem(name)));
    queue.push(...found.sort((a, b) => a.at - b.at));
  } catch {
    keeps = false;
  }
}

// Two windows may number edits in the same millisecond; within one they never tie.
let clock = 0;
const now = () => clock = Math.max(Date.now(), clock + 1);

/** Puts an edit into the queue; one that waits unsent for the same cell is replaced, one under way is followed. */
export function enqueue(row, boxes, accept = false) {
  const last = pendingOf(row.code).at(-1);
  let base = row.token.value;
  if (last && !last.tried && !accept && !last.accept) {
    boxes = { ...last.boxes, ...boxes };
    base = last.version;
    forget(last);
  } else if (last?.state) {
    // The edit before was refused or met another: this one stands in its place.
    boxes = accept ? boxes : { ...last.boxes, ...boxes };
    base = last.state === "conflict" ? last.version : row.token.value;
    forget(last);
  }
  row.clash?.remove();
  const entry = { key: crypto.randomUUID(), code: row.code, leaf: row.leaf, address: row.address, title: row.title, stage: row.stage, version: base, boxes, accept, at: now(), tried: false };
  keep(entry);
  queue.push(entry);
  mark(row, "queued");
  flushSoon();
}

// ── Sending ───────────────────────────────────────────────────────────────────────────────────────────────────────
let sending = false;
let paused = null;
let delay = 0;
let isBusy = false;
let timer = 0;

function flushSoon(wait = 0) {
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
}

export async function post(edits, preview, to = address) {
  return fetch(to, {
    method: "POST",
    credentials: "same-origin",
    redirect: "manual",
    headers: {
      "Content-Type": "application/json",
      "Accept": "application/json",
      "RequestVerificationToken": form.elements["__RequestVerificationToken"].value,
    },
    body: JSON.stringify({ preview, edits }),
    signal: AbortSignal.timeout(30000),
  });
}

const sent = entry => ({ key: entry.key, leaf: entry.leaf ?? entry.code, stage: entry.stage, version: entry.version, accept: entry.accept, ...entry.boxes });

/** How long the server asks to wait, in milliseconds: it says seconds, or a day and hour; 0 when it says nothing. */
export function waitOf(answer) {
  const said = answer.headers.get("Retry-After") ?? "";
  const milliseconds = /^\d+$/.test(said) ? 1000 * Number(said) : Date.parse(said) - Date.now();
  return Math.min(Math.max(0, milliseconds || 0), 3600000);
}

/** An answer that says to come back, not that something is wrong. */
export const asksToWait = answer => answer.status === 429 || answer.status >= 502;

/** Stops where only the person can go on: another sign-in, a page that is too old, a right that is gone. */
export function stopAt(answer) {
  if (answer.status === 401 || answer.type === "opaqueredirect") {
    pause("session", "signIn", signIn);
  } else if (answer.status === 403 || answer.status === 404) {
    pause("forbidden", "reload", location.href);
  } else if (answer.status === 400) {
    pause("oldPage", "reload", location.href);
  } else {
    return false;
  }
  return true;
}

async function flush() {
  if (sending || paused) {
    return;
  }
  const batch = [];
  const busy = new Set();
  for (const entry of queue) {
    // Each scorecard has an address of its own: one at a time where cells of several are shown.
    if (!entry.state && !busy.has(entry.code) && batch.length < 200 && (batch.length === 0 || batch[0].address === entry.address)) {
      batch.push(entry);
    }
    busy.add(entry.code);
  }
  if (batch.length === 0) {
    tell();
    return;
  }
  sending = true;
  for (const entry of batch) {
    entry.tried = true;
    keep(entry);
    mark(rows.get(entry.code), "saving");
  }
  try {
    const answer = await post(batch.map(sent), false, batch[0].address);
    const isJson = answer.headers.get("Content-Type")?.includes("json");
    const body = isJson ? await answer.json() : null;
    if (body?.cells) {
      delay = 0;
      isBusy = false;
      take(batch, body);
    } else if (!stopAt(answer)) {
      later(waitOf(answer), asksToWait(answer));
    }
  } catch {
    later(0, false);
  } finally {
    sending = false;
  }
  tell();
  if (!paused && delay === 0 && queue.some(entry => !entry.state)) {
    flushSoon();
  }
}

/** The line is gone or the server busy: again in a while, and at once when the line is back. */
function later(asked, busy) {
  isBusy = busy;
  delay = Math.min(delay ? delay * 2 : 1000, 30000);
  markQueued();
  flushSoon(Math.max(delay, asked));
}

function markQueued() {
  for (const entry of queue.filter(entry => !entry.state)) {
    mark(rows.get(entry.code), "queued");
  }
}

function pause(text, link, target) {
  paused = text;
  const bar = byId("thanh-loi");
  bar.replaceChildren(make("p", {}, say(text) + " ", make("a", { href: target, textContent: say(link) })));
  bar.hidden = false;
  markQueued();
}

function take(batch, body) {
  for (const cell of body.cells) {
    const entry = batch.find(candidate => candidate.key === cell.key);
    if (entry) {
      settle(entry, cell, body.status);
    }
  }
  showStatus(body.status);
  if (body.cells.some(cell => cell.result === "saved")) {
    byId("trang-thai").dataset.at = new Date().toLocaleTimeString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour12: false });
  }
}

/** What the boxes of a row show of a cell: a row may have fewer boxes than its leaf. */
const shown = (row, cell) => row.shown?.(cell) ?? cell.boxes;

function settle(entry, cell, status) {
  const row = rows.get(entry.code);
  if (cell.result === "saved") {
    forget(entry);
    const next = pendingOf(entry.code);
    for (const waiting of next) {
      waiting.version = cell.version;
      keep(waiting);
    }
    if (row?.token) {
      // What is being typed this moment stays.
      const typing = Object.keys(row.boxes).filter(letter => row.boxes[letter] === document.activeElement && row.boxes[letter].value !== (entry.boxes[letter] ?? row.boxes[letter].dataset.was));
      row.token.value = cell.version;
      show(row, shown(row, cell), [...typing, ...next.flatMap(waiting => Object.keys(waiting.boxes))]);
      showPoints(row, cell.points);
      row.clash?.remove();
      row.line.querySelector(".take")?.toggleAttribute("hidden", entry.accept);
      row.took?.(cell, status);
      mark(row, next.length ? "queued" : "saved");
      ask(row, cell.asks);
      byId("loa").textContent = say("cellSaved", entry.title ?? entry.code, cell.points || say(cell.state)) + (cell.asks ? `. ${cell.asks}` : "");
      form.dispatchEvent(new CustomEvent("cellsaved", { detail: row.code }));
    }
    return;
  }
  entry.state = cell.result;
  entry.message = cell.message;
  entry.cell = cell;
  entry.version = cell.version ?? entry.version;
  keep(entry);
  showProblem(entry);
}

/** Both values of a conflict, or why something was not taken, beside the cell; nothing typed is lost. */
function showProblem(entry) {
  const row = rows.get(entry.code);
  if (!row?.cell) {
    return;
  }
  const cell = entry.cell ?? {};
  show(row, shown(row, cell), Object.keys(entry.boxes));
  fill(row, entry.boxes);
  mark(row, entry.state, null, Object.keys(entry.boxes));
  row.clash?.remove();
  row.clash = row.cell.appendChild(make("div", { className: "clash" }));
  const drop = () => {
    forget(entry);
    row.token.value = cell.version ?? row.token.value;
    show(row, cell.boxes ? shown(row, cell) : saved(row));
    row.clash.remove();
    mark(row, null);
    firstBox(row).focus();
    tell();
  };
  const button = (text, act) => make("button", { type: "button", className: "btn", textContent: text, onclick: act });
  if (entry.state === "conflict") {
    const who = cell.who ?? say("somebody");
    row.clash.append(
      make("span", {}, say("mine", entry.accept ? "✓" : Object.values(entry.boxes).filter(Boolean).join(" · "))),
      make("span", {}, say("theirs", who, cell.at ?? "", cell.theirs ?? "")),
      button(say("keepMine"), () => {
        const { boxes, accept } = entry;
        row.token.value = entry.version;
        enqueue(row, boxes, accept);
        firstBox(row).focus();
      }),
      button(say("takeTheirs", who), drop));
  } else {
    row.clash.append(make("span", {}, entry.message ?? ""), button(say("drop"), drop));
  }
  byId("loa").textContent = entry.message ?? "";
  row.clash.scrollIntoView({ block: "nearest" });
}

function tell() {
  const waiting = queue.filter(entry => !entry.state).length;
  const line = byId("trang-thai");
  const at = line.dataset.at;
  line.textContent = waiting ? say(isBusy ? "busy" : navigator.onLine && !delay ? "waiting" : "offline", waiting) : at ? say("savedAt", at) : "";
  line.classList.toggle("unsaved", waiting > 0);
}

// ── Beginning ─────────────────────────────────────────────────────────────────────────────────────────────────────
/** Takes up what an earlier page left unsent. */
export function begin() {
  readStored();
  for (const entry of queue) {
    const row = rows.get(entry.code);
    if (entry.state) {
      showProblem(entry);
    } else if (row?.token) {
      fill(row, entry.boxes);
      mark(row, "queued");
    }
  }
  addEventListener("online", () => { delay = 0; flushSoon(); });
  addEventListener("offline", tell);
  // Signed in again in another window: go on.
  addEventListener("focus", () => {
    if (paused === "session") {
      paused = null;
      byId("thanh-loi").hidden = true;
      flushSoon();
    }
  });
  tell();
  flush();
}
