// A change of view or territory replaces the figure and its table without leaving the page; the address follows.

const PARTS = ["graphique", "tableau"];

export function followChoices(form, renewed) {
  form.addEventListener("change", async () => {
    const address = new URL(form.action);
    address.search = new URLSearchParams(new FormData(form));
    address.hash = "";
    const focused = document.activeElement?.id;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      replaceParts(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      form.requestSubmit();
      return;
    }
    history.replaceState(null, "", address);
    document.getElementById(focused)?.focus();
    renewed();
  });
}

function replaceParts(page) {
  for (const id of PARTS) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id)?.replaceWith(document.adoptNode(fresh));
  }
  const said = document.getElementById("annonce");
  const view = document.getElementById("graphique")?.dataset.said ?? "";
  if (said) said.textContent = [said.dataset.words, view].filter(Boolean).join(" ");
}
