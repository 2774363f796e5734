// Review by keyboard: J and K move, P publishes, S goes to the comment, then sends back, E edits.
import { isInTextField, singleKeysAreOn } from "./single_keys.js";

const form = document.querySelector(".review-form");

const press = (key) => document.querySelector(`[aria-keyshortcuts="${key}"]`)?.click();

const sendBack = () => {
  const comment = form.elements.reason;
  if (comment.value.trim()) press("s");
  else comment.focus();
};

if (form) {
  document.querySelector(".source-pane .current")?.scrollIntoView({ block: "center" });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key === "Enter" && event.target === form.elements.reason) press("s");
      return;
    }
    if (event.repeat || document.querySelector("dialog[open]") || !singleKeysAreOn()) return;
    if (isInTextField(event)) return;
    const key = event.key.toLowerCase();
    if (!"jkpse".includes(key)) return;
    event.preventDefault();
    if (key === "s") sendBack();
    else press(key);
  });
}
