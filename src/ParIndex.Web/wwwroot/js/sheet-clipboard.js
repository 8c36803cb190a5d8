// What a block of the clipboard means for the sheet. It is laid beside the rows by its codes; else line by line, if it
// fits the rows of the sheet with those of the groups; else it means nothing, and says why.

import { letterOf, lines, order, rowOf, rows, say } from "./sheet-rows.js";

/** Headings of the sheet's own workbook and of the page, with what stands below: code, name, max, a box's letter, or x. */
const headings = new Map([...document.querySelectorAll("#chu li[data-h]")].map(item => [plain(item.textContent), item.dataset.h]));
const columns = ["a", "r", "p", "g"];

function plain(text) {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");
}

/** Lines of a spreadsheet's clipboard; a cell with a line break or tab stands in quotes. */
export function cellsOf(text) {
  const found = [[]];
  let cell = "";
  let quoted = false;
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < clean.length; i++) {
    const sign = clean[i];
    if (quoted) {
      if (sign === '"' && clean[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"' && cell === "") {
      quoted = true;
    } else if (sign === "\t" || sign === "\n") {
      found.at(-1).push(cell);
      cell = "";
      if (sign === "\n") {
        found.push([]);
      }
    } else {
      cell += sign;
    }
  }
  found.at(-1).push(cell);
  return found.map(line => line.map(value => value.trim().replace(/\s+/g, " ")));
}

/** Whether two texts are the same figure, written with comma or point, with or without zeros behind. */
function isSame(one, other) {
  const figure = text => /^\d+([.,]\d+)?$/.test(text) ? text.replace(",", ".").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "") : plain(text);
  return figure(one) === figure(other);
}

/**
 * The meaning of a block that was pasted into a box: { lines, groups, unused }, or { reason } when it has none.
 * A line is { code, row, text, boxes } or { code, row, text, refused }.
 */
export function plan(box, cells) {
  const from = letterOf(box) === "l" ? "p" : letterOf(box);
  const head = cells.slice(0, 20).findIndex(isHeading);
  const body = head < 0 ? cells : cells.slice(head + 1);
  const heads = head < 0 ? null : cells[head].map(text => headings.get(plain(text)) ?? "");
  if (heads) {
    const doubled = heads.find((letter, i) => letter !== "" && letter !== "x" && heads.indexOf(letter) !== i);
    if (doubled) {
      return { reason: say("pasteTwoColumns", cells[head][heads.lastIndexOf(doubled)]) };
    }
    const unused = [...cells.slice(0, head).map(line => line.filter(Boolean).join(" ")).filter(Boolean), ...cells[head].filter((text, i) => text && !/^(code|name|max|a|r|l|p|g)$/.test(heads[i]))];
    return { ...(heads.includes("code") ? byCodes(body, heads) : byRows(box, body, heads)), unused };
  }
  const under = columns.slice(columns.indexOf(from));
  const at = columnOfCodes(cells);
  if (at < 0) {
    const wide = Math.max(...cells.map(line => line.length));
    return wide > under.length ? { reason: say("pasteTooWide", wide, under.length) } : byRows(box, cells, under.slice(0, wide));
  }
  const block = cells.map(line => line.slice(at));
  const names = block.filter(line => rows.has(line[0]));
  const isNamed = names.some(line => line[1] && plain(line[1]) === plain(rows.get(line[0]).name));
  const wide = Math.max(...block.map(line => line.length)) - (isNamed ? 2 : 1);
  // Codes with names come out of a whole sheet: which of several columns are meant, only its headings tell.
  const isMaximum = wide > 1 && names.every(line => isSame(line[isNamed ? 2 : 1] ?? "", rows.get(line[0]).max));
  if (wide > 1 && (isNamed || isMaximum || wide > under.length)) {
    return { reason: say("pasteNeedsHeading") };
  }
  return { ...byCodes(block, ["code", ...(isNamed ? ["name"] : []), ...under.slice(0, wide)]), unused: at > 0 ? [say("pasteLeft")] : [] };
}

function isHeading(line) {
  const found = line.filter(Boolean).map(text => headings.get(plain(text)));
  return found.filter(Boolean).length >= Math.min(2, found.length) && found.some(letter => letter && /^[arlpg]$/.test(letter))
    && (found.includes("code") || found.every(Boolean));
}

