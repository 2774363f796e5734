// Suggests states, groups, people, themes and dialogues under a search box. Without a script the form works the same.
// The box is a combobox with a list, as in the ARIA Authoring Practices.

const DELAY = 150; // milliseconds after the last key

function suggest(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggestLabel);
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.autocomplete = "off";

  let timer;
  let request;
  let active = -1;

  function close() {
    request?.abort();
    clearTimeout(timer);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(index) {
    list.children[active]?.removeAttribute("aria-selected");
    active = index;
    const item = list.children[active];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) input.setAttribute("aria-activedescendant", item.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(option));
    active = -1;
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function option({ kind, label, url, count }, index) {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    const link = document.createElement("a");
    link.href = url;
    link.tabIndex = -1;
    const name = document.createElement("span");
    name.textContent = label;
    const what = document.createElement("span");
    what.className = "count";
    what.textContent = count === null ? kind : `${kind}, ${count}`;
    link.append(name, " ", what);
    item.append(link);
    return item;
  }

  async function fetchSuggestions() {
    request?.abort();
    request = new AbortController();
    const address = new URL(input.dataset.suggest, location);
    address.searchParams.set("q", input.value);
    try {
      const response = await fetch(address, { signal: request.signal });
      if (response.ok) show((await response.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fetchSuggestions, DELAY);
  });
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") activate(active < last ? active + 1 : 0);
    else if (event.key === "ArrowUp") activate(active > 0 ? active - 1 : last);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) list.children[active].firstChild.click();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => close());
  // Keeps the box's focus, so that the list is still there when the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);
