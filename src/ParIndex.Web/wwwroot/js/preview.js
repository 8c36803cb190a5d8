// Looks into a document without opening it: its bytes come over as the download they always are, and this page draws
// them on a canvas, where nothing of them can run. Pictures are decoded by the browser, pages of a PDF by pdf.js.

const widest = 1600;
const pdfOf = () => import("../lib/pdfjs/pdf.min.js").then(pdf => {
  pdf.GlobalWorkerOptions.workerSrc = new URL("../lib/pdfjs/pdf.worker.min.js", import.meta.url).href;
  return pdf;
});

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** Lets every document of a fragment be looked into that can be. */
export function offer(root) {
  for (const button of root.querySelectorAll("[data-preview]")) {
    button.hidden = false;
    button.addEventListener("click", () => look(button));
  }
}

/** Shows, or puts away, what a button names. */
async function look(button) {
  const place = button.closest("li");
  const shown = place.querySelector(".preview");
  if (shown) {
    shown.remove();
    button.setAttribute("aria-expanded", "false");
    return;
  }
  button.setAttribute("aria-expanded", "true");
  const words = make("p", { role: "status", textContent: "Đang mở…" });
  const canvas = make("canvas", { tabIndex: 0, role: "img", ariaLabel: button.textContent.trim() });
  const bar = make("p", { className: "btns" });
  const frame = make("div", { className: "preview" }, bar, words, canvas);
  place.append(frame);
  try {
    const answer = await fetch(button.dataset.preview, { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) {
      throw new Error(`HTTP ${answer.status}`);
    }
    const draw = button.dataset.kind === "pdf" ? await openPdf(await answer.arrayBuffer(), Number(button.dataset.page) || 1, canvas, bar) : await openPicture(await answer.blob(), canvas);
    bar.append(make("button", { type: "button", className: "btn", textContent: "Phóng to", onclick: () => frame.requestFullscreen?.() }));
    await draw();
    words.remove();
  } catch {
    canvas.remove();
    words.textContent = "Không xem trước được tệp này; tải xuống để xem.";
  }
}

async function openPicture(blob, canvas) {
  const picture = await createImageBitmap(blob);
  return () => {
    const scale = Math.min(1, widest / picture.width);
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  };
}

async function openPdf(data, first, canvas, bar) {
  const { getDocument } = await pdfOf();
  const pages = await getDocument({ data, isEvalSupported: false, enableXfa: false, stopAtErrors: false }).promise;
  let at = Math.min(first, pages.numPages);
  let drawing = null;
  const where = make("span");
  const draw = async () => {
    drawing?.cancel();
    const page = await pages.getPage(at);
    const scale = Math.min(3, widest / page.getViewport({ scale: 1 }).width, 2);
    const viewport = page.getViewport({ scale });
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    where.textContent = `Trang ${at}/${pages.numPages}`;
    back.disabled = at === 1;
    on.disabled = at === pages.numPages;
    drawing = page.render({ canvasContext: canvas.getContext("2d"), viewport });
    await drawing.promise.catch(failure => {
      if (failure.name !== "RenderingCancelledException") {
        throw failure;
      }
    });
  };
  const turn = step => {
    at = Math.min(pages.numPages, Math.max(1, at + step));
    draw();
  };
  const back = make("button", { type: "button", className: "btn", textContent: "‹ Trước", onclick: () => turn(-1) });
  const on = make("button", { type: "button", className: "btn", textContent: "Sau ›", onclick: () => turn(1) });
  bar.append(back, where, on);
  return draw;
}
