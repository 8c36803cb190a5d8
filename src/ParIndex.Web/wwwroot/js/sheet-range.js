// A range of boxes, as in a spreadsheet: Shift with an arrow or the mouse makes it; it is copied, filled down and emptied
// as one. A range is a corner that has the focus and the corner across from it.

import { byId, fill, form, letterOf, lines, order, rowOf, say } from "./sheet-rows.js";
import { enqueue } from "./sheet-queue.js";
import { before, note } from "./sheet-history.js";
import { quoted } from "./sheet-copy.js";

/** The columns; the third holds points, or the statement they follow from. */
const columns = ["a", "r", "p", "g"];
let corner = null;
let across = null;

const columnOf = box => letterOf(box) === "l" ? 2 : columns.indexOf(letterOf(box));
const boxAt = (row, column) => column === 2 ? row.boxes.l ?? row.boxes.p : row.boxes[columns[column]];
const isBox = element => element?.matches?.("input:not([type=hidden]), select") && rowOf(element)?.token;
const placeOf = box => ({ row: order.indexOf(rowOf(box)), column: columnOf(box) });
const between = (one, other) => Array.from({ length: Math.abs(one - other) + 1 }, (_, i) => Math.min(one, other) + i);

/** The boxes of the range by row: { row, boxes by column }; null where there is none. */
export function range() {
  if (!corner) {
    return null;
  }
  const wide = between(corner.column, across.column);
  return between(corner.row, across.row).map(at => ({ row: order[at], columns: wide.filter(column => boxAt(order[at], column)?.checkVisibility()) }));
}

/** The box at the top left of the range. */
export const firstOfRange = () => range().flatMap(({ row, columns: wide }) => wide.map(column => boxAt(row, column)))[0];

/** What a box holds, as it goes out and comes back in: a statement stands for its points where it has any. */
export function textOf(box) {
  if (box.tagName !== "SELECT") {
    return box.value.trim();
  }
  const chosen = box.value ? box.selectedOptions[0].text : "";
  return /^[0-9]+(,[0-9]+)?(?= |$)/.exec(chosen)?.[0] ?? chosen;
}

function paint() {
  for (const box of form.querySelectorAll(".sel")) {
    box.classList.remove("sel");
  }
  const chosen = (range() ?? []).flatMap(({ row, columns: wide }) => wide.map(column => boxAt(row, column)));
  for (const box of chosen) {
    box.classList.add("sel");
  }
  const figures = chosen.map(textOf).filter(text => /^\d+([.,]\d+)?$/.test(text)).map(text => Math.round(10000 * Number(text.replace(",", "."))));
  byId("da-chon").textContent = chosen.length > 1 ? say("chosen", chosen.length, (figures.reduce((sum, figure) => sum + figure, 0) / 10000).toLocaleString("vi-VN", { maximumFractionDigits: 4 })) : "";
}

export function clear() {
  if (corner) {
    corner = across = null;
    paint();
  }
}

function span(from, to) {
  corner = from;
  across = to;
  paint();
}

/** Shift and Ctrl with an arrow: as far as the sheet goes. */
export function extendToEnd(box, key) {
  const from = corner ?? placeOf(box);
  const open = order.map((row, at) => row.token ? at : -1).filter(at => at >= 0);
  span(from, { row: key === "ArrowDown" ? open.at(-1) : open[0], column: (across ?? from).column });
}

/** Shift with an arrow: one row or column further. */
export function extend(box, key) {
  const from = corner ?? placeOf(box);
  const to = { ...(across ?? from) };
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  if (key === "ArrowDown" || key === "ArrowUp") {
    do {
      to.row += step;
    } while (order[to.row] && !order[to.row].token);
  } else {
    do {
      to.column += step;
    } while (columns[to.column] && !between(from.row, to.row).some(at => boxAt(order[at], to.column)?.checkVisibility()));
  }
  if (order[to.row] && columns[to.column]) {
    span(from, to);
    (boxAt(order[to.row], to.column) ?? order[to.row].line).scrollIntoView({ block: "nearest" });
  }
}

