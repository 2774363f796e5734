// Buttons that copy a text of the page. They are shown only where copying works: with a script, on
// a safe connection. Otherwise the text can be marked and copied by hand.

const CONFIRMED_FOR = 2000; // milliseconds

function prepare(button) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    await navigator.clipboard.writeText(text.trim().replace(/\s+/g, " "));
    button.textContent = button.dataset.done;
    document.getElementById("copied").textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, CONFIRMED_FOR);
  });
}

if (navigator.clipboard) document.querySelectorAll("button[data-copy]").forEach(prepare);
