// The style a reader cites in is remembered in this browser only, and offered first the next time.
// Every style can be read without a script, on the page of citations.

import "./copy.js";

const REMEMBERED = "citation-style";

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(style) {
  try {
    localStorage.setItem(REMEMBERED, style);
  } catch {
    // A browser that keeps nothing asks again.
  }
}

// On the page of citations: copying a citation also chooses its style.
function prepare(section) {
  if (section.dataset.style === remembered()) section.dataset.chosen = "";
  section.addEventListener("click", (event) => {
    if (!event.target.closest("button[data-copy]")) return;
    remember(section.dataset.style);
    document.querySelectorAll("[data-chosen]").forEach((other) => delete other.dataset.chosen);
    section.dataset.chosen = "";
  });
}

// On the page of a statement: the citation is exchanged for that of another style.
async function exchange(select) {
  const answer = await fetch(select.dataset.citations);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const entry = page.getElementById(`${select.value}-entry`);
  if (entry) document.getElementById("citation").replaceChildren(...entry.childNodes);
}

function offer(select) {
  select.closest("[hidden]").hidden = false;
  const style = remembered();
  if (style && style !== select.value && select.querySelector(`[value="${CSS.escape(style)}"]`)) {
    select.value = style;
    exchange(select);
  }
  select.addEventListener("change", () => {
    remember(select.value);
    exchange(select);
  });
}

document.querySelectorAll("[data-style]").forEach(prepare);
document.querySelectorAll("select[data-citations]").forEach(offer);
