// The confidence band stays that of the server's own drawing: see `.bd` in charts.css.
// The series of a figure as Chart.js datasets, cut where a value is missing and where a series breaks.

const LONG = 40;

function withCuts(points) {
  const gaps = points.slice(1).map((point, index) => point[0] - points[index][0]);
  const usual = Math.min(...gaps.filter((gap) => gap > 0));
  return points.flatMap((point, index) => {
    const [x, y, label, text, provisional, broken] = point;
    const drawn = { x, y: y ?? NaN, label, text, provisional };
    const far = index > 0 && x - points[index - 1][0] > usual * 1.5;
    return index > 0 && (broken || far) ? [{ x: x - usual / 2, y: NaN }, drawn] : [drawn];
  });
}

export function datasets(series, colours) {
  return series.map((one, order) => {
    const colour = one.focus ? colours.loire : colours.cmp;
    const dots = one.focus && one.points.length <= LONG;
    const hollow = (at) => one.focus && at.raw?.provisional;
    return {
      label: one.name,
      data: withCuts(one.points),
      order,
      borderColor: colour,
      borderWidth: one.focus ? 3.5 : 1.75,
      borderJoinStyle: "round",
      clip: false,
      spanGaps: false,
      segment: { borderDash: (at) => (at.p1.raw?.provisional ? (one.focus ? [3, 5] : [2, 4]) : undefined) },
      pointRadius: dots ? 4.5 : 0,
      pointHoverRadius: one.focus ? 6 : 4,
      pointBackgroundColor: (at) => (hollow(at) ? colours.paper : colour),
      pointBorderColor: colour,
      pointBorderWidth: (at) => (hollow(at) ? 2 : 0),
    };
  });
}
