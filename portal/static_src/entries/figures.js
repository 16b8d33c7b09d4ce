// Figures: choices without a new page, and Chart.js on the first hover, touch or focus. The page is complete without.
import { followChoices } from "../js/choices.js";

const WAKING = ["pointerenter", "focusin"];

function wakeOnDemand(figure) {
  const plot = figure.querySelector(".plot");
  const source = figure.querySelector("script[type='application/json']");
  if (!plot || !source) return;
  const wake = async () => {
    WAKING.forEach((event) => figure.removeEventListener(event, wake));
    const { explore } = await import("../js/explore.js");
    if (plot.isConnected && !("ready" in plot.dataset)) explore(plot, JSON.parse(source.textContent));
  };
  WAKING.forEach((event) => figure.addEventListener(event, wake, { passive: true }));
}

function start() {
  const figure = document.getElementById("graphique");
  if (!figure) return;
  wakeOnDemand(figure);
  const form = figure.querySelector("form");
  if (form) followChoices(form, start);
}

start();
