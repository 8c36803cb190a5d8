// Sends a chosen file in slices, goes on where it broke off, also after the page was loaded again, and shows its hash.
// Without this script the form sends the file with everything else.
"use strict";
(() => {
  const slice = 256 * 1024;
  const waits = [1, 2, 4, 8, 15, 30];
  const form = document.querySelector("form[data-upload]");
  const box = form?.querySelector("input[type=file]");
  if (!form || !box || !window.fetch) return;
  const field = form.querySelector("[data-upload-id]");
  const bar = form.querySelector("progress");
  const said = form.querySelector("[data-upload-state]");
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const name = box.name;
  const most = 20 * 1024 * 1024;
  let turn = 0, busy = false, sendsAfter = false, isRefused = false;

  const say = text => { said.hidden = false; said.textContent = text; };
  const size = bytes => bytes < 1048576 ? Math.ceil(bytes / 1024) + " KB" : (bytes / 1048576).toFixed(1).replace(".", ",") + " MB";
  const keyOf = file => "tai-len:" + [file.name, file.size, file.lastModified].join(":");
  const remember = (key, value) => { try { value ? localStorage.setItem(key, JSON.stringify(value)) : localStorage.removeItem(key); } catch { /* private windows keep nothing */ } };
  const recall = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };

  const ask = async (method, path, headers, body) => {
    const answer = await fetch(form.dataset.upload + path, {
      method, body, credentials: "same-origin", headers: { Accept: "application/json", RequestVerificationToken: token, ...headers }
    });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(told.detail || told.title || ""), { status: answer.status, code: told.code });
    return told;
  };

  const pause = seconds => new Promise(done => {
    const wake = () => { clearTimeout(timer); removeEventListener("online", wake); done(); };
    const timer = setTimeout(wake, seconds * 1000);
    addEventListener("online", wake);
  });

  // Lost lines, a busy upload and a server that is away are waited for; all else is told.
  const passes = failure => !failure.status || failure.code === "upload.busy" || failure.code === "upload.slice-not-next" || failure.status === 429 || failure.status >= 500;

  const send = async file => {
    const mine = ++turn, key = keyOf(file);
    let state = recall(key), failures = 0, isNew = !state;
    busy = true;
    field.value = "";
    bar.hidden = false;
    bar.max = file.size;
    bar.value = 0;
    while (mine === turn) {
      try {
        if (!state) {
          state = await ask("POST", "", { "Content-Type": "application/json" }, JSON.stringify({ name: file.name, size: file.size, year: Number(form.dataset.year) }));
          remember(key, { id: state.id });
        } else if (state.offset === undefined) {
          state = await ask("GET", "/" + state.id, {});
          if (!isNew && state.offset > 0) say("Tiếp tục từ " + size(state.offset) + ".");
        }
        bar.value = state.offset;
        state = await ask("PATCH", "/" + state.id, { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(state.offset) }, file.slice(state.offset, state.offset + slice));
        if (mine !== turn) return;
        failures = 0;
        bar.value = state.offset;
        if (state.sha256) return done(file, state);
        say("Đã tải lên " + size(state.offset) + " trong " + size(file.size) + ".");
      } catch (failure) {
        if (mine !== turn) return;
        if (failure.status === 404) {
          remember(key, null);
          state = null;
          if (++failures > 2) return refused("Không tải lên được tệp này. Hãy chọn lại tệp.");
          continue;
        }
        if (failure.status === 401) return refused("Phiên đăng nhập đã hết. Đăng nhập lại rồi chọn lại tệp: phần đã tải lên được giữ.");
        if (!passes(failure)) {
          remember(key, null);
          return refused(failure.message || "Không tải lên được tệp này.");
        }
        say("Mất kết nối. Đã giữ " + size(bar.value) + "; tự thử lại.");
        await pause(waits[Math.min(failures++, waits.length - 1)]);
        if (state) state = { id: state.id };
      }
    }
  };

  const done = (file, state) => {
    busy = false;
    field.value = state.id;
    box.removeAttribute("name");
    say("Đã tải lên đủ " + size(file.size) + " (" + state.kind + "). SHA-256: " + state.sha256);
    if (sendsAfter) form.requestSubmit();
  };

  const refused = text => {
    busy = sendsAfter = false;
    isRefused = true;
    bar.hidden = true;
    box.value = "";
    say(text);
  };

  box.addEventListener("change", () => {
    const file = box.files[0];
    turn++;
    busy = isRefused = false;
    field.value = "";
    box.name = name;
    if (!file) { bar.hidden = said.hidden = true; return; }
    if (file.size > most) return refused("Tệp lớn hơn 20 MB. Hãy giảm độ phân giải bản quét hoặc tách thành nhiều tệp.");
    send(file);
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
      for (let i = localStorage.length - 1; i >= 0; i--) {
        const key = localStorage.key(i);
        if (key.startsWith("tai-len:") && (recall(key) || {}).id === field.value) remember(key, null);
      }
    }
  });
})();
