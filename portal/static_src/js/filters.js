// The list follows its filters without leaving the page: results replaced, address kept, focus where it was.
const TYPING = 300; // milliseconds after the last letter

export function followFilters(form) {
  let waiting = 0;
  let asked = 0;

  const refresh = async () => {
    const address = addressOf(form);
    const mine = ++asked;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const text = await answer.text();
      if (mine !== asked) return;
      replaceResults(new DOMParser().parseFromString(text, "text/html"));
      history.pushState(null, "", address);
    } catch {
      form.requestSubmit();
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target.type !== "search") refresh();
  });
  form.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(refresh, TYPING);
  });
  window.addEventListener("popstate", () => window.location.reload());
}

function addressOf(form) {
  const address = new URL(form.action);
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  address.search = new URLSearchParams(filled);
  return address;
}

function replaceResults(page) {
  for (const selector of ["#resultats", ".fb"]) {
    const fresh = page.querySelector(selector);
    const shown = document.querySelector(selector);
    if (fresh && shown) shown.replaceChildren(...document.adoptNode(fresh).childNodes);
  }
  const said = document.getElementById("annonce");
  if (said) said.textContent = document.getElementById("nombre").textContent;
}
