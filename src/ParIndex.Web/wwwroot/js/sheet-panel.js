// The panel beside the leaf that has the focus: the fragment that the server writes for it, kept while nothing of the
// leaf changes. What is typed or under way in it stays when another leaf is looked at meanwhile. A window too narrow for
// both shows it over the sheet, opened from the leaf.

import { byId, form, make, rows, say } from "./sheet-rows.js";
import { enliven } from "./leaf-parts.js";
import { widen } from "./panel-width.js";

const own = 372;
const rest = 250;
const panel = byId("khung");
const work = panel.closest(".work");
const wide = matchMedia("(min-width: 1101px)");
const shut = "parindex-panel-shut";
const kept = new Map();
const over = make("dialog", { className: "over", ariaLabel: panel.ariaLabel });
let line = null;
let timer = 0;

const isShown = () => over.open || wide.matches && work.classList.contains("beside");
const codeOf = row => row.id.slice(2);

function remember(isShut) {
  try {
    isShut ? localStorage.setItem(shut, "1") : localStorage.removeItem(shut);
  } catch {
    // It opens again on the next page.
  }
}

/** Shows or hides the panel; who hides it finds it hidden on the next sheet, too. */
export function toggle(isOpen = !work.classList.contains("beside")) {
  if (over.open) {
    over.close();
    return;
  }
  if (!wide.matches) {
    lay(line);
    return;
  }
  work.classList.toggle("beside", isOpen);
  remember(!isOpen);
  if (isOpen && line) {
    show(line);
  }
}

/** Lays the panel of a leaf over the sheet; put away, it gives the focus back to where it was opened. */
function lay(row) {
  if (!row?.querySelector(".d a")) {
    return;
  }
  if (!row.contains(document.activeElement)) {
    row.querySelector(".d a").focus();
  }
  look(row);
  if (panel.firstElementChild?.dataset.leaf !== codeOf(row)) {
    panel.replaceChildren(make("p", { className: "empty", role: "status", textContent: say("panelOpens") }));
  }
  over.append(panel);
  over.showModal();
  clearTimeout(timer);
  show(row);
}

function look(row) {
  if (row !== line) {
    line?.classList.remove("open");
    line = row;
    line.classList.add("open");
  }
  clearTimeout(timer);
  timer = setTimeout(() => show(row), rest);
}

async function show(row) {
  if (!isShown()) {
    return;
  }
  const code = codeOf(row);
  const known = kept.get(code);
  if (known) {
    put(known);
  }
  if (!known || known.dataset.stale) {
    const fresh = await read(row);
    if (fresh && line === row) {
      put(fresh);
    }
  }
}

async function read(row) {
  const link = row.querySelector(".d a");
  if (!link) {
    return null;
  }
  try {
    const answer = await fetch(form.dataset.beside.replace(/0{8}(-0{4}){3}-0{12}/, link.pathname.split("/").at(-1)), { credentials: "same-origin", redirect: "manual", headers: { "X-Fragment": "1" } });
    return answer.ok ? take(codeOf(row), await answer.text()) : tell(row, answer.type === "opaqueredirect" || answer.status === 401 ? "panelSession" : "panelFailed");
  } catch {
    return tell(row, "panelFailed");
  }
}

/** A fragment as it came becomes what is kept of the leaf. */
function take(code, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("ben-canh");
  if (!fresh) {
    return null;
  }
  document.adoptNode(fresh);
  kept.set(code, fresh);
  enliven(fresh, { changed: (html, refused) => html ? replace(code, html, refused) : renew(code), signIn: form.dataset.signIn });
  for (const button of fresh.querySelectorAll("[data-close]")) {
    button.hidden = false;
    button.addEventListener("click", () => toggle(false));
  }
  for (const link of fresh.querySelectorAll(".jump a")) {
    link.addEventListener("click", event => jump(event, fresh, link));
  }
  addNote(fresh, rows.get(code));
  const count = byId("t-" + code)?.querySelector(".d a");
  if (count && !(count.matches(".miss") && fresh.dataset.documents === "0")) {
    count.textContent = fresh.dataset.documents;
    count.classList.remove("miss");
  }
  return fresh;
}

/** To a part of the panel, under the tabs that stay in view. */
function jump(event, fragment, link) {
  const part = fragment.querySelector(link.hash);
  event.preventDefault();
  panel.scrollTop = part.offsetTop - fragment.firstElementChild.offsetHeight;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  follow();
}

