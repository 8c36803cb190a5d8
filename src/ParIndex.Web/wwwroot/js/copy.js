// Copies a text of the page, its paragraphs as lines. Without this script the button is not there and the text can be selected.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  if (!text || !navigator.clipboard) continue;
  const name = button.textContent;
  button.hidden = false;
  const parts = text.querySelectorAll("h3, p");
  const words = (part) => part.textContent.replace(/\s+/g, " ").trim();
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText([...(parts.length ? parts : [text])].map(words).join("\n"));
    button.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => { button.textContent = name; }, 2500);
  });
}
