// On a phone the filters are a drawer. A filter loads another page; this opens the drawer again
// there, so that readers can apply several filters in a row.

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
