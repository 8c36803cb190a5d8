// What is typed into a form waits in the browser until a page of the server shows it: it survives another button of the
// same page, a reload, a lost line and another sign-in. Without this script the server shows again what was sent to it.

const days = 90;
const textOf = field => field.type === "radio" ? (field.form.elements[field.name].value ?? "") : field.value;
const shown = field => field.type === "radio" ? [...radios(field)].find(radio => radio.defaultChecked)?.value ?? ""
  : field.tagName === "SELECT" ? [...field.options].find(option => option.defaultSelected)?.value ?? field.options[0].value
  : field.defaultValue;
const radios = field => field.form.querySelectorAll(`[type=radio][name="${CSS.escape(field.name)}"]`);

/** The server writes a figure its own way, and a text without blanks around it. */
function plain(text) {
  const clean = text.normalize("NFC").trim().replace(/\s+/g, " ");
  return /^\d+([.,]\d+)?$/.test(clean) ? clean.replace(",", ".").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") : clean;
}

function store(key, text) {
  try {
    text === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }));
  } catch {
    // A browser that keeps nothing: the form works all the same.
  }
}

function stored(key) {
  try {
    const { text, at } = JSON.parse(localStorage.getItem(key)) ?? {};
    return at > Date.now() - days * 86400000 ? text ?? null : null;
  } catch {
    return null;
  }
}

function put(field, text) {
  if (field.type === "radio") {
    radios(field).forEach(radio => { radio.checked = radio.value === text; });
  } else {
    field.value = text;
  }
}

function restore(form, field) {
  const key = `parindex-draft.${form.dataset.drafts}.${field.name}`;
  // The mark stands empty where there is nothing to mark.
  const isUnsent = form.dataset.unsent === "1" || field.dataset.unsent === "1" || field.closest("section")?.querySelector("[data-unsent='1']") != null;
  const text = stored(key);
  if (isUnsent) {
    // Shown again and saved nowhere yet.
    store(key, textOf(field));
  } else if (text === null || plain(text) === plain(shown(field))) {
    store(key, null);
  } else {
    put(field, text);
    return key;
  }
  return null;
}

function tell(form, restored) {
  const note = form.querySelector("[data-restored]");
  note.hidden = false;
  note.querySelector("button").addEventListener("click", () => {
    for (const [field, key] of restored) {
      put(field, shown(field));
      store(key, null);
    }
    note.hidden = true;
  });
}

/** Keeps what is typed into a form from now on, and puts back what was typed before. */
export function keepDrafts(form) {
  if (form.dataset.kept) {
    return;
  }
  form.dataset.kept = "1";
  const fields = [...form.elements].filter(field => field.name && field.matches("textarea, select, input:not([type=hidden])"));
  const seen = new Set();
  const restored = [];
  for (const field of fields) {
    if (!seen.has(field.name)) {
      seen.add(field.name);
      const key = restore(form, field);
      if (key) {
        restored.push([field, key]);
      }
    }
  }
  if (restored.length) {
    tell(form, restored);
  }
  form.addEventListener("input", ({ target }) => {
    if (fields.includes(target)) {
      store(`parindex-draft.${form.dataset.drafts}.${target.name}`, plain(textOf(target)) === plain(shown(target)) && target.dataset.unsent !== "1" ? null : textOf(target));
    }
  });
}

for (const form of document.querySelectorAll("form[data-drafts]")) {
  keepDrafts(form);
}
