// Names that may be typed are offered as they are typed: the list is made on the first focus of its field.

export function offerNames(source) {
  const field = document.getElementById(source.id.replace("noms-", ""));
  if (!field) return;
  field.addEventListener("focus", () => {
    const list = document.createElement("datalist");
    list.id = `liste-${field.id}`;
    list.append(...JSON.parse(source.textContent).map((name) => new Option("", name)));
    field.after(list);
    field.setAttribute("list", list.id);
  }, { once: true });
}
