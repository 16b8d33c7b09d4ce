// Each answer is kept at once and the preview made again; the focus stays where it was.
const FIELDS = "input, select, textarea";

export function answers(box) {
  let running = null;
  box.addEventListener("change", (event) => {
    if (!event.target.closest("form[data-answers]")) return;
    if (running) running.abort();
    running = new AbortController();
    keep(box, event.target, running.signal);
  });
}

async function keep(box, field, signal) {
  const form = field.form;
  const body = new FormData(form);
  body.set("action", "preview");
  const before = box.querySelector("[data-status]")?.textContent;
  const options = { method: "POST", body, signal, headers: { "X-Requested-With": "fetch" } };
  const answer = await fetch(box.dataset.refresh, options).catch((error) => (error.name === "AbortError" ? undefined : null));
  if (answer === undefined) return;
  if (!answer || !answer.ok) return lost();
  if (answer.redirected) return void (new URL(answer.url).pathname === location.pathname ? location.reload() : signedOut(answer.url));
  replace(box, await answer.text(), field, before);
}

function replace(box, html, field, before) {
  const place = { name: field.name, value: field.value, type: field.type };
  const open = [...box.querySelectorAll("details[open]")].map((one) => [...box.querySelectorAll("details")].indexOf(one));
  const top = field.getBoundingClientRect().top;
  box.innerHTML = html;
  const details = box.querySelectorAll("details");
  open.forEach((index) => details[index] && (details[index].open = true));
  say(box, before);
  const again = [...box.querySelectorAll(FIELDS)].find(
    (one) => one.name === place.name && (!["radio", "checkbox"].includes(place.type) || one.value === place.value),
  );
  if (!again) return;
  again.focus({ preventScroll: true });
  scrollBy(0, again.getBoundingClientRect().top - top);
}

// The bar says how many answers are missing; the header says when the draft was kept.
function say(box, before) {
  const kept = box.querySelector("template[data-saved-at]");
  const told = document.querySelector("[data-saved]");
  if (kept && told) told.textContent = kept.content.textContent;
  if (told) told.classList.remove("lost");
  const status = box.querySelector("[data-status]");
  if (!status || status.textContent === before) return;
  const words = status.textContent;
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = words));
}

function lost() {
  const told = document.querySelector("[data-saved]");
  if (!told) return;
  told.classList.add("lost");
  told.textContent = told.dataset.lost;
}

function signedOut(address) {
  const told = document.querySelector("[data-saved]");
  if (!told || !new URL(address).pathname.includes("login")) return void location.assign(address);
  told.classList.add("lost");
  told.textContent = told.dataset.signedOut;
}

