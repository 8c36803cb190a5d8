// Finding a leaf by its code or name, and the next one that is not answered yet.

import { byId, firstBox, form, order, rowOf, say } from "./sheet-rows.js";

const box = byId("tim");
const next = byId("ke-tiep");
let last = null;

const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase().trim();

function go(row) {
  const target = row.token ? firstBox(row) : row.line.querySelector("a");
  target.focus();
  target.select?.();
  row.line.scrollIntoView({ block: "center" });
}

/** The rows after the one that has, or had, the focus; then those before it. */
function onwards() {
  const at = last ? order.indexOf(last) + 1 : 0;
  return [...order.slice(at), ...order.slice(0, at)];
}

function isFound(row) {
  const code = box.value.trim();
  const name = folded(row.name);
  return row.code.startsWith(code) || folded(code).split(/\s+/).every(word => name.includes(word));
}

const isOpen = row => row.token && (row.boxes.l ?? row.boxes.p).value === "";

export function goToNext() {
  const open = onwards().find(isOpen);
  if (open) {
    go(open);
  } else {
    byId("loa").textContent = say("allAnswered");
  }
}

export function goToFind() {
  box.focus();
  box.select();
}

function offer() {
  if (next) {
    const open = onwards().find(isOpen);
    next.hidden = !open;
    if (open) {
      next.querySelector("b").textContent = open.code;
      next.hash = "#t-" + open.code;
    }
  }
}

box?.form.addEventListener("submit", event => {
  const found = box.value.trim() === "" ? null : onwards().find(isFound);
  // What is not on this view is looked for in the whole sheet, by the server.
  if (found) {
    event.preventDefault();
    last = found;
    go(found);
    byId("loa").textContent = say("found", found.code, order.filter(isFound).length);
  }
});
box?.addEventListener("keydown", event => {
  if (event.key === "Escape" && last) {
    event.preventDefault();
    go(last);
  }
});
next?.addEventListener("click", event => {
  event.preventDefault();
  goToNext();
});
form.addEventListener("focusin", event => {
  last = rowOf(event.target) ?? last;
  offer();
});
form.addEventListener("cellsaved", offer);
