// Puts a figure into a text of the page editor, where the cursor is.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-figures] [data-place]");
  if (!button) return;
  const tools = button.closest("[data-figures]");
  const area = tools.querySelector("textarea");
  const code = tools.querySelector("[data-figure]").value;
  if (!code) {
    tools.querySelector("[data-figure]").focus();
    return;
  }
  area.setRangeText(`{${button.dataset.place}:${code}}`, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
});
