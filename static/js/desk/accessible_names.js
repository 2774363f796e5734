// Names for the parts of Django's forms that screen readers would call nothing.
const script = document.querySelector("script[data-record]");

const columnOf = (cell) => {
  const heading = cell.closest("table").tHead?.rows[0].cells[cell.cellIndex];
  return heading?.textContent.trim();
};

const nameOf = (field) => {
  const cell = field.closest("td");
  return field.labels?.[0]?.textContent.trim() || (cell && columnOf(cell));
};

// Select2 would put the button that clears several names into their list, where only items may be.
// Modules run before its set-up.
for (const select of document.querySelectorAll("select.admin-autocomplete[multiple]")) {
  select.dataset.allowClear = "false";
}

// Select2 puts a combobox and a search field of its own in place of a select.
const nameComboboxes = () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    if (!nameOf(select)) continue;
    const parts = select.nextElementSibling?.querySelectorAll("[role$=box]") ?? [];
    for (const part of parts) part.setAttribute("aria-label", nameOf(select));
  }
};

const nameColumns = () => {
  for (const heading of document.querySelectorAll("th.original:empty")) {
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = script.dataset.record;
    heading.append(name);
  }
};

const nameCells = () => {
  for (const field of document.querySelectorAll(".tabular td :is(input, select, textarea)")) {
    const name = !field.labels?.length && nameOf(field);
    if (name) field.setAttribute("aria-label", name);
  }
};

const nameAll = () => {
  nameComboboxes();
  nameCells();
};

nameColumns();
nameAll();
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
