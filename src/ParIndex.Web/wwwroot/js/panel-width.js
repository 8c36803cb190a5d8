// How wide the panel beside a table is: drawn by hand or by key, and kept while the browser's window lives.

const room = 704;
const least = 288;
const step = 24;

/**
 * Puts the handle between a table and its panel.
 * @param panel the panel, beside the table in a grid that reads `--beside`
 * @param own how wide the panel is by itself, in pixels
 * @param words what the handle is called
 */
export function widen(panel, own, words) {
  const work = panel.parentElement;
  const name = "parindex-beside." + work.classList[0];
  const handle = document.createElement("div");
  Object.assign(handle, { className: "grip no-print", role: "separator", tabIndex: 0, ariaOrientation: "vertical", ariaLabel: words, title: words });
  handle.setAttribute("aria-controls", panel.id);
  panel.before(handle);
  let width = own;

  // The table keeps what it needs: what is told is what is seen.
  const most = () => Math.max(own, work.clientWidth - room);
  const set = wanted => {
    width = Math.round(Math.min(most(), Math.max(least, wanted)));
    work.style.setProperty("--beside", `${width}px`);
    Object.assign(handle, { ariaValueMin: least, ariaValueMax: most(), ariaValueNow: width, ariaValueText: `${width} px` });
  };
  const keep = () => {
    try {
      sessionStorage.setItem(name, width);
    } catch {
      // It has its own width on the next page.
    }
  };
  const keys = { ArrowLeft: () => width + step, ArrowRight: () => width - step, Home: () => least, End: most, Enter: () => own };
  handle.addEventListener("keydown", event => {
    if (keys[event.key]) {
      event.preventDefault();
      set(keys[event.key]());
      keep();
    }
  });
  handle.addEventListener("pointerdown", event => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.focus();
  });
  handle.addEventListener("pointermove", event => {
    if (handle.hasPointerCapture(event.pointerId)) {
      set(work.getBoundingClientRect().right - event.clientX);
    }
  });
  handle.addEventListener("pointerup", keep);
  handle.addEventListener("dblclick", () => {
    set(own);
    keep();
  });
  addEventListener("resize", () => set(width));
  try {
    set(Number(sessionStorage.getItem(name)) || own);
  } catch {
    set(own);
  }
}
