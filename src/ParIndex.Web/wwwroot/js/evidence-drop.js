// Several files for one leaf, dropped or chosen: each goes ahead in slices and becomes a document by itself, so that one
// that is not taken keeps none of the others back. Nothing is sent before it is declared that none is a state secret.

import { forget, most, sendFile, sizeOf, tooLarge } from "./upload-slices.js";

/** @param zone the form; @param changed called when documents were added, with the fragment the server sent and the lines of what was not taken */
export function dropZone(zone, changed) {
  const box = zone.querySelector("input[type=file]");
  const declared = zone.querySelector("[name=IsDeclared]");
  const list = zone.querySelector("[data-files]");
  const button = zone.querySelector("button");
  const way = { address: zone.dataset.drop, token: zone.querySelector("[name=__RequestVerificationToken]").value, year: Number(zone.dataset.year) };
  const waiting = [];
  let isSending = false;
  let brought = null;
  button.hidden = true;
  list.setAttribute("aria-live", "polite");

  const add = files => {
    for (const file of files) {
      const line = document.createElement("li");
      const text = document.createElement("span");
      text.textContent = `${file.name}: ${sizeOf(file.size)}`;
      line.append(text);
      list.append(line);
      if (file.size > most) {
        text.textContent = `${file.name}: ${tooLarge}`;
        text.className = "error";
      } else {
        waiting.push({ file, line, text });
      }
    }
    box.value = "";
    begin();
  };

  const begin = async () => {
    if (isSending || waiting.length === 0) {
      return;
    }
    if (!declared.checked) {
      declared.focus();
      zone.dataset.busy = "";
      waiting.forEach(({ file, text }) => { text.textContent = `${file.name}: chờ xác nhận không phải bí mật nhà nước`; });
      return;
    }
    isSending = true;
    zone.dataset.busy = "";
    while (waiting.length > 0) {
      await bring(waiting.shift());
    }
    isSending = false;
    delete zone.dataset.busy;
    if (brought !== null) {
      changed(brought, [...list.querySelectorAll(".error")].map(text => text.closest("li")));
    }
  };

  const bring = async ({ file, line, text }) => {
    const bar = document.createElement("progress");
    bar.max = file.size;
    bar.setAttribute("aria-label", "Tiến độ tải lên " + file.name);
    line.append(bar);
    const refuse = why => {
      bar.remove();
      text.textContent = `${file.name}: ${why}`;
      text.className = "error";
    };
    const sent = await sendFile(file, way, { isWanted: () => true, moved: bytes => { bar.value = bytes; }, said: words => { text.textContent = `${file.name}: ${words}`; } });
    if (sent.refused) {
      refuse(sent.refused);
      return;
    }
    const body = new FormData();
    body.set("__RequestVerificationToken", way.token);
    body.set("Uploads", sent.id);
    body.set("IsDeclared", "true");
    try {
      const answer = await fetch(zone.action, { method: "POST", body, credentials: "same-origin", headers: { "X-Fragment": "1" } });
      const html = await answer.text();
      const page = new DOMParser().parseFromString(html, "text/html");
      if (answer.ok && page.getElementById("ben-canh")) {
        forget(sent.id);
        brought = html;
        bar.remove();
        text.textContent = `${file.name}: đã thêm`;
      } else {
        refuse([...page.querySelectorAll(".errors li")].map(item => item.textContent.trim()).join(" ") || "máy chủ chưa nhận; chọn lại tệp để thử lại, phần đã tải lên được giữ.");
      }
    } catch {
      refuse("mất kết nối; chọn lại tệp để thử lại, phần đã tải lên được giữ.");
    }
  };

  declared.addEventListener("change", begin);
  box.addEventListener("change", () => add(box.files));
  zone.addEventListener("submit", event => {
    event.preventDefault();
    begin();
  });
  zone.addEventListener("dragover", event => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", event => {
    event.preventDefault();
    zone.classList.remove("over");
    list.replaceChildren();
    add(event.dataTransfer.files);
  });
}
