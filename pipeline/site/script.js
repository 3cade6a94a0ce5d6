"use strict";
// What the page can do beyond showing: rows beside the words pointed at, layers to hide, tables to sort and search.
// Everything is on the page without it.
const panel = document.getElementById("panel");

function described(row) {
  const box = document.createElement("div");
  const heads = [...row.closest("table").querySelectorAll("th button")].map((button) => button.textContent);
  const title = document.createElement("h4");
  const link = document.createElement("a");
  link.href = "#" + row.id;
  link.textContent = row.closest("table").dataset.table;
  title.append(link);
  const list = document.createElement("dl");
  [...row.cells].forEach((cell, at) => {
    const own = [...cell.childNodes].filter((node) => !node.classList || !(node.classList.contains("caveat") || node.classList.contains("back")));
    const text = own.map((node) => node.textContent).join("").trim();
    if (!text || /^(document_id|sentence_id|start_char|end_char|quote)$/.test(heads[at])) return;
    const term = document.createElement("dt");
    const value = document.createElement("dd");
    term.textContent = heads[at];
    value.textContent = text;
    if (cell.classList.contains("inferred")) value.className = "inferred";
    list.append(term, value);
  });
  box.append(title, list);
  row.querySelectorAll(".caveat").forEach((caveat) => box.append(caveat.cloneNode(true)));
  return box;
}

function show(words) {
  const rows = words.dataset.rows.split(" ").map((id) => document.getElementById("row-" + id));
  panel.replaceChildren(...rows.filter(Boolean).map(described));
}

const articles = document.querySelector(".documents");
for (const happening of ["mouseover", "focusin"]) {
  articles.addEventListener(happening, (event) => {
    const words = event.target.closest("a[data-rows]");
    if (words) show(words);
  });
}

for (const box of document.querySelectorAll("[data-layer]")) {
  box.addEventListener("change", () => {
    const on = "on-" + box.dataset.layer;
    const off = "off-" + box.dataset.layer;
    const [from, to] = box.checked ? [off, on] : [on, off];
    for (const words of articles.querySelectorAll("." + from)) words.classList.replace(from, to);
  });
}

for (const field of document.querySelectorAll("[data-search]")) {
  field.addEventListener("input", () => search(field));
}

function search(field) {
  const table = document.querySelector(`table[data-table="${field.dataset.search}"]`);
  const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const row of table.tBodies[0].rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !wanted.every((word) => text.includes(word));
    found += !row.hidden;
  }
  document.querySelector(`[data-found="${field.dataset.search}"]`).textContent = wanted.length ? `${found} found` : "";
}

for (const button of document.querySelectorAll("table[data-table] th button")) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const body = head.closest("table").tBodies[0];
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const text = (row) => row.cells[head.cellIndex].textContent.replace(/^↑\s*/, "").trim();
    const compared = new Intl.Collator("en", { numeric: true });
    const rows = [...body.rows].sort((one, other) => {
      const [a, b] = [text(one), text(other)];
      if (!a || !b) return !a - !b; // what is empty stands last either way
      return (down ? -1 : 1) * compared.compare(a, b);
    });
    body.append(...rows);
  });
}

function arrive() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const table = target && target.closest("details");
  if (!table) return;
  table.open = true;
  const field = table.querySelector("[data-search]");
  if (target.hidden && field) {
    field.value = "";
    search(field);
  }
  target.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", arrive);
arrive();
