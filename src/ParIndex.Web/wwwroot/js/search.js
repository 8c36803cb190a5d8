// Offers hits while somebody types into the search form, as a combobox with a list. Without script, or where nothing is
// offered, the form asks its page as it always did.

const pause = 180, fewest = 2;

for (const input of document.querySelectorAll("input[data-offers]")) {
  if (input.dataset.offers) offer(input);
}

function offer(input) {
  const list = Object.assign(document.createElement("ul"), { className: "offers", id: `${input.id}-goi-y`, role: "listbox", hidden: true });
  const words = Object.assign(document.createElement("p"), { className: "sr", role: "status" });
  list.setAttribute("aria-label", input.labels[0].textContent);
  input.after(list, words);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  let timer, asked, active = -1;

  const mark = place => {
    active = place;
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === place)));
    const row = list.children[place];
    if (row) {
      input.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    words.textContent = "";
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };

  const show = hits => {
    list.replaceChildren(...hits.map((hit, i) => {
      const row = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, role: "option" });
      const title = Object.assign(document.createElement("b"), { textContent: hit.title, lang: "vi" });
      const why = Object.assign(document.createElement("small"), { textContent: [hit.detail, hit.reason].filter(Boolean).join(" · ") });
      row.dataset.address = hit.address;
      row.append(title, why);
      return row;
    }));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    words.textContent = hits.length > 0 ? `${hits.length} ${input.dataset.some}` : input.dataset.none;
    mark(-1);
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (typed.length < fewest) return close();
    asked?.abort();
    const mine = asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.offers}?${new URLSearchParams({ q: typed, lang: input.dataset.lang })}`, { signal: mine.signal });
      // Too many questions or a line that broke: the form itself still works.
      if (answer.ok && mine === asked && document.activeElement === input) show((await answer.json()).hits);
    } catch (failure) {
      if (failure.name !== "AbortError") close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener("keydown", event => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count > 0) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      // One place more than there are rows: none is chosen there, and Enter sends the form.
      mark((active + (event.key === "ArrowDown" ? 2 : count + 1)) % (count + 1) - 1);
    } else if (event.key === "Enter" && active >= 0 && count > 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.address);
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const row = event.target.closest("[data-address]");
    if (row) location.assign(row.dataset.address);
  });
}