// ── With the mouse ────────────────────────────────────────────────────────────────────────────────────────────────
let start = null;

form.addEventListener("mousedown", event => {
  if (event.button !== 0 || !isBox(event.target)) {
    return;
  }
  const anchor = document.activeElement;
  if (event.shiftKey && isBox(anchor)) {
    event.preventDefault();
    span(placeOf(anchor), placeOf(event.target));
  } else {
    clear();
    start = event.target;
  }
});
form.addEventListener("mouseover", event => {
  const over = isBox(event.target) ? event.target : event.target.closest?.("td")?.querySelector("select, input:not([type=hidden])");
  if (start && event.buttons === 1 && isBox(over) && (over !== start || corner)) {
    getSelection().removeAllRanges();
    start.setSelectionRange?.(start.value.length, start.value.length);
    span(placeOf(start), placeOf(over));
  }
});
addEventListener("mouseup", () => { start = null; });
form.addEventListener("focusin", event => {
  if (corner && isBox(event.target) && order[corner.row] !== rowOf(event.target)) {
    clear();
  }
});
form.addEventListener("input", clear);

// ── What is done to a range ───────────────────────────────────────────────────────────────────────────────────────
form.addEventListener("copy", event => {
  const chosen = range();
  if (!chosen || !isBox(document.activeElement)) {
    return;
  }
  const wide = between(corner.column, across.column);
  const first = lines.findIndex(line => line.row === chosen[0].row);
  const last = lines.findIndex(line => line.row === chosen.at(-1).row);
  // Lines of groups go along empty, so that the block has the shape of the sheet and comes back into it.
  const block = lines.slice(first, last + 1).map(({ row }) => wide.map(column => row && boxAt(row, column) ? quoted(textOf(boxAt(row, column))) : "").join("\t"));
  event.preventDefault();
  event.clipboardData.setData("text/plain", block.join("\r\n"));
  byId("loa").textContent = say("copied", chosen.reduce((count, { columns: own }) => count + own.length, 0));
});

/** Empties the boxes of the range, in one step that is taken back as one. */
export function empty() {
  const step = [];
  for (const { row, columns: wide } of range()) {
    const after = Object.fromEntries(wide.map(column => boxAt(row, column)).filter(box => box.value !== "").map(box => [letterOf(box), ""]));
    if (row.token && Object.keys(after).length > 0) {
      step.push({ row, code: row.code, before: before(row, Object.keys(after)), after });
    }
  }
  if (step.length > 0) {
    note(step.map(({ code, before: was, after }) => ({ code, before: was, after })));
    step.forEach(({ row, after }) => { fill(row, after); enqueue(row, after); });
    paint();
  }
}

/** What filling down writes: by row below the first of the range, or into the box alone from the one above it. */
export function filledDown(box) {
  const chosen = range();
  if (chosen && chosen.length > 1) {
    const values = between(corner.column, across.column).map(column => [column, boxAt(chosen[0].row, column)]).filter(([, from]) => from);
    return writable(chosen.slice(1).map(({ row }) => ({ row, values: valuesOf(row, values.map(([column, from]) => [column, textOf(from)])) })));
  }
  const place = placeOf(box);
  const above = order[place.row - 1] && boxAt(order[place.row - 1], place.column);
  return above ? [{ row: rowOf(box), values: valuesOf(rowOf(box), [[place.column, textOf(above)]]) }] : [];
}

/** One text for every box of the range. */
export const filledWith = text => writable(range().map(({ row, columns: wide }) => ({ row, values: valuesOf(row, wide.map(column => [column, text])) })));

/** Rows between that have no such box, or none at all, are passed over. */
const writable = cells => cells.filter(({ row, values }) => row.token && Object.keys(values).length > 0);
const valuesOf = (row, pairs) => Object.fromEntries(pairs.filter(([column]) => boxAt(row, column)).map(([column, text]) => [columns[column], text]));
