// One field or criterion across units, alive. Each cell is a row of the sheet's own queue, sent to the scorecard it belongs
// to. The page works without this script, as one form. All rules and sums are the server's.

import { byId, firstBox, form, letterOf, order, rows, say } from "./sheet-rows.js";
import { begin, enqueue, expected, isUnkept, pendingOf } from "./sheet-queue.js";
import { before, note, redo, undo } from "./sheet-history.js";
import { offer } from "./preview.js";
import { widen } from "./panel-width.js";

const isOfOne = form.querySelector("table.one") !== null;
const panel = byId("khung");

/** Lines of units, each with its cells by column; and all cells in the order in which they are done. */
const grid = [];

for (const line of form.querySelectorAll("tbody tr")) {
  const cells = [...isOfOne ? [line] : line.cells].map(scope => scope.dataset.k ? rowOf(scope, line) : null);
  if (cells.some(Boolean)) {
    cells.forEach((row, column) => row && Object.assign(row, { at: grid.length, column }));
    grid.push(cells);
  }
}

function rowOf(scope, line) {
  const token = scope.querySelector("input[type=hidden]");
  const code = scope.dataset.k;
  const leaf = code.slice(code.indexOf(":") + 1);
  const unit = line.querySelector("th").firstElementChild.textContent.trim();
  const row = { code, leaf, address: scope.dataset.cells, title: `${leaf}, ${unit}`, name: unit, line: scope, token, cell: token.closest("td"), boxes: {}, unit: line };
  row.stage = row.cell.dataset.stage;
  row.figures = { a: scope.dataset.a ?? "", r: scope.dataset.r ?? "" };
  for (const box of scope.querySelectorAll("input:not([type=hidden]), select")) {
    row.boxes[letterOf(box)] = box;
    box.dataset.was = box.value;
  }
  row.shown = cell => row.boxes.p && cell.boxes && !("p" in cell.boxes) ? { ...cell.boxes, p: cell.points || (cell.state === "exempt" ? row.boxes.p.value : "") } : cell.boxes;
  row.took = (cell, status) => took(row, cell, status);
  rows.set(code, row);
  order.push(row);
  return row;
}

const rowAt = element => rows.get(element.closest("[data-k]")?.dataset.k);

// ── What stands there now ─────────────────────────────────────────────────────────────────────────────────────────
function took(row, cell, status) {
  row.figures = { a: cell.boxes?.a ?? "", r: cell.boxes?.r ?? "" };
  const isGiven = cell.state !== "blank";
  const more = isGiven - row.line.classList.contains("given");
  row.line.classList.toggle("given", isGiven);
  row.line.classList.toggle("waiting", !isGiven);
  row.line.querySelector(".dif").textContent = difference(row.line.dataset.self, cell.points);
  const why = byId("khung").querySelector(`[data-panel-of='${CSS.escape(row.code)}']`) && panel.querySelector(".why");
  if (why) {
    why.textContent = cell.asks ?? "";
  }
  count(row, status, more);
}

function difference(own, points) {
  const [one, other] = [own, points].map(text => Math.round(10000 * Number((text || "x").replace(",", "."))));
  const by = Math.abs(other - one);
  return by > 0 ? `${other < one ? "▼" : "▲"} ${String(by / 10000).replace(".", ",")}` : "";
}

/** Units that a filter hides are counted, too: so by how many more, and not anew. */
function count(row, status, more) {
  const number = (selector, within = form) => within.querySelectorAll(selector).length;
  const { unit } = row;
  const total = unit.querySelector("[data-total]");
  if (total) {
    const [given, all] = [number("td.given", unit), number("td.c[data-k]", unit)];
    total.textContent = given === all && form.dataset.node && status?.sums?.[form.dataset.node] ? status.sums[form.dataset.node] : `${given}/${all}`;
    const column = form.querySelector(`[data-column='${CSS.escape(row.leaf)}']`);
    column.textContent = number(`td.given[data-l='${CSS.escape(row.leaf)}']`);
  }
  for (const [sum, by] of [["[data-given]", more], ["[data-waiting]", -more]]) {
    for (const shown of document.querySelectorAll(sum)) {
      shown.textContent = Number(shown.textContent) + by;
    }
  }
}

// ── Typing ────────────────────────────────────────────────────────────────────────────────────────────────────────
function typedIn(row) {
  const known = expected(row);
  return Object.entries(row.boxes).filter(([letter, box]) => box.value.trim() !== known[letter]);
}

/** Points that are typed for themselves stand without the figures that were accepted. */
function withFigures(row, texts) {
  const letters = row.line.dataset.letters;
  return isOfOne || !("p" in texts) || !row.figures.a ? texts : { ...texts, a: "", ...letters.includes("r") ? { r: "" } : {} };
}

