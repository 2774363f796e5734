// Ctrl+D in a field of the grid copies its value to the same field of all lines below, as in a
// spreadsheet.
const grid = document.getElementById("grid");

grid?.addEventListener("keydown", (event) => {
  const cell = event.target.closest("td");
  if (event.key !== "d" || !(event.ctrlKey || event.metaKey) || !cell) return;
  event.preventDefault();
  for (let row = cell.parentElement.nextElementSibling; row; row = row.nextElementSibling) {
    const field = row.cells[cell.cellIndex].querySelector("input, select");
    const value = event.target.value;
    const isPossible = !field.options || [...field.options].some((option) => option.value === value);
    if (isPossible && !field.disabled) field.value = value;
  }
  grid.dispatchEvent(new Event("input", { bubbles: true }));
});
