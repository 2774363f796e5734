// Below the field of the themes: those that the words of the statement mention, to add by a button.
const form = document.getElementById("entry");
const list = form?.querySelector(".suggested-themes");
const field = form?.elements.theme_names;

const has = (label) => field.value.toLowerCase().includes(label.toLowerCase());

const add = (label) => {
  const before = field.value.trim().replace(/,$/, "");
  field.value = before ? `${before}, ${label}` : label;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

const itemOf = ({ label, words, scope_note: scopeNote }) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = `+ ${label}`;
  const item = document.createElement("li");
  const isAlias = words.toLowerCase() !== label.toLowerCase();
  item.append(button, ` ${isAlias ? `“${words}” ` : ""}${scopeNote}`);
  button.addEventListener("click", () => {
    const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button");
    add(label);
    item.remove();
    list.hidden = !list.children.length;
    (next ?? field).focus();
  });
  return item;
};

form?.addEventListener("mentioned", (event) => {
  const themes = event.detail.filter(({ label }) => !has(label));
  list.replaceChildren(...themes.map(itemOf));
  list.hidden = !themes.length;
});
