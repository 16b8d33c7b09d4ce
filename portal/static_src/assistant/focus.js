// What went wrong, or what must be read first, gets the focus when the page opens.
export function focusNotice(root = document) {
  const notice = root.querySelector("[data-focus]");
  if (notice) notice.focus();
}
