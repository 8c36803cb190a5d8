// Rows copied from the sheet go out with their codes and headings, so that they come back in wherever they belong. The
// browser itself would leave out what stands in boxes.

const sheet = document.querySelector("table.sheet");
const heads = [...sheet.tHead.rows[0].cells];
/** The column that is filled in here: it goes out as figures, statement and points, as in the workbook. */
const own = heads.findIndex(head => head.dataset.own);

const titles = () => heads.flatMap(head => head.dataset.own ? head.dataset.own.split("|") : [head.textContent]);

function texts(line) {
  const found = heads.map((_, i) => i === own ? ["", "", "", ""] : [""]);
  let column = 0;
  for (const cell of line.cells) {
    const value = letter => cell.querySelector(`[name^='${letter}-']`)?.value ?? "";
    if (cell.matches(".g")) {
      found.at(-1)[0] = value("g");
    } else if (cell.querySelector("[name^='v-']")) {
      const list = cell.querySelector("select");
      const chosen = list?.value ? list.selectedOptions[0].text : "";
      const points = list ? /^[0-9]+(,[0-9]+)?(?= |$)/.exec(chosen)?.[0] ?? "" : value("p");
      found[own] = [value("a"), value("r"), list && list.value !== "=" ? chosen.slice(points.length).trim() : "", points];
    } else {
      // Of a cell its first text: what stands small below it are figures and notes.
      found[column].splice(-1, 1, [...cell.childNodes].filter(node => !node.matches?.("small")).map(node => node.textContent).join("").trim());
    }
    column += cell.colSpan;
  }
  return found.flat();
}

export const quoted = text => /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

document.addEventListener("copy", event => {
  if (event.defaultPrevented) {
    return;
  }
  const selection = getSelection();
  const chosen = selection.isCollapsed ? [] : [...sheet.tBodies[0].rows].filter(line => selection.containsNode(line, true));
  if (chosen.length > 1) {
    event.preventDefault();
    event.clipboardData.setData("text/plain", [titles(), ...chosen.map(texts)].map(line => line.map(text => quoted(text.trim())).join("\t")).join("\r\n"));
  }
});
