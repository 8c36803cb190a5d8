// A box on paper shows no more than its width: notes are printed as text.

const notes = () => document.querySelectorAll("#phieu [name^='g-']");

addEventListener("beforeprint", () => {
  for (const box of notes()) {
    if (box.value) {
      const text = document.createElement("span");
      text.className = "printed";
      text.textContent = box.value;
      box.after(text);
      box.hidden = true;
    }
  }
});
addEventListener("afterprint", () => {
  for (const text of document.querySelectorAll(".printed")) {
    text.remove();
  }
  for (const box of notes()) {
    box.hidden = false;
  }
});
