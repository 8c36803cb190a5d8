// What is alive in the parts of a leaf, on its own page and in the panel of the sheet: files that are dropped, documents
// looked at, forms that are sent without leaving the sheet.

import { dropZone } from "./evidence-drop.js";
import { offer } from "./preview.js";
import { keepDrafts } from "./drafts.js";

/**
 * Brings a fragment to life.
 * @param root the fragment
 * @param changed called when something was saved, with the fragment as it now is where the server sent it
 * @param signIn the address of the sign-in page: an answer from there means that the session has ended
 */
export function enliven(root, { changed, signIn }) {
  for (const zone of root.querySelectorAll("form[data-drop]")) {
    dropZone(zone, changed);
  }
  offer(root);
  for (const form of root.querySelectorAll("form[data-drafts]")) {
    keepDrafts(form);
  }
  if (signIn) {
    root.addEventListener("submit", event => {
      if (!event.defaultPrevented) {
        event.preventDefault();
        send(event.target, event.submitter, { changed, signIn });
      }
    });
  }
}

/** Sends a form and stays: what was refused is told beside it, and what was typed is still there. */
async function send(form, button, { changed, signIn }) {
  const body = new FormData(form, button);
  form.querySelector("[data-told]")?.remove();
  button?.toggleAttribute("disabled", true);
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { "X-Fragment": "1" } });
    const html = await answer.text();
    const page = new DOMParser().parseFromString(html, "text/html");
    if (new URL(answer.url).pathname === signIn) {
      tell(form, "Phiên làm việc đã hết. Đăng nhập lại ở cửa sổ khác rồi gửi lần nữa; nội dung đã gõ còn giữ.");
    } else if (answer.ok) {
      changed(page.getElementById("ben-canh") ? html : null);
    } else {
      tell(form, [...page.querySelectorAll(".errors li")].map(item => item.textContent.trim()).join(" ") || "Máy chủ chưa nhận. Thử lại sau ít phút.");
    }
  } catch {
    tell(form, "Mất kết nối nên chưa gửi được; nội dung đã gõ còn giữ.");
  } finally {
    button?.toggleAttribute("disabled", false);
  }
}

function tell(form, text) {
  const line = document.createElement("p");
  line.className = "error";
  line.role = "alert";
  line.dataset.told = "";
  line.textContent = text;
  form.append(line);
}
