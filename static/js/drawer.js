// On a phone the filters are a drawer. Choosing one asks for another page; the drawer is open again
// on it, so that several can be chosen in a row. Without this it has to be opened each time.

const KEY = "filters-open";

const drawer = document.getElementById("filters");

if (drawer?.togglePopover) {
  if (sessionStorage.getItem(KEY) === location.pathname && getComputedStyle(drawer).display === "none") {
    drawer.showPopover();
    (drawer.querySelector("a[aria-current]") ?? drawer.querySelector("summary")).focus();
  }
  sessionStorage.removeItem(KEY);
  drawer.addEventListener("click", (event) => {
    const isOpen = drawer.matches(":popover-open");
    if (isOpen && event.target.closest("a")) sessionStorage.setItem(KEY, location.pathname);
  });
}
