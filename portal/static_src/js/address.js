// The link to this view becomes a button that copies its address.

export function copyAddress(link) {
  const said = document.getElementById("annonce");
  link.textContent = link.dataset.copy;
  link.setAttribute("role", "button");
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      window.location.assign(link.href); // no clipboard without HTTPS: the address bar has it
      return;
    }
    link.textContent = link.dataset.copied;
    if (said) said.textContent = link.dataset.copied;
  });
}
