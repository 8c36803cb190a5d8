// The sheet of a scorecard, alive: typing, moving and taking back. The page works without this script, as one form. All
// rules and sums are the server's.

import { byId, firstBox, form, letterOf, order, rowOf } from "./sheet-rows.js";
import { begin, enqueue, expected, isUnkept, pendingOf } from "./sheet-queue.js";
import { before, note, redo, undo } from "./sheet-history.js";
import { fillDown, paste, resume } from "./sheet-paste.js";
import { clear, empty, extend, extendToEnd, range } from "./sheet-range.js";
import { goToFind, goToNext } from "./sheet-find.js";
import { toggle } from "./sheet-panel.js";
import "./sheet-print.js";

function typedIn(row) {
  const known = expected(row);
  return Object.entries(row.boxes).filter(([letter, box]) => box.value.trim() !== known[letter]);
}

/** Takes what was typed in a row. Of a ratio both figures are needed, so one alone waits until the row is left. */
function commit(row, isLeaving = false) {
  const typed = typedIn(row);
  const { a, r } = row.boxes;
  if (typed.length === 0 || (!isLeaving && a && r && typed.some(([letter]) => letter === "a" || letter === "r") && (a.value.trim() === "") !== (r.value.trim() === ""))) {
    return;
  }
  const after = Object.fromEntries(typed.map(([letter, box]) => [letter, box.value.trim()]));
  note([{ code: row.code, before: before(row, Object.keys(after)), after }]);
  enqueue(row, after);
}

function go(box) {
  box?.focus();
  box?.select?.();
}

function move(box, down) {
  const row = rowOf(box);
  for (let i = order.indexOf(row) + down; i >= 0 && i < order.length; i += down) {
    if (order[i].token) {
      const boxes = order[i].boxes;
      go(boxes[letterOf(box)] ?? (letterOf(box) === "g" ? boxes.g : boxes.p ?? boxes.l));
      return true;
    }
  }
  return true;
}

function sideways(box, step) {
  const boxes = Object.values(rowOf(box).boxes).filter(other => other.checkVisibility());
  go(boxes[boxes.indexOf(box) + step]);
  return boxes[boxes.indexOf(box) + step] !== undefined;
}

/** Keys that move. In lists, options and counters the browser would change the value by them: here they only move. */
const moves = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: -1, ArrowRight: 1, Home: 0, End: 0, PageUp: 0, PageDown: 0 };

function isMove(box, key) {
  if (!(key in moves)) {
    return false;
  }
  if (key === "ArrowDown" || key === "ArrowUp") {
    return move(box, moves[key]);
  }
  const isText = box.matches("input:not([type]), input[type=text]");
  if (!isText) {
    const leaves = moves[key] !== 0 && !box.matches("[type=number]") && sideways(box, moves[key]);
    return leaves || !box.matches("[type=number]") || key.startsWith("Page");
  }
  const isWhole = box.selectionEnd - box.selectionStart === box.value.length;
  return (key === "ArrowLeft" && (isWhole || box.selectionEnd === 0) && sideways(box, -1))
    || (key === "ArrowRight" && (isWhole || box.selectionStart === box.value.length) && sideways(box, 1));
}

/** Shift with an arrow chooses boxes; within a text that is being typed it chooses letters. */
function isSpan(box, key) {
  const isWhole = !("selectionEnd" in box) || box.selectionEnd === null || box.selectionEnd - box.selectionStart === box.value.length;
  return key === "ArrowDown" || key === "ArrowUp" || isWhole || range() !== null;
}

function keydown(event) {
  const box = event.target;
  const row = box.matches("input, select") ? rowOf(box) : null;
  if (!row?.token || event.isComposing || event.altKey) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey && (key === "ArrowDown" || key === "ArrowUp")) {
      event.preventDefault();
      commit(row, true);
      extendToEnd(box, key);
      return;
    }
    // What is being typed takes itself back first.
    const isTyping = box.value.trim() !== expected(row)[letterOf(box)];
    const act = key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : key === "d" ? () => { commit(row, true); fillDown(box); } : null;
    if (act && (!isTyping || key === "d")) {
      event.preventDefault();
      act();
    }
    return;
  }
  if (event.shiftKey && key.startsWith("Arrow") && isSpan(box, key)) {
    commit(row, true);
    extend(box, key);
    event.preventDefault();
    return;
  }
  const isNote = letterOf(box) === "g";
  const hasRange = range() !== null;
  const acts = {
    "/": () => { if (!isNote) { goToFind(); } return !isNote; },
    n: () => { if (!isNote) { goToNext(); } return !isNote; },
    d: () => { if (!isNote) { toggle(); } return !isNote; },
    Delete: () => { if (hasRange) { empty(); } return hasRange; },
    Enter: () => { commit(row, true); return move(box, event.shiftKey ? -1 : 1); },
    Escape: () => { hasRange ? clear() : restore(row, box); return true; },
    a: () => !isNote && form.dataset.accept === "1" && accept(row),
    f: () => !isNote && form.dataset.accept === "1" && explain(row),
  };
  if (hasRange && key in moves) {
    clear();
  }
  if (isMove(box, key) || acts[key]?.()) {
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
  note([{ code: row.code, before: before(row, Object.keys(row.boxes).filter(letter => letter !== "g")), after: {}, accepts: true }]);
  enqueue(row, {}, true);
  move(firstBox(row), 1);
  return true;
}

function explain(row) {
  location.href = row.line.querySelector(".d a").href + "#giai-trinh";
  return true;
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
byId("hoan-tac").addEventListener("click", undo);
byId("lam-lai").addEventListener("click", redo);
addEventListener("beforeunload", event => {
  if (isUnkept()) {
    event.preventDefault();
  }
});
addEventListener("pagehide", () => { for (const row of order) { if (row.token) { commit(row, true); } } });
begin();
resume();
