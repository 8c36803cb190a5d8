// Sends a file in slices and goes on where it broke off, also after the page was loaded again.

const slice = 256 * 1024;
const waits = [1, 2, 4, 8, 15, 30];
const prefix = "tai-len:";

/** The most bytes of a file, and what is said of a larger one. */
export const most = 20 * 1024 * 1024;
export const tooLarge = "Tệp lớn hơn 20 MB. Hãy giảm độ phân giải bản quét hoặc tách thành nhiều tệp.";

export const sizeOf = bytes => bytes < 1048576 ? Math.ceil(bytes / 1024) + " KB" : (bytes / 1048576).toFixed(1).replace(".", ",") + " MB";

const keyOf = file => prefix + [file.name, file.size, file.lastModified].join(":");

function remember(key, value) {
  try {
    value ? localStorage.setItem(key, JSON.stringify(value)) : localStorage.removeItem(key);
  } catch {
    // Private windows keep nothing: the file begins anew.
  }
}

function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** An upload that became a document is not to be gone on with. */
export function forget(id) {
  for (let i = localStorage.length - 1; i >= 0; i--) {
    const key = localStorage.key(i);
    if (key.startsWith(prefix) && (recall(key) ?? {}).id === id) {
      remember(key, null);
    }
  }
}

const pause = seconds => new Promise(done => {
  const wake = () => {
    clearTimeout(timer);
    removeEventListener("online", wake);
    done();
  };
  const timer = setTimeout(wake, seconds * 1000);
  addEventListener("online", wake);
});

/** Lost lines, a busy upload and a server that is away are waited for; all else is told. */
const passes = failure => !failure.status || failure.code === "upload.busy" || failure.code === "upload.slice-not-next" || failure.status === 429 || failure.status >= 500;

async function ask({ address, token }, method, path, headers, body) {
  const answer = await fetch(address + path, { method, body, credentials: "same-origin", headers: { Accept: "application/json", RequestVerificationToken: token, ...headers } });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw Object.assign(new Error(told.detail || told.title || ""), { status: answer.status, code: told.code });
  }
  return told;
}

/**
 * Sends a file.
 * @param file the file
 * @param way address and token of the server, and the year whose quota it counts against
 * @param on isWanted() says whether to go on; moved(bytes) and said(text) tell how far it is
 * @returns id, sha256 and kind; null when it is not wanted any more; { refused } when it is not taken
 */
export async function sendFile(file, way, on) {
  const key = keyOf(file);
  let state = recall(key);
  const isNew = !state;
  let failures = 0;
  let offset = 0;
  while (on.isWanted()) {
    try {
      if (!state) {
        state = await ask(way, "POST", "", { "Content-Type": "application/json" }, JSON.stringify({ name: file.name, size: file.size, year: way.year }));
        remember(key, { id: state.id });
      } else if (state.offset === undefined) {
        state = await ask(way, "GET", "/" + state.id, {});
        if (!isNew && state.offset > 0) {
          on.said("Tiếp tục từ " + sizeOf(state.offset) + ".");
        }
      }
      on.moved(offset = state.offset);
      state = await ask(way, "PATCH", "/" + state.id, { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(state.offset) }, file.slice(state.offset, state.offset + slice));
      if (!on.isWanted()) {
        return null;
      }
      failures = 0;
      on.moved(offset = state.offset);
      if (state.sha256) {
        return state;
      }
      on.said("Đã tải lên " + sizeOf(state.offset) + " trong " + sizeOf(file.size) + ".");
    } catch (failure) {
      if (!on.isWanted()) {
        return null;
      }
      if (failure.status === 404) {
        remember(key, null);
        state = null;
        if (++failures > 2) {
          return { refused: "Không tải lên được tệp này. Hãy chọn lại tệp." };
        }
        continue;
      }
      if (failure.status === 401) {
        return { refused: "Phiên đăng nhập đã hết. Đăng nhập lại rồi chọn lại tệp: phần đã tải lên được giữ." };
      }
      if (!passes(failure)) {
        remember(key, null);
        return { refused: failure.message || "Không tải lên được tệp này." };
      }
      on.said("Mất kết nối. Đã giữ " + sizeOf(offset) + "; tự thử lại.");
      await pause(waits[Math.min(failures++, waits.length - 1)]);
      if (state) {
        state = { id: state.id };
      }
    }
  }
  return null;
}
