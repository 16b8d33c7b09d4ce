// Colours of the page's tokens as a canvas can use them: a probe resolves light-dark().
const NAMES = ["loire", "cmp", "rule", "ink", "ink-2", "paper", "up", "edge"];

export function tokens(host) {
  const probe = host.appendChild(document.createElement("i"));
  const colours = Object.fromEntries(
    NAMES.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colours;
}