function standing(row, letters) {
  if (isOfOne) {
    return before(row, letters);
  }
  const { a, r } = row.figures;
  const has = letter => row.line.dataset.letters.includes(letter);
  return a ? { a, ...has("r") ? { r } : {} } : { ...has("a") ? { a: "" } : {}, ...has("r") ? { r: "" } : {}, p: expected(row).p };
}

/** Takes what was typed. Of a ratio both figures are needed, so one alone waits until the row is left. */
function commit(row, isLeaving = false) {
  const typed = typedIn(row);
  const { a, r } = row.boxes;
  if (typed.length === 0 || (!isLeaving && a && r && typed.some(([letter]) => letter === "a" || letter === "r") && (a.value.trim() === "") !== (r.value.trim() === ""))) {
    return;
  }
  const after = withFigures(row, Object.fromEntries(typed.map(([letter, box]) => [letter, box.value.trim()])));
  note([{ code: row.code, before: standing(row, Object.keys(after)), after }]);
  enqueue(row, after);
}

const mayAccept = row => row.line.querySelector(".take:not([hidden])") !== null;

function accept(accepted) {
  const taken = accepted.filter(mayAccept);
  if (taken.length === 0) {
    return false;
  }
  note(taken.map(row => ({ code: row.code, before: standing(row, Object.keys(row.boxes).filter(letter => letter !== "g")), after: {}, accepts: true })));
  for (const row of taken) {
    row.line.classList.remove("waiting");
    enqueue(row, {}, true);
  }
  return next(taken.at(-1));
}

// ── Moving ────────────────────────────────────────────────────────────────────────────────────────────────────────
function go(row, letter) {
  const box = row && (row.boxes[letter] ?? row.boxes.p ?? row.boxes.l ?? firstBox(row));
  box?.focus();
  box?.select?.();
  return box !== undefined;
}

/** The next cell that waits, from the top again after the last; where none does, the cell below. */
function next(row) {
  const at = order.indexOf(row);
  const found = [...order.slice(at + 1), ...order.slice(0, at)].find(known => known.line.matches(".waiting"));
  go(found ?? order[at + 1] ?? row);
  return true;
}

function vertically(row, letter, step) {
  for (let at = row.at + step; at >= 0 && at < grid.length; at += step) {
    if (grid[at][row.column]) {
      return go(grid[at][row.column], letter);
    }
  }
  return true;
}

function sideways(box, step) {
  const row = rowAt(box);
  const boxes = Object.values(row.boxes);
  const beside = boxes[boxes.indexOf(box) + step];
  if (beside) {
    beside.focus();
    beside.select?.();
    return true;
  }
  for (let column = row.column + step; column >= 0 && column < grid[row.at].length; column += step) {
    if (grid[row.at][column]) {
      return go(grid[row.at][column]);
    }
  }
  return false;
}

/** Keys that move; in lists the browser would change the value by them: here they only move. */
function isMove(box, key) {
  const row = rowAt(box);
  if (key === "ArrowDown" || key === "ArrowUp") {
    return vertically(row, letterOf(box), key === "ArrowDown" ? 1 : -1);
  }
  if (!box.matches("input")) {
    return ["ArrowLeft", "ArrowRight"].includes(key) ? sideways(box, key === "ArrowRight" ? 1 : -1) || true : ["Home", "End", "PageUp", "PageDown"].includes(key);
  }
  const isWhole = box.selectionEnd - box.selectionStart === box.value.length;
  return (key === "ArrowLeft" && (isWhole || box.selectionEnd === 0) && sideways(box, -1))
    || (key === "ArrowRight" && (isWhole || box.selectionStart === box.value.length) && sideways(box, 1));
}

function keydown(event) {
  const box = event.target;
  const row = box.matches("input:not([type=hidden]), select") ? rowAt(box) : null;
  if (!row || event.isComposing || event.altKey) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    // What is being typed takes itself back first.
    const isTyping = box.value.trim() !== expected(row)[letterOf(box)];
    const act = key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : null;
    if (act && !isTyping) {
      event.preventDefault();
      act();
    }
    return;
  }
  const isNote = letterOf(box) === "g";
  const acts = {
    Enter: () => { commit(row, true); return vertically(row, letterOf(box), event.shiftKey ? -1 : 1); },
    Escape: () => { restore(row, box); return true; },
    a: () => !isNote && (event.shiftKey ? accept(grid[row.at].filter(Boolean)) : accept([row]) || next(row)),
    f: () => !isNote && ask(row),
    d: () => !isNote && documents(row),
  };
  if (isMove(box, key) || acts[key]?.()) {
    event.preventDefault();
  }
}

