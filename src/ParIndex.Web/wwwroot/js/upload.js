// The form of one document: its file goes ahead in slices, the form waits for it, and the file's hash is shown.
// Without this script the form sends the file with everything else.

import { forget, most, sendFile, sizeOf, tooLarge } from "./upload-slices.js";

const form = document.querySelector("form[data-upload]");
const box = form?.querySelector("input[type=file]");
if (box) {
  const field = form.querySelector("[data-upload-id]");
  const bar = form.querySelector("progress");
  const said = form.querySelector("[data-upload-state]");
  const way = { address: form.dataset.upload, token: form.querySelector("[name=__RequestVerificationToken]").value, year: Number(form.dataset.year) };
  const name = box.name;
  let turn = 0;
  let busy = false;
  let sendsAfter = false;
  let isRefused = false;

  const say = text => {
    said.hidden = false;
    said.textContent = text;
  };

  const refused = text => {
    busy = sendsAfter = false;
    isRefused = true;
    bar.hidden = true;
    box.value = "";
    say(text);
  };

  const send = async file => {
    const mine = ++turn;
    busy = true;
    field.value = "";
    bar.hidden = false;
    bar.max = file.size;
    bar.value = 0;
    const sent = await sendFile(file, way, { isWanted: () => mine === turn, moved: bytes => { bar.value = bytes; }, said: say });
    if (!sent) {
      return;
    }
    if (sent.refused) {
      refused(sent.refused);
      return;
    }
    busy = false;
    field.value = sent.id;
    box.removeAttribute("name");
    say("Đã tải lên đủ " + sizeOf(file.size) + " (" + sent.kind + "). SHA-256: " + sent.sha256);
    if (sendsAfter) {
      form.requestSubmit();
    }
  };

  box.addEventListener("change", () => {
    const file = box.files[0];
    turn++;
    busy = isRefused = false;
    field.value = "";
    box.name = name;
    if (!file) {
      bar.hidden = said.hidden = true;
    } else if (file.size > most) {
      refused(tooLarge);
    } else {
      send(file);
    }
  });

  form.addEventListener("submit", event => {
    if (isRefused) {
      // A citation without the file is another thing than the person meant: once more says that it is wanted.
      event.preventDefault();
      isRefused = false;
      say(said.textContent + " Chưa gửi gì: chọn tệp khác, hoặc bấm lần nữa để chỉ dẫn văn bản, không kèm tệp.");
      box.focus();
    } else if (busy) {
      event.preventDefault();
      sendsAfter = true;
      say("Đang tải tệp lên; biểu mẫu được gửi ngay khi xong.");
    } else if (field.value) {
      forget(field.value);
    }
  });
}
