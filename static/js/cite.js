// Remembers the citation style of a reader, in this browser only, and selects it on the next visit.
// Without a script, the citation page shows every style.

import "./copy.js";

const KEY = "citation-style";

function rememberedStyle() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function rememberStyle(style) {
  try {
    localStorage.setItem(KEY, style);
  } catch {
    // The browser does not store data; the style is not remembered.
  }
}

// On the citation page: copying a citation selects its style.
function selectOnCopy(section) {
  if (section.dataset.style === rememberedStyle()) section.dataset.chosen = "";
  section.addEventListener("click", (event) => {
    if (!event.target.closest("button[data-copy]")) return;
    rememberStyle(section.dataset.style);
    document.querySelectorAll("[data-chosen]").forEach((other) => delete other.dataset.chosen);
    section.dataset.chosen = "";
  });
}

// On a statement page: shows the citation in the selected style.
async function showCitation(select) {
  const response = await fetch(select.dataset.citations);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const entry = page.getElementById(`${select.value}-entry`);
  if (entry) document.getElementById("citation").replaceChildren(...entry.childNodes);
}

function offerStyles(select) {
  select.closest("[hidden]").hidden = false;
  const style = rememberedStyle();
  if (style && style !== select.value && select.querySelector(`[value="${CSS.escape(style)}"]`)) {
    select.value = style;
    showCitation(select);
  }
  select.addEventListener("change", () => {
    rememberStyle(select.value);
    showCitation(select);
  });
}

document.querySelectorAll("[data-style]").forEach(selectOnCopy);
document.querySelectorAll("select[data-citations]").forEach(offerStyles);
