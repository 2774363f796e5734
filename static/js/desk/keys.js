// "?" shows the keys of the desk, "/" goes to the search over all records.
const help = document.getElementById("keys");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "?") {
    event.preventDefault();
    if (!help.open) help.showModal();
  } else if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search-all")?.focus();
  }
});
