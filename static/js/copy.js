// Buttons that copy a text of the page. They are shown only if copying works: with a script, over
// HTTPS. Otherwise readers select the text and copy it.

const CONFIRMATION_TIME = 2000; // milliseconds

function prepare(button) {
  const label = [...button.childNodes];
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent.trim().replace(/\s+/g, " "));
    } catch {
      // The browser refuses: select the text, so that one key copies it.
      getSelection().selectAllChildren(source);
      return;
    }
    button.textContent = button.dataset.done;
    document.getElementById("copied").textContent = button.dataset.done;
    setTimeout(() => button.replaceChildren(...label), CONFIRMATION_TIME);
  });
}

if (navigator.clipboard) document.querySelectorAll("button[data-copy]").forEach(prepare);
