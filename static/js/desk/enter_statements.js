// The entry of many statements by keyboard: suggestions for the last of several names, the cursor
// where one goes on writing, and saving from any field.
const form = document.getElementById("entry");

const suggestForTheLast = (field) => {
  const all = [...document.getElementById(field.getAttribute("list")).options].map((one) => one.value);
  const own = document.createElement("datalist");
  own.id = `${field.id}-own`;
  field.after(own);
  field.setAttribute("list", own.id);
  const mark = field.dataset.many;

  const fill = () => {
    const at = field.value.lastIndexOf(mark) + 1;
    const before = field.value.slice(0, at) + (at ? " " : "");
    own.replaceChildren(
      ...all.map((one) => {
        const option = document.createElement("option");
        option.value = before + one;
        option.label = one;
        return option;
      }),
    );
  };
  fill();
  field.addEventListener("input", (event) => {
    if (event.data === mark || event.inputType !== "insertText") fill();
  });
};

if (form) {
  form.querySelectorAll("[data-many]").forEach(suggestForTheLast);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.elements.save);
    }
  });
  const first = form.querySelector(".errors input, .errors textarea, .errors select");
  const { speaker, text } = form.elements;
  (first ?? (speaker.value ? text : speaker)).focus();
}
