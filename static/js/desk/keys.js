// "?" shows the keys of the desk, "/" goes to the search over all records.
import { isInTextField, singleKeysAreOn, switchSingleKeys } from "./single_keys.js";

const help = document.getElementById("keys");
const choice = document.getElementById("single-keys");

if (choice) {
  choice.checked = singleKeysAreOn();
  choice.addEventListener("change", () => switchSingleKeys(choice.checked));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isInTextField(event)) return;
  if (event.key === "?") {
    event.preventDefault();
    if (!help.open) help.showModal();
  } else if (event.key === "/" && singleKeysAreOn()) {
    event.preventDefault();
    help.close();
    document.getElementById("search-all")?.focus();
  }
});
