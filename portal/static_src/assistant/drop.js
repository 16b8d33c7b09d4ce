// A file may be dropped anywhere on the zone; the field stays the way in for everybody else.
export function dropZone(zone) {
  const field = zone.querySelector("input[type=file]");
  const over = (is) => (event) => {
    event.preventDefault();
    zone.classList.toggle("over", is);
  };
  zone.addEventListener("dragenter", over(true));
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
    field.focus();
  });
  zone.closest("form").addEventListener("submit", () => sending(zone.closest("form")));
}

function sending(form) {
  const told = form.querySelector("[data-sending]");
  if (told && told.dataset.words) told.textContent = told.dataset.words;
}
