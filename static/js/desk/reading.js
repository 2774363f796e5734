// Reads a pasted text again while it is written, and shows what it was read as beside it.
const PAUSE = 400;
const text = document.querySelector("[data-reads]");

if (text) {
  const form = text.form;
  let waiting;
  let latest = 0;

  const read = async () => {
    latest += 1;
    const mine = latest;
    const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form) });
    if (!answer.ok || mine !== latest) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const shown = page.getElementById(text.dataset.reads);
    if (shown) document.getElementById(text.dataset.reads).replaceChildren(...shown.childNodes);
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => read().catch(() => {}), PAUSE);
  });
}