/** The tab of the part that is in view is the current one; at the end, where several are, the one that was asked for. */
function follow() {
  const links = [...panel.querySelectorAll(".jump a")];
  const partOf = link => panel.querySelector(link.hash);
  const top = panel.scrollTop + (panel.querySelector(".top")?.offsetHeight ?? 0) + 8;
  const isAtEnd = panel.scrollTop + panel.clientHeight >= panel.scrollHeight - 2;
  const at = isAtEnd && (links.find(link => partOf(link) === document.activeElement) ?? (panel.scrollTop > 0 ? links.at(-1) : null))
    || links.findLast(link => partOf(link).offsetTop <= top) || links[0];
  for (const link of links) {
    link === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }
}

/** The note of the row, whose own box makes room for the panel. */
function addNote(fragment, row) {
  const box = row?.boxes.g;
  const place = fragment.querySelector("[data-note]");
  if (!box) {
    place.remove();
    return;
  }
  const text = make("textarea", { id: "bc-ghi-chu", rows: 2, maxLength: 2000, value: box.value });
  text.addEventListener("input", () => { box.value = text.value.replace(/\s*\n\s*/g, " "); });
  text.addEventListener("change", () => box.dispatchEvent(new Event("change", { bubbles: true })));
  place.append(make("label", { htmlFor: text.id, textContent: say("note") }), text);
}

function replace(code, html, refused = []) {
  const fresh = take(code, html);
  fresh?.querySelector("[data-files]")?.append(...refused);
  if (fresh && line && codeOf(line) === code) {
    put(fresh);
  }
}

/** Something of the leaf changed: its fragment is read again, at once where it is looked at and nobody types in it. */
async function renew(code) {
  const known = kept.get(code);
  if (!known) {
    return;
  }
  known.dataset.stale = "1";
  if (line && codeOf(line) === code && isShown() && !isBusy(known)) {
    const fresh = await read(line);
    if (fresh && line && codeOf(line) === code && !isBusy(known)) {
      put(fresh);
    }
  }
}

const isBusy = fragment => fragment.contains(document.activeElement) && document.activeElement.matches("textarea, input:not([type=file]), select") || fragment.querySelector("[data-busy]") !== null;

function put(fragment) {
  const top = panel.firstElementChild?.dataset.leaf === fragment.dataset.leaf ? panel.scrollTop : 0;
  const note = fragment.querySelector("#bc-ghi-chu");
  if (note && note !== document.activeElement) {
    note.value = rows.get(fragment.dataset.leaf)?.boxes.g?.value ?? note.value;
  }
  if (panel.firstElementChild !== fragment) {
    panel.replaceChildren(fragment);
    panel.scrollTop = top;
    follow();
  }
}

function tell(row, words) {
  if (row !== line) {
    return null;
  }
  const again = make("button", { type: "button", className: "btn", textContent: say("again"), onclick: () => show(row) });
  const notice = make("div", {}, make("p", { className: "empty" }, say(words) + " ", again));
  notice.dataset.leaf = "";
  panel.replaceChildren(notice);
  return null;
}

form.addEventListener("focusin", event => {
  const row = event.target.closest("tr[id]");
  if (row) {
    look(row);
  }
});
form.addEventListener("click", event => {
  const row = event.target.closest("tr[id]");
  const isOpener = row && !wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.target.closest(".d a, tbody th") && getSelection().isCollapsed;
  if (isOpener) {
    event.preventDefault();
    lay(row);
  } else if (row && !event.target.closest("a, button, input, select")) {
    look(row);
  }
});
form.addEventListener("cellsaved", event => renew(event.detail));
panel.addEventListener("click", event => {
  const link = event.target.closest("[data-go]");
  const row = link && byId("t-" + link.dataset.go);
  if (row) {
    event.preventDefault();
    if (over.open) {
      look(row);
      row.scrollIntoView({ block: "center" });
      return;
    }
    const target = [...row.querySelectorAll("input:not([type=hidden]), select, a")].find(box => box.checkVisibility());
    target?.focus();
    row.scrollIntoView({ block: "nearest" });
  }
});
panel.addEventListener("scroll", follow, { passive: true });
over.addEventListener("click", event => event.target === over && over.close());
over.addEventListener("close", () => {
  work.append(panel);
  if (!line.contains(document.activeElement)) {
    line.querySelector(".d a").focus();
  }
});
work.after(over);
widen(panel, own, say("panelWidth"));
wide.addEventListener("change", () => {
  over.close();
  if (line) {
    show(line);
  }
});
try {
  work.classList.toggle("beside", localStorage.getItem(shut) !== "1");
} catch {
  // It stays open.
}
