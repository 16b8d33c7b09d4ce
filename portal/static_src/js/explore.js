// Draws a figure with Chart.js over the server's own lines: same box, same scales, so that nothing moves.
import { Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from "chart.js";
import { backdrop } from "./backdrop.js";
import { tokens } from "./colours.js";
import { datasets } from "./lines.js";

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip);

const MARGIN = 8; // points on the edge are not cut

export function explore(plot, data) {
  const colours = tokens(plot);
  const box = plot.insertBefore(document.createElement("div"), plot.querySelector(".plot-words"));
  box.className = "plot-canvas";
  const canvas = box.appendChild(document.createElement("canvas"));
  canvas.setAttribute("aria-hidden", "true");
  const behind = backdrop(data, colours);
  const chart = new Chart(canvas, {
    type: "line",
    plugins: [behind],
    data: { datasets: datasets(data.series, colours) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: MARGIN, autoPadding: false },
      interaction: { mode: "x", intersect: false },
      onHover: (event, found) => {
        const at = found[0]?.element.$context?.raw?.x ?? null;
        if (behind.active !== at) {
          behind.active = at;
          chart.draw();
        }
      },
      scales: {
        x: { type: "linear", min: data.x[0], max: data.x[1], display: false },
        y: { type: "linear", min: data.y[0], max: data.y[1], display: false },
      },
      plugins: { tooltip: tooltip(colours, data.colon) },
    },
  });
  plot.dataset.ready = "";
  return chart;
}

function tooltip(colours, colon) {
  const family = getComputedStyle(document.body).fontFamily;
  return {
    backgroundColor: colours.ink,
    titleColor: colours.paper,
    bodyColor: colours.paper,
    displayColors: false,
    cornerRadius: 3,
    padding: 12,
    caretSize: 0,
    caretPadding: 14,
    titleFont: { family, size: 13 },
    bodyFont: { family, size: 14 },
    bodySpacing: 5,
    filter: (item) => !Number.isNaN(item.parsed.y),
    itemSort: (a, b) => b.parsed.y - a.parsed.y,
    callbacks: {
      title: (items) => items[0]?.raw.label ?? "",
      label: (item) => `${item.dataset.label}${colon}${item.raw.text}`,
    },
  };
}
