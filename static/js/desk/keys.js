// "?" shows the keys of the desk, "/" goes to the search over all records.
const help = document.getElementById("keys");
const OFF = "single-keys-off";

// Whether keys without Ctrl or Alt do anything: people who speak to a computer switch them off.
export const singleKeysAreOn = () => !localStorage.getItem(OFF);

const choice = document.getElementById("single-keys");
if (choice) {
  choice.checked = singleKeysAreOn();
  choice.addEventListener("change", () => {
    if (choice.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "?") {
    event.preventDefault();
    if (!help.open) help.showModal();
  } else if (event.key === "/" && singleKeysAreOn()) {
    event.preventDefault();
    document.getElementById("search-all")?.focus();
  }
});
