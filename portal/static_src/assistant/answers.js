// Each answer is kept at once and the preview made again; the focus stays where it was. Every sending carries the name
// of this page and a rank, so that the server never lets an earlier one, late on its way, undo a later one.
const FIELDS = "input, select, textarea";
const PAGE = `${Date.now()}-${Math.random()}`;

export function answers(box) {
  const state = { running: null, typed: 0, rank: 0 };
  box.addEventListener("input", () => (state.typed += 1));
  box.addEventListener("change", (event) => {
    if (!event.target.closest("form[data-answers]")) return;
    stop(state);
    state.running = new AbortController();
    keep(box, event.target, state);
  });
  // Pressing a button ends the preview that runs: it must not replace the form under the finger.
  box.addEventListener("pointerdown", (event) => event.target.closest("button[type=submit]") && stop(state));
  box.addEventListener("submit", (event) => {
    stop(state);
    if (event.target.matches("form[data-answers]")) event.target.append(...ranked(state).map(hidden));
  });
}

function stop(state) {
  state.running?.abort();
  state.running = null;
}

function ranked(state) {
  state.rank += 1;
  return [["page_name", PAGE], ["page_rank", state.rank]];
}

function hidden([name, value]) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

async function keep(box, field, state) {
  const { signal } = state.running;
  const typed = state.typed;
  const body = new FormData(field.form);
  body.set("action", "preview");
  ranked(state).forEach(([name, value]) => body.set(name, value));
  const before = box.querySelector("[data-status]")?.textContent;
  const options = { method: "POST", body, signal, headers: { "X-Requested-With": "fetch" } };
  try {
    const answer = await fetch(box.dataset.refresh, options);
    if (!answer.ok) return lost();
    if (answer.redirected) return void (new URL(answer.url).pathname === location.pathname ? location.reload() : signedOut(answer.url));
    const html = await answer.text();
    // What is being typed meanwhile is sent when its field is left: the form stays as it is until then.
    if (!signal.aborted && state.typed === typed) replace(box, html, field, before);
  } catch (error) {
    if (error.name !== "AbortError") lost();
  }
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