/** Esc: back to what is saved, or on its way. */
function restore(row, box) {
  if (pendingOf(row.code).some(entry => entry.state)) {
    row.clash?.querySelector("button:last-child").click();
  } else {
    box.value = expected(row)[letterOf(box)];
    box.select?.();
  }
}

// ── Documents and questions beside the cell ───────────────────────────────────────────────────────────────────────
let shownKey = panel.querySelector("[data-panel-of]")?.dataset.panelOf ?? null;
let timer = 0;
let loading = null;
const drafts = key => `parindex-ask.${form.dataset.account}.${form.dataset.card}.${key}`;

function showSoon(row) {
  clearTimeout(timer);
  timer = setTimeout(() => show(row), 200);
}

async function show(row) {
  clearTimeout(timer);
  if (shownKey === row.code) {
    return;
  }
  loading?.abort();
  loading = new AbortController();
  try {
    const address = new URL(form.dataset.panel, location.href);
    address.searchParams.set("handler", "Panel");
    address.searchParams.set("o", row.code);
    const answer = await fetch(address, { credentials: "same-origin", redirect: "manual", signal: loading.signal, headers: { "X-Fragment": "1" } });
    if (answer.ok) {
      panel.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
      shownKey = row.code;
      panel.scrollTop = 0;
      offer(panel);
      const [text, kept] = [byId("Input_Text"), sessionStorage.getItem(drafts(row.code))];
      if (text && kept) {
        text.value = kept;
      }
    }
  } catch {
    // The cell itself needs nothing of the panel.
  }
}

function ask(row) {
  show(row).then(() => byId("Input_Text")?.focus());
  return true;
}

/** The first document that can be drawn is drawn at once; where none can, the first stands under the hand. */
function documents(row) {
  show(row).then(() => {
    const drawn = panel.querySelector("[data-preview]");
    (drawn ?? panel.querySelector(".proofs a, a"))?.focus();
    if (drawn?.ariaExpanded !== "true") {
      drawn?.click();
    }
  });
  return true;
}

panel.addEventListener("change", event => {
  const row = rows.get(shownKey);
  if (event.target.dataset.note && row) {
    const [was, g] = [event.target.dataset.was ?? event.target.defaultValue, event.target.value.trim()];
    event.target.dataset.was = g;
    note([{ code: row.code, before: { g: was }, after: { g } }]);
    enqueue(row, { g });
  } else if (event.target.name === "Input.Used") {
    byId("Input_Text").value = event.target.value;
    byId("Input_Text").dispatchEvent(new Event("input", { bubbles: true }));
  }
});
panel.addEventListener("input", event => {
  if (event.target.id === "Input_Text") {
    sessionStorage.setItem(drafts(shownKey), event.target.value);
  }
});
panel.addEventListener("submit", () => sessionStorage.removeItem(drafts(shownKey)));
panel.addEventListener("keydown", event => {
  if (event.key === "Escape" && rows.has(shownKey)) {
    go(rows.get(shownKey));
  }
});

// ── Beginning ─────────────────────────────────────────────────────────────────────────────────────────────────────
form.classList.add("live");
offer(panel);
widen(panel, 344, say("panelWidth"));
byId("luu").hidden = true;
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("keydown", keydown);
form.addEventListener("focusin", event => {
  const row = event.target.matches("input, select") ? rowAt(event.target) : null;
  if (row) {
    showSoon(row);
  }
});
form.addEventListener("change", event => {
  const row = rowAt(event.target);
  if (row) {
    commit(row);
  }
});
form.addEventListener("focusout", event => {
  // A button that goes away while it has the focus is not somebody who leaves a box.
  const row = event.target.matches("input, select") ? rowAt(event.target) : null;
  if (row && !row.line.contains(event.relatedTarget)) {
    commit(row, true);
  }
});
form.addEventListener("click", event => {
  const row = rowAt(event.target);
  if (row && event.target.matches(".take")) {
    event.preventDefault();
    accept([row]);
  } else if (row && event.target.matches(".tl") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    documents(row);
  }
});
// Where nothing is chosen yet, A goes to the first cell that waits.
addEventListener("keydown", event => {
  if (event.target === document.body && event.key.toLowerCase() === "a" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    go(order.find(row => row.line.matches(".waiting")) ?? order[0]);
  }
});
byId("hoan-tac").addEventListener("click", undo);
byId("lam-lai").addEventListener("click", redo);
addEventListener("beforeunload", event => {
  if (isUnkept()) {
    event.preventDefault();
  }
});
addEventListener("pagehide", () => order.forEach(row => commit(row, true)));
begin();
if (form.dataset.open && rows.has(form.dataset.open) && !document.querySelector(".errors:not([hidden])")) {
  go(rows.get(form.dataset.open));
}
