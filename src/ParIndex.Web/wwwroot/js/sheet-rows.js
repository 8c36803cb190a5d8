// The rows of the sheet: their boxes, what they hold and how they stand.

export const form = document.getElementById("phieu");
const words = Object.fromEntries([...document.querySelectorAll("#chu li[data-k]")].map(item => [item.dataset.k, item.textContent]));

export const byId = id => document.getElementById(id);
export const say = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key] ?? key);
export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Leaves by code; leaves in their order; and every line that is shown, those of groups with their depth. */
export const rows = new Map();
export const order = [];
export const lines = [];

for (const line of form.querySelectorAll("tbody tr")) {
  if (!line.id.startsWith("t-")) {
    lines.push({ code: line.cells[0].textContent.trim(), depth: Number(line.className.slice(1)), row: null });
    continue;
  }
  const code = line.id.slice(2);
  const token = line.querySelector("input[type=hidden]");
  const row = { code, line, token, boxes: {}, stage: token?.parentElement.dataset.stage };
  for (const box of line.querySelectorAll("input:not([type=hidden]), select")) {
    row.boxes[box.name[0]] = box;
    box.dataset.was = box.value;
  }
  row.cell = token?.parentElement;
  row.name = line.querySelector("th").textContent.trim();
  row.max = line.cells[2].textContent.trim();
  rows.set(code, row);
  order.push(row);
  lines.push({ code, row });
}

export const rowOf = element => rows.get(element.closest("tr")?.id.slice(2));
export const letterOf = box => box.name[0];
export const firstBox = row => row.boxes.a ?? row.boxes.p ?? row.boxes.l ?? row.boxes.g;
export const saved = row => Object.fromEntries(Object.entries(row.boxes).map(([letter, box]) => [letter, box.dataset.was]));

/** Puts texts into the boxes of a row, as if they were typed. */
export function fill(row, texts) {
  for (const [letter, text] of Object.entries(texts)) {
    if (row.boxes[letter]) {
      row.boxes[letter].value = text;
    }
  }
}

/** Shows what the server says stands there; what is typed meanwhile in the letters named stays. */
export function show(row, texts, keepTyped = []) {
  for (const [letter, text] of Object.entries(texts ?? {})) {
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

/** The points that follow from a statement stand beside it. */
export function showPoints(row, points) {
  const place = row.cell?.querySelector(".pt");
  if (place) {
    place.textContent = points ?? "";
  }
}

/** Marks the row, and of its boxes those that what is wrong was typed into. */
export function mark(row, state, text, letters = Object.keys(row?.boxes ?? {})) {
  if (!row?.cell) {
    return;
  }
  row.cell.dataset.s = state ?? "";
  row.note ??= row.cell.appendChild(make("small", { className: "st" }));
  row.note.textContent = text ?? (state ? say(state) : "");
  for (const [letter, box] of Object.entries(row.boxes)) {
    box.toggleAttribute("aria-invalid", false);
    if (letters.includes(letter) && (state === "wrong" || state === "refused" || state === "conflict")) {
      box.setAttribute("aria-invalid", "true");
    }
  }
}

/** Whether the appraisal takes points from the unit and has not said why. */
export function ask(row, text) {
  const hint = row.line.querySelector(".why");
  if (hint) {
    hint.textContent = text ?? "";
  }
}

export function showStatus(status) {
  if (!status) {
    return;
  }
  for (const part of document.querySelectorAll("#thanh [data-k]")) {
    part.textContent = status[part.dataset.k] ?? "–";
  }
  for (const left of document.querySelectorAll("[data-left]")) {
    left.textContent = status.all - status.given;
  }
  for (const sum of form.querySelectorAll("[data-sum]")) {
    sum.textContent = status.sums[sum.dataset.sum] ?? "";
  }
}
