// The board of a round: says how many units are chosen, and chooses all that are shown without a new page. Without this
// script the same links open the page with every box ticked.

const form = document.querySelector("[data-board]");
const boxes = [...form.elements["don-vi"] instanceof RadioNodeList ? form.elements["don-vi"] : [form.elements["don-vi"]]];
const said = form.querySelector("[data-chosen]");
const empty = "Chọn đơn vị rồi chọn việc";

function tell() {
  const count = boxes.filter(box => box.checked).length;
  said.textContent = count === 0 ? empty : `Đã chọn ${String(count).padStart(2, "0")} đơn vị`;
}

function choose(link, checked) {
  form.querySelector(link).addEventListener("click", event => {
    event.preventDefault();
    boxes.forEach(box => { box.checked = checked; });
    tell();
  });
}

boxes.forEach(box => box.addEventListener("change", tell));
choose("[data-all]", true);
choose("[data-none]", false);
// A browser that comes back keeps what was ticked.
window.addEventListener("pageshow", tell);
tell();
