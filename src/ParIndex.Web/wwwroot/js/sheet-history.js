// Undo and redo: each step names what stood in its cells before and after. Both are typed into the boxes anew and go
// the way of every other edit.

import { byId, fill, firstBox, rows, say } from "./sheet-rows.js";
import { enqueue, expected } from "./sheet-queue.js";

const most = 500;
const done = [];
const undone = [];

/** What to put back: figures bring their points with them, points alone stand for themselves. */
export function before(row, letters) {
  const was = expected(row);
  const back = new Set(letters);
  if (row.boxes.a && (back.has("a") || back.has("r"))) {
    Object.keys(row.boxes).filter(letter => letter !== "g").forEach(letter => back.add(letter));
    if (was.a !== "") {
      back.delete("p");
    }
  }
  const texts = Object.fromEntries([...back].filter(letter => row.boxes[letter]).map(letter => [letter, was[letter]]));
  if (texts.l === "=") {
    // Points that no statement says come back as points.
    texts.p = [...row.boxes.l.options ?? []].find(option => option.value === "=")?.text ?? "";
    delete texts.l;
  }
  return texts;
}

/** Notes a step: for each cell its code, and what stands there before and after. */
export function note(step) {
  done.push(step);
  done.splice(0, done.length - most);
  undone.length = 0;
  offer();
}

export const undo = () => go(done, undone, "before", "undone");
export const redo = () => go(undone, done, "after", "redone");

function go(from, to, side, words) {
  const step = from.pop();
  if (!step) {
    return;
  }
  for (const edit of step) {
    const row = rows.get(edit.code);
    const texts = edit[side];
    const accepts = side === "after" && edit.accepts === true;
    fill(row, accepts ? {} : texts);
    enqueue(row, accepts ? {} : texts, accepts);
  }
  to.push(step);
  const box = firstBox(rows.get(step[0].code));
  box.focus();
  box.select?.();
  byId("loa").textContent = say(words, step.length);
  offer();
}

function offer() {
  for (const [id, steps] of [["hoan-tac", done], ["lam-lai", undone]]) {
    const button = byId(id);
    if (steps.length === 0 && button === document.activeElement) {
      firstBox(rows.get((done.at(-1) ?? undone.at(-1))[0].code)).focus();
    }
    button.hidden = done.length + undone.length === 0;
    button.disabled = steps.length === 0;
  }
}
