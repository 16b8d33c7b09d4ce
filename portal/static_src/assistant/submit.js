// A choice that only changes what is shown is sent at once; its button disappears.
export function submitOnChange(field) {
  const button = field.form.querySelector("button[type=submit]");
  if (button) button.hidden = true;
  field.addEventListener("change", () => field.form.submit());
}
