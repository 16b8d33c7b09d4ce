// A figure loads Chart.js on its first hover, touch or focus.
const WAKING = ["pointerenter", "focusin"];

export function wakeOnDemand(figure) {
  const plot = figure.querySelector(".plot");
  const source = figure.querySelector("script[type='application/json']");
  if (!plot || !source) return;
  const wake = async () => {
    WAKING.forEach((event) => figure.removeEventListener(event, wake));
    const { explore } = await import("./explore.js");
    if (plot.isConnected && !("ready" in plot.dataset)) explore(plot, JSON.parse(source.textContent));
  };
  WAKING.forEach((event) => figure.addEventListener(event, wake, { passive: true }));
}
