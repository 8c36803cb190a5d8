// A pasted block is shown before it is taken: what changes, what does not, and what is refused with its reason. While it
// waits for an answer it is kept in the browser, past a reload and another sign-in.

import { byId, fill, form, make, rows, saved, say } from "./sheet-rows.js";
import { asksToWait, enqueue, post, stopAt, waitOf } from "./sheet-queue.js";
import { before, note } from "./sheet-history.js";
import { cellsOf, lineOf, plan } from "./sheet-clipboard.js";
import { filledDown, filledWith, firstOfRange, range } from "./sheet-range.js";

const dialog = byId("dan");
const kept = `parindex-paste.${form.dataset.account}.${form.dataset.card}`;
let timer = 0;
let attempt = 0;
let isParked = false;

function keep(block) {
  try {
    block ? localStorage.setItem(kept, JSON.stringify(block)) : localStorage.removeItem(kept);
  } catch {
    // Nothing is lost but the comfort of a reload.
  }
}

export function paste(event) {
  const box = event.target;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const chosen = range();
  if (chosen && !/[\t\n]/.test(text.trimEnd())) {
    event.preventDefault();
    checkAll(filledWith(text.trim()), false);
    return;
  }
  if (!box.matches?.("input, select") || !rows.get(box.closest("tr")?.id.slice(2))?.token || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) {
    return;
  }
  event.preventDefault();
  const first = chosen ? firstOfRange() : box;
  keep({ text, box: first.name });
  open(first, text);
}

/** Fills the range from its first row, or the box from the one above it. */
export const fillDown = box => checkAll(filledDown(box), true);

function checkAll(cells, isQuiet) {
  const filled = cells.map(({ row, values }) => lineOf(row, values, Object.values(values).join(" · ")));
  if (filled.length > 0) {
    attempt = 0;
    check({ lines: filled, groups: 0, unused: [], isQuiet });
  }
}

/** Shows again what waited for an answer when the page was left. */
export function resume() {
  try {
    const { text, box } = JSON.parse(localStorage.getItem(kept)) ?? {};
    if (text && form.elements[box]) {
      open(form.elements[box], text);
    }
  } catch {
    keep(null);
  }
}

function open(box, text) {
  const block = plan(box, cellsOf(text));
  attempt = 0;
  if (block.reason) {
    put(block.reason, button("close", () => dialog.close()));
  } else {
    check(block);
  }
}

function put(text, ...buttons) {
  dialog.replaceChildren(
    make("h2", { id: "dan-ten", textContent: say("pasteTitle") }),
    make("p", { role: "status", textContent: text }),
    make("p", { className: "btns" }, ...buttons));
  if (!dialog.open) {
    dialog.showModal();
  }
}

const button = (key, act, kind = "btn") => make("button", { type: "button", className: kind, textContent: say(key), onclick: act });
const cancel = () => button("cancel", () => dialog.close());

async function check(block) {
  clearInterval(timer);
  const edits = block.lines.filter(line => line.boxes && Object.keys(line.boxes).length > 0).map(line => ({ line, key: crypto.randomUUID() }));
  put(say("pasteChecking"), cancel());
  try {
    const answer = edits.length === 0 ? null : await post(edits.map(({ line, key }) => ({ key, leaf: line.code, stage: line.row.stage, version: line.row.token.value, ...line.boxes })), true);
    if (answer && answer.status !== 200) {
      refuse(block, answer);
      return;
    }
    const told = new Map((answer ? (await answer.json()).cells : []).map(cell => [cell.key, cell]));
    for (const { line, key } of edits) {
      line.cell = told.get(key);
    }
  } catch {
    again(block, "pasteNoLine", 0);
    return;
  }
  if (block.isQuiet && block.lines.every(line => line.boxes && (!line.cell || line.cell.result === "saved"))) {
    // Nothing to decide: it is done, and taken back like any other step.
    dialog.close();
    takePasted(block.lines.filter(line => line.cell));
  } else if (dialog.open) {
    showPreview(block);
  }
}

