// Enter many statements by keyboard: suggestions for the last of several names, focus on the first
// field to fill in, and Ctrl+Enter in any field to save.
const form = document.getElementById("entry");

const suggestLastName = (field) => {
  const options = document.getElementById(field.getAttribute("list")).options;
  const names = [...options].map((option) => option.value);
  const datalist = document.createElement("datalist");
  datalist.id = `${field.id}-own`;
  field.after(datalist);
  field.setAttribute("list", datalist.id);
  const separator = field.dataset.many;

  const fill = () => {
    const start = field.value.lastIndexOf(separator) + 1;
    const before = field.value.slice(0, start) + (start ? " " : "");
    datalist.replaceChildren(
      ...names.map((name) => {
        const option = document.createElement("option");
        option.value = before + name;
        option.label = name;
        return option;
      }),
    );
  };
  fill();
  field.addEventListener("input", (event) => {
    if (event.data === separator || event.inputType !== "insertText") fill();
  });
};

if (form) {
  form.querySelectorAll("[data-many]").forEach(suggestLastName);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.elements.save);
    }
  });
  const firstError = form.querySelector(".errors input, .errors textarea, .errors select");
  const { speaker, text } = form.elements;
  (firstError ?? (speaker.value ? text : speaker)).focus();
}
