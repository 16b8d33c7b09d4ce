// A button beside each text made to be copied, and the phone's own way of sharing where there is one.

const SEEN = 2500; // milliseconds

export function offerCopies(root) {
  const said = root.querySelector("[data-copy-words]");
  if (!said) return;
  for (const field of root.querySelectorAll("textarea[data-copy]")) {
    const row = document.createElement("p");
    row.className = "row";
    row.append(button(said.dataset.copyWords, ({ currentTarget }) => copy(field, currentTarget, said)));
    if (field.dataset.share && navigator.share) row.append(button(field.dataset.share, () => share(field.value)));
    field.closest("label").after(row);
    field.addEventListener("focus", () => field.select());
  }
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn s q";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

async function copy(field, pressed, said) {
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select(); // no clipboard without HTTPS
    document.execCommand("copy");
  }
  said.textContent = pressed.textContent = said.dataset.copiedWords;
  setTimeout(() => (pressed.textContent = said.dataset.copyWords), SEEN);
}

async function share(address) {
  try {
    await navigator.share({ title: document.title, url: address });
  } catch {
    // closed without sharing
  }
}
