// Quote from the source next to the form: selected words become the quotation with their place,
// and the place of what is typed is looked up.
const PAUSE = 400; // milliseconds without typing
const form = document.getElementById("entry");
const pane = document.querySelector(".source-pane");

const passageOf = (node) =>
  (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".passage");

const setPlace = ({ section, paragraph }) => {
  form.elements.section.value = section;
  form.elements.paragraph.value = paragraph;
  proposed = `${section}\n${paragraph}`;
};

// The place that this script has filled in, which it may replace while nobody has changed it.
let proposed = "";
let latest = 0;

const placeIsFree = () => {
  const { section, paragraph } = form.elements;
  const now = `${section.value}\n${paragraph.value}`;
  return now === "\n" || now === proposed;
};

const lookUp = async () => {
  latest += 1;
  const current = latest;
  const { text, summary, source } = form.elements;
  const output = document.getElementById("place");
  const body = new URLSearchParams({
    text: text.value.trim(),
    summary: summary.value,
    source: source.value,
    csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
  });
  const response = await fetch(form.dataset.find, { method: "POST", body });
  if (!response.ok || current !== latest) return;
  const { missing, place, section, paragraph, themes } = await response.json();
  form.dispatchEvent(new CustomEvent("mentioned", { detail: themes }));
  output.classList.toggle("missing", Boolean(missing));
  if (missing) output.value = `${form.dataset.missing} “${missing}”`;
  else output.value = place ? `${form.dataset.place} ${place}` : "";
  if (place && placeIsFree()) setPlace({ section, paragraph });
};

const quote = () => {
  const selection = getSelection();
  const passage = passageOf(selection.anchorNode);
  const words = selection.toString().trim().replace(/^[“"«„]\s*|\s*[”"»]$/g, "");
  if (!passage || !words) return;
  const { text } = form.elements;
  text.value = text.value.trim() ? `${text.value.trim()}\n\n${words}` : words;
  setPlace(passage.dataset);
  form.elements.source.value = pane.dataset.source;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  form.elements.summary.focus();
};

if (form) {
  let timer;
  for (const field of [form.elements.text, form.elements.summary]) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => lookUp().catch(() => {}), PAUSE);
    });
  }
  form.elements.source.addEventListener("change", () => lookUp().catch(() => {}));
  // Typed before this script was loaded.
  const { text } = form.elements;
  if (text.value !== text.defaultValue) lookUp().catch(() => {});
}

if (form && pane) {
  pane.querySelector("[data-quote]")?.addEventListener("click", quote);
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyQ") {
      event.preventDefault();
      quote();
    }
  });
}
