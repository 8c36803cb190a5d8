// The sheet of a scorecard, alive: what is typed is kept in the browser until the server has said that it is saved.
// The page works without this script, as one form. All rules and sums are the server's.

const form = document.getElementById("phieu");
const words = Object.fromEntries([...document.querySelectorAll("#chu li")].map(item => [item.dataset.k, item.textContent]));
const address = `/lam-viec/phieu-cham-diem/${form.dataset.card}/o`;
const store = `parindex.${form.dataset.account}.${form.dataset.card}.`;
const stage = form.dataset.stage;
const say = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key] ?? key);
const byId = id => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// ── Rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const rows = new Map();
const order = [];
for (const line of form.querySelectorAll("tr[id^='t-']")) {
  const code = line.id.slice(2);
  const token = line.querySelector("input[type=hidden]");
  const row = { code, line, token, boxes: {}, stage: line.querySelector(".k9") ? "Survey" : stage };
  for (const box of line.querySelectorAll("input:not([type=hidden]), select")) {
    row.boxes[box.name[0]] = box;
    box.dataset.was = box.value;
  }
  row.cell = token?.parentElement;
  rows.set(code, row);
  order.push(row);
}

const rowOf = element => rows.get(element.closest("tr")?.id.slice(2));
const letterOf = box => box.name[0];

/** What the boxes of a row hold once everything on its way has arrived. */
const expected = row => Object.assign(Object.fromEntries(Object.entries(row.boxes).map(([letter, box]) => [letter, box.dataset.was])), ...pendingOf(row.code).map(entry => entry.boxes));

function typedIn(row) {
  const known = expected(row);
  return Object.entries(row.boxes).filter(([letter, box]) => box.value.trim() !== known[letter]);
}

function mark(row, state, text) {
  if (!row?.cell) {
    return;
  }
  row.cell.dataset.s = state ?? "";
  row.note ??= row.cell.appendChild(make("small", { className: "st" }));
  row.note.textContent = text ?? (state ? say(state) : "");
  for (const box of Object.values(row.boxes)) {
    box.toggleAttribute("aria-invalid", false);
    if (state === "wrong" || state === "refused" || state === "conflict") {
      box.setAttribute("aria-invalid", "true");
    }
  }
}

function show(row, boxes, keepTyped = []) {
  for (const [letter, text] of Object.entries(boxes ?? {})) {
    const box = row.boxes[letter];
    if (box) {
      if (letter === "l" && text === "=" && box.options && ![...box.options].some(option => option.value === "=")) {
        box.add(new Option(box.selectedOptions[0]?.text ?? "=", "="));
      }
      box.dataset.was = text;
      if (!keepTyped.includes(letter)) {
        box.value = text;
      }
    }
  }
}

// ── The queue: one item of the browser's storage per edit, so that two windows never lose each other's ────────────
let keeps = true;
const queue = [];

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

const pendingOf = code => queue.filter(entry => entry.code === code);
// Two windows may number edits in the same millisecond; within one they never tie.
let clock = 0;
const now = () => clock = Math.max(Date.now(), clock + 1);