/** The first column that holds codes, with others behind: more than half of it are of this sheet, a leaf's among them. */
function columnOfCodes(cells) {
  const wide = Math.max(...cells.map(line => line.length));
  return Array.from({ length: wide - 1 }, (_, i) => i).findIndex(i => {
    const given = cells.map(line => line[i]).filter(Boolean);
    const known = given.filter(text => lines.some(line => line.code === text));
    return known.length * 2 > given.length && known.some(text => rows.has(text));
  });
}

function byCodes(cells, heads) {
  const column = heads.indexOf("code");
  const given = cells.map(line => line[column] ?? "");
  const groups = new Set(lines.filter(line => !line.row).map(line => line.code));
  let skipped = 0;
  const found = [];
  for (const line of cells.filter(line => line.some(Boolean))) {
    const code = line[column] ?? "";
    const values = valuesOf(line, heads);
    const text = Object.values(values).join(" · ");
    const row = rows.get(code);
    if (groups.has(code)) {
      skipped++;
    } else if (!row) {
      found.push({ code, text: text || line.filter(Boolean).join(" · "), refused: say(code ? "pasteNoCode" : "pasteWithoutCode") });
    } else if (given.indexOf(code) !== given.lastIndexOf(code)) {
      found.push({ code, row, text, refused: say("pasteCodeTwice") });
    } else if (!isOf(row, line, heads)) {
      found.push({ code, row, text, refused: say("pasteOther") });
    } else if (text) {
      found.push(lineOf(row, values, text));
    }
  }
  return { lines: found, groups: skipped };
}

/** A code alone may be of another year: name and maximum must be those of this sheet where the block has them. */
function isOf(row, line, heads) {
  const at = letter => line[heads.indexOf(letter)] ?? "";
  return (at("name") === "" || plain(at("name")) === plain(row.name)) && (at("max") === "" || isSame(at("max"), row.max));
}

function byRows(box, cells, heads) {
  const start = lines.findIndex(line => line.row === rowOf(box));
  const first = order.indexOf(rowOf(box));
  const shown = lines.slice(start, start + cells.length);
  const fits = shown.length === cells.length && shown.every((line, i) => line.row || isOfGroup(cells, shown, i));
  const isToTheEnd = first + cells.length === order.length;
  const hasGroups = shown.some(line => !line.row);
  if (hasGroups && fits === isToTheEnd) {
    return { reason: say(fits ? "pasteTwoWays" : "pasteNoFit", cells.length, rowOf(box).code) };
  }
  if (!fits && !isToTheEnd) {
    return { reason: say("pasteTooLong", cells.length, lines.length - start) };
  }
  const target = fits ? shown.map(line => line.row) : order.slice(first);
  const found = [];
  for (const [i, row] of target.entries()) {
    const values = valuesOf(cells[i], heads);
    if (row && Object.keys(values).length > 0) {
      found.push(lineOf(row, values, Object.values(values).join(" · ")));
    }
  }
  return { lines: found, groups: target.filter(row => !row).length, unused: [] };
}

/** Whether a line may be that of a group: nothing stands there, or the sum of what stands below it in the block. */
function isOfGroup(cells, shown, at) {
  const below = [];
  for (let i = at + 1; i < shown.length && (shown[i].row || shown[i].depth > shown[at].depth); i++) {
    below.push(i);
  }
  return cells[at].every((text, column) => text === "" || (/^\d+([.,]\d+)?$/.test(text)
    && sum(below.filter(i => shown[i].row).map(i => cells[i][column] ?? "")) === sum([text])));
}

/** In ten-thousandths, so that no sum is off by the last digit. */
function sum(texts) {
  return texts.reduce((total, text) => total + Math.round(10000 * (Number(text.replace(",", ".")) || 0)), 0);
}

function valuesOf(line, heads) {
  return Object.fromEntries(heads.map((letter, i) => [letter, line[i] ?? ""]).filter(([letter, text]) => text !== "" && /^[arlpg]$/.test(letter)));
}

/** What a line writes into a row: a statement stands for its points; what stands there already is not touched. */
export function lineOf(row, values, text) {
  if (!row.token) {
    return { code: row.code, row, text, refused: say("pasteClosed") };
  }
  const boxes = {};
  for (const [letter, value] of Object.entries(values)) {
    if (row.boxes.l && (letter === "l" || letter === "p")) {
      boxes.p = values.l ?? value;
    } else if (!row.boxes[letter]) {
      return { code: row.code, row, text: value, refused: say("pasteNoBox") };
    } else if (!isSame(value, row.boxes[letter].dataset.was)) {
      boxes[letter] = value;
    }
  }
  return { code: row.code, row, text, boxes };
}
