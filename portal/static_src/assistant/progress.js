// Asks how far the reading is, and goes on when it is done.
const EVERY = 700;

export function progress(box) {
  const bar = box.querySelector("progress");
  const ask = async () => {
    const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } }).catch(() => null);
    if (answer && answer.redirected) return void location.reload();
    if (answer && answer.ok) {
      const { percent, done, next } = await answer.json();
      bar.value = percent;
      if (done) return void location.assign(next);
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
}
