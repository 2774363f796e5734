// Reads a pasted text again while it is written, and shows what it was read as beside it.
const PAUSE = 400;
const text = document.querySelector("[data-reads]");

if (text) {
  const form = text.form;
  const shown = document.getElementById(text.dataset.reads);
  let waiting;
  let latest = 0;

  const read = async () => {
    latest += 1;
    const mine = latest;
    const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.getElementById(text.dataset.reads);
    if (mine !== latest) return;
    if (!answer.ok || !made) {
      const lost = document.createElement("p");
      lost.className = "errornote";
      lost.textContent = shown.dataset.lost;
      shown.prepend(lost);
      return;
    }
    const focused = shown.contains(document.activeElement) && document.activeElement.name;
    shown.replaceChildren(...made.childNodes);
    if (focused) form.elements[focused]?.focus();
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => read().catch(() => {}), PAUSE);
  });
}