function refuse(block, answer) {
  if (asksToWait(answer)) {
    again(block, "pasteBusy", waitOf(answer));
  } else if (stopAt(answer)) {
    // The block stays in the browser: it is shown again after the sign-in.
    isParked = true;
    dialog.close();
  } else {
    put(say("pasteFailed"), button("pasteRetry", () => check(block), "btn primary"), cancel());
  }
}

/** Goes on by itself when the time is up that the server asked for; nothing of the block is lost meanwhile. */
function again(block, words, asked) {
  if (!dialog.open) {
    return;
  }
  attempt++;
  const until = Date.now() + Math.max(asked, Math.min(1000 * 2 ** attempt, 30000));
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const clock = make("b", { textContent: left() });
  put(say(words), button("pasteRetry", () => check(block), "btn primary"), cancel());
  dialog.querySelector("p").after(make("p", {}, say("pasteAgain") + " ", clock, " " + say("seconds")));
  clearInterval(timer);
  timer = setInterval(() => {
    clock.textContent = left();
    if (left() === 0) {
      check(block);
    }
  }, 500);
}

function wordsOf(row, boxes) {
  const list = row.boxes.l;
  const text = list ? [...list.options ?? []].find(option => option.value === boxes.l)?.text ?? boxes.l ?? boxes.p ?? "" : [boxes.a, boxes.r].filter(Boolean).join("/") + (boxes.a ? " → " : "") + (boxes.p ?? "");
  return text.trim() || "–";
}

function showPreview({ lines, groups, unused }) {
  const body = make("tbody");
  const good = [];
  let [same, refused] = [0, 0];
  for (const line of lines) {
    const was = line.row?.token ? saved(line.row) : {};
    const problem = line.refused ?? (!line.cell || line.cell.result === "saved" ? null : line.cell.message ?? "");
    const isSame = problem === null && (!line.cell || Object.entries(line.cell.boxes).every(([letter, text]) => was[letter] === text));
    if (problem !== null) {
      refused++;
    } else if (isSame) {
      same++;
    } else {
      good.push(line);
    }
    body.append(make("tr", { className: problem !== null ? "look" : "" },
      make("th", { scope: "row" }, line.code + " " + (line.row?.name ?? "")),
      make("td", { textContent: line.row?.token ? wordsOf(line.row, was) : "" }),
      make("td", {}, problem !== null ? `${line.text} – ${problem}` : isSame ? say("pasteSame") : wordsOf(line.row, line.cell.boxes) + (line.boxes.g ? ` · ${line.boxes.g}` : ""))));
  }
  const confirm = make("button", { type: "button", className: "btn primary", textContent: say("pasteConfirm", good.length), disabled: good.length === 0, onclick: () => { dialog.close(); takePasted(good); } });
  const close = cancel();
  dialog.replaceChildren(
    make("h2", { id: "dan-ten", textContent: say("pasteTitle") }),
    make("p", { textContent: say("pasteSummary", good.length, same, refused) }),
    ...(groups ? [make("p", { className: "small muted", textContent: say("pasteGroups", groups) })] : []),
    ...(unused.length ? [make("p", { className: "small muted", textContent: say("pasteUnused", unused.join("; ")) })] : []),
    make("div", { className: "scroll", tabIndex: 0 }, make("table", {}, make("thead", {}, make("tr", {}, ...["pasteRow", "pasteBefore", "pasteAfter"].map(key => make("th", { scope: "col", textContent: say(key) })))), body)),
    make("p", { className: "btns" }, confirm, close));
  (good.length ? confirm : close).focus();
}

function takePasted(taken) {
  if (taken.length === 0) {
    return;
  }
  note(taken.map(({ row, code, cell, boxes }) => ({ code, before: before(row, Object.keys(cell.boxes).filter(letter => letter in boxes || (letter === "l" && "p" in boxes))), after: boxes })));
  for (const { row, boxes, cell } of taken) {
    fill(row, cell.boxes);
    enqueue(row, boxes);
  }
}

dialog.addEventListener("close", () => {
  clearInterval(timer);
  if (!isParked) {
    keep(null);
  }
  isParked = false;
});
addEventListener("online", () => dialog.open && dialog.querySelector("b") && dialog.querySelector(".primary")?.click());
