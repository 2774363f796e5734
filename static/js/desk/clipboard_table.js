// The table that a document or page puts on the clipboard, as text with tabs between cells.

// Empty if the HTML has no table. What is around the tables is kept, a line for each block.
export function asTabs(html) {
  if (!/<table/i.test(html)) return "";
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script, style, template").forEach((part) => part.remove());
  const lines = [];
  for (const part of page.body.querySelectorAll("tr, p, li, h1, h2, h3, h4, h5, h6")) {
    if (part.localName !== "tr" && part.closest("tr")) continue;
    const cells = part.localName === "tr" ? [...part.cells] : [part];
    lines.push(cells.map(asLine).join("\t"));
  }
  return lines.join("\n");
}

function asLine(cell) {
  for (const end of cell.querySelectorAll("br, p, div, li")) end.after(" ");
  return cell.textContent.replace(/\s+/g, " ").trim();
}
