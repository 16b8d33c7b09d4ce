// Grid, base line, breaks in series, target and projection, drawn behind the lines by a Chart.js plugin.

export function backdrop(data, colours) {
  const state = { id: "backdrop", active: null };
  state.beforeDatasetsDraw = ({ ctx, chartArea: area, scales: { x, y } }) => {
    const line = (x1, y1, x2, y2, colour, width = 1, dash = []) => {
      ctx.beginPath();
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      ctx.setLineDash(dash);
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.stroke();
    };
    const [low, high, step] = data.y;
    ctx.save();
    for (let value = low + step; value <= high + step / 2; value += step) {
      line(area.left, y.getPixelForValue(value), area.right, y.getPixelForValue(value), colours.rule);
    }
    const base = y.getPixelForValue(low <= 0 && high >= 0 ? 0 : low);
    line(area.left, base, area.right, base, colours.ink, 1.5);
    for (const place of data.breaks) {
      line(x.getPixelForValue(place), area.top, x.getPixelForValue(place), area.bottom, colours.edge, 1, [2, 4]);
    }
    if (data.target) drawTarget(data, line, area, x, y, colours);
    if (state.active !== null) {
      const at = x.getPixelForValue(state.active);
      line(at, area.top, at, area.bottom, colours["ink-2"]);
    }
    ctx.restore();
  };
  return state;
}

function drawTarget({ target, series }, line, area, x, y, colours) {
  const height = y.getPixelForValue(target.value);
  line(area.left, height, area.right, height, colours.up, 1.5, [6, 5]);
  if (target.projection === null) return;
  const last = series[0].points.filter((point) => point[1] !== null).at(-1);
  line(
    x.getPixelForValue(last[0]), y.getPixelForValue(last[1]),
    x.getPixelForValue(target.year), y.getPixelForValue(target.projection),
    colours.loire, 1.5, [1, 6],
  );
}
