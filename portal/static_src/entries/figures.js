// Figures: choices without a new page, and Chart.js on the first hover, touch or focus. The page is complete without.
import { followChoices } from "../js/choices.js";
import { offerCopies } from "../js/copies.js";
import { wakeOnDemand } from "../js/wake.js";

function start() {
  const figure = document.getElementById("graphique");
  if (!figure) return;
  wakeOnDemand(figure);
  offerCopies(figure);
  const form = figure.querySelector("form");
  if (form) followChoices(form, start);
}

start();
document.querySelectorAll(".chartb").forEach(wakeOnDemand); // charts in a text: each wakes by itself