/** Puts an edit into the queue; one that waits unsent for the same cell is replaced, one under way is followed. */
function enqueue(row, boxes, accept = false) {
  const waiting = pendingOf(row.code);
  const last = waiting.at(-1);
  let base = row.token.value;
  if (last && !last.tried && !accept) {
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
  const entry = { key: crypto.randomUUID(), code: row.code, stage: row.stage, version: base, boxes, accept, at: now(), tried: false };
  keep(entry);
  queue.push(entry);
  mark(row, "queued");
  flushSoon();
}

// ── Sending ───────────────────────────────────────────────────────────────────────────────────────────────────────
let sending = false;
let paused = null;
let delay = 0;
let timer = 0;

function flushSoon(wait = 0) {
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
}

async function post(edits, preview) {
  return fetch(address, {
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

const sent = entry => ({ key: entry.key, leaf: entry.code, stage: entry.stage, version: entry.version, accept: entry.accept, ...entry.boxes });

async function flush() {
  if (sending || paused) {
    return;
  }
  const batch = [];
  const busy = new Set();
  for (const entry of queue) {
    if (!entry.state && !busy.has(entry.code) && batch.length < 200) {
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
    const answer = await post(batch.map(sent), false);
    const isJson = answer.headers.get("Content-Type")?.includes("json");
    const body = isJson ? await answer.json() : null;
    if (body?.cells) {
      delay = 0;
      take(batch, body);
    } else if (answer.status === 401 || answer.type === "opaqueredirect") {
      pause("session", "signIn", `/tai-khoan/dang-nhap?tro-lai=${encodeURIComponent(location.pathname + location.search)}`);
    } else if (answer.status === 400) {
      pause("oldPage", "reload", location.href);
    } else if (answer.status === 403 || answer.status === 404) {
      pause("forbidden", "reload", location.href);
    } else {
      later(answer.headers.get("Retry-After"));
    }
  } catch {
    later();
  } finally {
    sending = false;
  }
  tell();
  if (!paused && delay === 0 && queue.some(entry => !entry.state)) {
    flushSoon();
  }
}

/** The line is gone or the server busy: again in a while, and at once when the line is back. */
function later(seconds) {
  delay = Math.min(delay ? delay * 2 : 1000, 30000);
  for (const entry of queue.filter(entry => !entry.state)) {
    mark(rows.get(entry.code), "queued");
  }
  flushSoon(Math.max(delay, 1000 * (Number(seconds) || 0)));
}

function pause(text, link, target) {
  paused = text;
  const bar = byId("thanh-loi");
  bar.replaceChildren(make("p", {}, say(text) + " ", make("a", { href: target, textContent: say(link) })));
  bar.hidden = false;
  for (const entry of queue.filter(entry => !entry.state)) {
    mark(rows.get(entry.code), "queued");
  }
}

function take(batch, body) {
  for (const cell of body.cells) {
    const entry = batch.find(candidate => candidate.key === cell.key);
    if (entry) {
      settle(entry, cell);
    }
  }
  showStatus(body.status);
  if (body.cells.some(cell => cell.result === "saved")) {
    byId("trang-thai").dataset.at = new Date().toLocaleTimeString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour12: false });
  }
}

function settle(entry, cell) {
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
      show(row, cell.boxes, [...typing, ...next.flatMap(waiting => Object.keys(waiting.boxes))]);
      row.clash?.remove();
      row.line.querySelector(".take")?.toggleAttribute("hidden", entry.accept);
      mark(row, next.length ? "queued" : "saved");
      byId("loa").textContent = say("cellSaved", entry.code, cell.points || say(cell.state));
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
  show(row, cell.boxes, Object.keys(entry.boxes));
  for (const [letter, text] of Object.entries(entry.boxes)) {
    if (row.boxes[letter]) {
      row.boxes[letter].value = text;
    }
  }
  mark(row, entry.state);
  row.clash?.remove();
  row.clash = row.cell.appendChild(make("div", { className: "clash" }));
  const drop = () => {
    forget(entry);
    row.token.value = cell.version ?? row.token.value;
    show(row, cell.boxes ?? Object.fromEntries(Object.entries(row.boxes).map(([letter, box]) => [letter, box.dataset.was])));
    row.clash.remove();
    mark(row, null);
    firstBox(row).focus();
    tell();
  };
  const button = (text, act) => make("button", { type: "button", className: "btn", textContent: text, onclick: act });
  if (entry.state === "conflict") {
    const who = cell.who ?? say("somebody");
    row.clash.append(
      make("span", {}, say("mine", entry.accept ? "✓" : Object.values(entry.boxes).join(" · "))),
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

function showStatus(status) {
  if (!status) {
    return;
  }
  for (const part of document.querySelectorAll("#thanh [data-k]")) {
    part.textContent = status[part.dataset.k] ?? "–";
  }
  for (const sum of form.querySelectorAll("[data-sum]")) {
    sum.textContent = status.sums[sum.dataset.sum] ?? "";
  }
}

function tell() {
  const waiting = queue.filter(entry => !entry.state).length;
  const line = byId("trang-thai");
  const at = line.dataset.at;
  line.textContent = waiting ? say(navigator.onLine && !delay ? "waiting" : "offline", waiting) : at ? say("savedAt", at) : "";
  line.classList.toggle("unsaved", waiting > 0);
  byId("hoan-tac").hidden = undo === null;
}

// ── Typing ────────────────────────────────────────────────────────────────────────────────────────────────────────
let undo = null;

const firstBox = row => row.boxes.a ?? row.boxes.p ?? row.boxes.l ?? row.boxes.g;

/** What to put back: figures bring their points with them, points alone stand for themselves. */
function before(row, letters) {
  const back = new Set(letters);
  if (row.boxes.a && (back.has("a") || back.has("r"))) {
    Object.keys(row.boxes).filter(letter => letter !== "g").forEach(letter => back.add(letter));
    if (row.boxes.a.dataset.was !== "") {
      back.delete("p");
    }
  }
  return Object.fromEntries([...back].map(letter => [letter, row.boxes[letter].dataset.was]));
}

/** Takes what was typed in a row. Of a ratio both figures are needed, so one alone waits until the row is left. */
function commit(row, isLeaving = false) {
  const typed = typedIn(row);
  const { a, r } = row.boxes;
  if (typed.length === 0 || (!isLeaving && a && r && typed.some(([letter]) => letter === "a" || letter === "r") && (a.value.trim() === "") !== (r.value.trim() === ""))) {
    return;
  }
  undo = { edits: [{ code: row.code, boxes: before(row, typed.map(([letter]) => letter)) }] };
  enqueue(row, Object.fromEntries(typed.map(([letter, box]) => [letter, box.value.trim()])));
}

function move(box, down, isBack) {
  const row = rowOf(box);
  for (let i = order.indexOf(row) + down; i >= 0 && i < order.length; i += down) {
    if (order[i].token) {
      const next = order[i].boxes[letterOf(box)] ?? (letterOf(box) === "g" ? order[i].boxes.g : order[i].boxes.p ?? order[i].boxes.l);
      next?.focus();
      next?.select?.();
      return true;
    }
  }
  return isBack;
}

function sideways(box, step) {
  const boxes = Object.values(rowOf(box).boxes);
  const next = boxes[boxes.indexOf(box) + step];
  next?.focus();
  next?.select?.();
  return next !== undefined;
}

function keydown(event) {
  const box = event.target;
  const row = box.matches("input, select") ? rowOf(box) : null;
  if (!row?.token || event.isComposing || event.altKey) {
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "z" && undo && box.value.trim() === expected(row)[letterOf(box)]) {
      event.preventDefault();
      takeBack();
    }
    return;
  }
  const isList = box.matches("select");
  const isNote = letterOf(box) === "g";
  const [atStart, atEnd] = isList ? [true, true] : [box.selectionEnd === 0 || box.selectionEnd - box.selectionStart === box.value.length, box.selectionStart === box.value.length || box.selectionEnd - box.selectionStart === box.value.length];
  const acts = {
    Enter: () => { commit(row, true); move(box, event.shiftKey ? -1 : 1); return true; },
    ArrowDown: () => !isList && move(box, 1),
    ArrowUp: () => !isList && move(box, -1),
    ArrowLeft: () => atStart && sideways(box, -1),
    ArrowRight: () => atEnd && sideways(box, 1),
    Escape: () => { restore(row, box); return true; },
    a: () => !isNote && form.dataset.accept === "1" && accept(row),
    f: () => !isNote && form.dataset.accept === "1" && explain(row),
  };
  if (acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]?.()) {
    event.preventDefault();
  }
}

/** Esc: back to what is saved, or on its way. */
function restore(row, box) {
  const problem = pendingOf(row.code).find(entry => entry.state);
  if (problem) {
    row.clash?.querySelector("button:last-child").click();
  } else {
    box.value = expected(row)[letterOf(box)];
    box.select?.();
  }
}

function accept(row) {
  if (!row.line.querySelector(".take:not([hidden])")) {
    return false;
  }
  undo = { edits: [{ code: row.code, boxes: before(row, Object.keys(row.boxes).filter(letter => letter !== "g")) }] };
  enqueue(row, {}, true);
  move(firstBox(row), 1);
  return true;
}

function explain(row) {
  location.href = row.line.querySelector(".d a").href + "#giai-trinh";
  return true;
}

/** Takes the last edit, or the last paste, back: once. */
function takeBack() {
  const { edits } = undo;
  undo = null;
  for (const { code, boxes } of edits) {
    const row = rows.get(code);
    for (const [letter, text] of Object.entries(boxes)) {
      row.boxes[letter].value = text;
    }
    enqueue(row, boxes);
  }
  byId("loa").textContent = say("undone", edits.length);
  tell();
}

// ── Pasting a block ───────────────────────────────────────────────────────────────────────────────────────────────
/** Lines of a spreadsheet's clipboard; a cell with a line break or tab stands in quotes. */
function cellsOf(text) {
  const lines = [[]];
  let cell = "";
  let quoted = false;
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < clean.length; i++) {
    const sign = clean[i];
    if (quoted) {
      if (sign === '"' && clean[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"' && cell === "") {
      quoted = true;
    } else if (sign === "\t" || sign === "\n") {
      lines.at(-1).push(cell);
      cell = "";
      if (sign === "\n") {
        lines.push([]);
      }
    } else {
      cell += sign;
    }
  }
  lines.at(-1).push(cell);
  return lines.map(line => line.map(value => value.trim().replace(/\s+/g, " ")));
}

const columns = ["a", "r", "p", "g"];

/** What each pasted line means: by its code when the block has codes, else line by line from where it was pasted. */
function plan(box, lines) {
  const hasCodes = lines.filter(line => rows.has(line[0])).length * 2 > lines.filter(line => line.some(Boolean)).length;
  const from = letterOf(box) === "l" ? "p" : letterOf(box);
  const start = order.indexOf(rowOf(box));
  return lines.map((line, i) => {
    const row = hasCodes ? rows.get(line[0]) : order[start + i];
    let values = hasCodes ? line.slice(1) : line;
    if (hasCodes && values.length > 1 && row && values[0] === row.line.querySelector("th").textContent.trim()) {
      values = values.slice(1);
    }
    if (!values.some(Boolean) || (hasCodes && !row)) {
      return null;
    }
    if (!row) {
      return { code: "", text: values.join(" · "), refused: say("pasteBeyond") };
    }
    if (!row.token) {
      return { code: row.code, row, text: values.join(" · "), refused: say("pasteClosed") };
    }
    const boxes = {};
    for (const [j, value] of values.entries()) {
      const column = columns[columns.indexOf(from) + j];
      if (value !== "" && column !== undefined) {
        if (!row.boxes[column] && !(column === "p" && row.boxes.l)) {
          return { code: row.code, row, text: value, refused: say("pasteNoBox") };
        }
        boxes[column] = value;
      }
    }
    return { code: row.code, row, text: values.join(" · "), boxes };
  }).filter(Boolean);
}

function paste(event) {
  const box = event.target;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!box.matches?.("input, select") || !rowOf(box)?.token || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) {
    return;
  }
  event.preventDefault();
  preview(plan(box, cellsOf(text)));
}

async function preview(lines) {
  const dialog = byId("dan");
  const edits = lines.filter(line => line.boxes).map(line => ({ line, key: crypto.randomUUID() }));
  dialog.replaceChildren(make("h2", { id: "dan-ten", textContent: say("pasteTitle") }), make("p", { textContent: say("saving") }));
  if (!dialog.open) {
    dialog.showModal();
  }
  const close = make("button", { type: "button", className: "btn", textContent: say("cancel"), onclick: () => dialog.close() });
  try {
    const answer = edits.length === 0 ? null : await post(edits.map(({ line, key }) => ({ key, leaf: line.code, stage: line.row.stage, version: line.row.token.value, ...line.boxes })), true);
    if (answer && answer.status !== 200) {
      dialog.close();
      paused = null;
      later();
      answer.status === 401 ? pause("session", "signIn", `/tai-khoan/dang-nhap?tro-lai=${encodeURIComponent(location.pathname + location.search)}`) : pause("oldPage", "reload", location.href);
      return;
    }
    const told = new Map((answer ? (await answer.json()).cells : []).map(cell => [cell.key, cell]));
    for (const { line, key } of edits) {
      line.cell = told.get(key);
    }
  } catch {
    dialog.replaceChildren(
      make("h2", { id: "dan-ten", textContent: say("pasteTitle") }), make("p", { textContent: say("pasteNoLine") }),
      make("p", { className: "btns" }, make("button", { type: "button", className: "btn primary", textContent: say("pasteRetry"), onclick: () => preview(lines) }), close));
    return;
  }
  showPreview(dialog, lines, close);
}

function wordsOf(row, boxes) {
  const list = row.boxes.l;
  const text = list ? [...list.options ?? []].find(option => option.value === boxes.l)?.text ?? boxes.l ?? boxes.p ?? "" : [boxes.a, boxes.r].filter(Boolean).join("/") + (boxes.a ? " → " : "") + (boxes.p ?? "");
  return text.trim() || "–";
}

function showPreview(dialog, lines, close) {
  const body = make("tbody");
  const good = [];
  let [same, refused] = [0, 0];
  for (const line of lines) {
    const before = line.row?.token ? Object.fromEntries(Object.entries(line.row.boxes).map(([letter, box]) => [letter, box.dataset.was])) : {};
    const problem = line.refused ?? (line.cell?.result === "saved" ? null : line.cell?.message ?? "");
    const isSame = problem === null && Object.entries(line.cell.boxes).every(([letter, text]) => before[letter] === text);
    if (problem !== null) {
      refused++;
    } else if (isSame) {
      same++;
    } else {
      good.push(line);
    }
    body.append(make("tr", { className: problem !== null ? "look" : "" },
      make("th", { scope: "row" }, line.code + " " + (line.row?.line.querySelector("th").textContent ?? "")),
      make("td", { textContent: line.row?.token ? wordsOf(line.row, before) : "" }),
      make("td", {}, problem !== null ? `${line.text} – ${problem}` : isSame ? say("pasteSame") : wordsOf(line.row, line.cell.boxes) + (line.boxes.g ? ` · ${line.boxes.g}` : ""))));
  }
  const confirm = make("button", { type: "button", className: "btn primary", textContent: say("pasteConfirm", good.length), disabled: good.length === 0, onclick: () => { dialog.close(); takePasted(good); } });
  dialog.replaceChildren(
    make("h2", { id: "dan-ten", textContent: say("pasteTitle") }),
    make("p", { textContent: say("pasteSummary", good.length, same, refused) }),
    make("div", { className: "scroll", tabIndex: 0 }, make("table", {}, make("thead", {}, make("tr", {}, ...["pasteRow", "pasteBefore", "pasteAfter"].map(key => make("th", { scope: "col", textContent: say(key) })))), body)),
    make("p", { className: "btns" }, confirm, close));
  (good.length ? confirm : close).focus();
}

function takePasted(lines) {
  undo = {
    edits: lines.map(({ row, code, cell, boxes }) => ({ code, boxes: before(row, Object.keys(cell.boxes).filter(letter => letter in boxes || (letter === "l" && "p" in boxes))) })),
  };
  for (const { row, boxes, cell } of lines) {
    for (const [letter, text] of Object.entries(cell.boxes)) {
      if (row.boxes[letter]) {
        row.boxes[letter].value = text;
      }
    }
    enqueue(row, boxes);
  }
}

// ── Beginning ─────────────────────────────────────────────────────────────────────────────────────────────────────
readStored();
for (const entry of queue) {
  const row = rows.get(entry.code);
  if (entry.state) {
    showProblem(entry);
  } else if (row?.token) {
    for (const [letter, text] of Object.entries(entry.boxes)) {
      if (row.boxes[letter]) {
        row.boxes[letter].value = text;
      }
    }
    mark(row, "queued");
  }
}

form.classList.add("live");
byId("luu").hidden = true;
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("keydown", keydown);
form.addEventListener("paste", paste);
form.addEventListener("change", event => {
  const row = rowOf(event.target);
  if (row?.token) {
    commit(row);
  }
});
form.addEventListener("focusout", event => {
  // A button that goes away while it has the focus is not somebody who leaves a box.
  const row = event.target.matches("input, select") ? rowOf(event.target) : null;
  if (row?.token && !row.line.contains(event.relatedTarget)) {
    commit(row, true);
  }
});
form.addEventListener("click", event => {
  if (event.target.matches(".take")) {
    event.preventDefault();
    accept(rowOf(event.target));
  }
});
byId("hoan-tac").addEventListener("click", () => undo && takeBack());
addEventListener("online", () => { delay = 0; flushSoon(); });
addEventListener("offline", tell);
addEventListener("beforeunload", event => {
  if (!keeps && queue.length > 0) {
    event.preventDefault();
  }
});
addEventListener("pagehide", () => { for (const row of order) { if (row.token) { commit(row, true); } } });
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
