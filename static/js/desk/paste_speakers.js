// Read a pasted list again after each change, and show the result next to it.
import { asTabs } from "./clipboard_table.js";

const PAUSE = 400; // milliseconds without typing
const text = document.querySelector("[data-reads]");

if (text) {
  const form = text.form;
  const result = document.getElementById(text.dataset.reads);
  let timer;
  let latest = 0;

  const showProblem = () => {
    const error = document.createElement("p");
    error.className = "errornote";
    error.textContent = result.dataset.lost;
    result.querySelector(".errornote")?.remove();
    result.prepend(error);
  };

  const read = async () => {
    latest += 1;
    const current = latest;
    // Not multipart: its names of fields cannot hold every printed name.
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action || location.href, { method: "POST", body });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const update = page.getElementById(text.dataset.reads);
    if (current !== latest) return;
    if (!response.ok || !update) throw new Error(response.status);
    const focused = result.contains(document.activeElement) && document.activeElement.name;
    result.replaceChildren(...update.childNodes);
    if (focused) form.elements[focused]?.focus();
  };

  text.addEventListener("paste", (event) => {
    const table = asTabs(event.clipboardData.getData("text/html"));
    if (!table) return;
    event.preventDefault();
    // Unlike a new value, inserted text can be undone.
    document.execCommand("insertText", false, table);
  });

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => read().catch(showProblem), PAUSE);
  });
  // Typed before this script was loaded.
  if (text.value !== text.defaultValue) read().catch(showProblem);
}
