// Buttons that copy a text of the page. They are shown only where copying works: with a script, on
// a safe connection. Otherwise the text can be marked and copied by hand.

const CONFIRMED_FOR = 2000; // milliseconds

function prepare(button) {
  const label = [...button.childNodes];
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent.trim().replace(/\s+/g, " "));
    } catch {
      // The browser refuses: the text is marked, and one key copies it.
      getSelection().selectAllChildren(source);
      return;
    }
    button.textContent = button.dataset.done;
    document.getElementById("copied").textContent = button.dataset.done;
    setTimeout(() => button.replaceChildren(...label), CONFIRMED_FOR);
  });
}

if (navigator.clipboard) document.querySelectorAll("button[data-copy]").forEach(prepare);
