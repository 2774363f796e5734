// Review what is proposed from a document by keyboard. Each decision is posted at once; the proposal
// and the counts are replaced by what the server answers.
import { isInTextField, singleKeysAreOn } from "./single_keys.js";

const list = document.getElementById("proposals");
const message = document.getElementById("message");
const counts = document.getElementById("counts");
const pane = document.querySelector(".proposals .source-pane");
// Posts wait for each other, so that decisions are saved in the order in which they were made.
let posted = Promise.resolve();
let waiting = 0;

const all = () => [...list.querySelectorAll(".proposal-item")];
const current = () => list.querySelector(".proposal-item.in-focus");
const marksOf = (item) =>
  [...pane.querySelectorAll("mark")].filter((mark) =>
    mark.dataset.proposals?.split(" ").includes(item.dataset.proposal),
  );

const showInText = (item, block = "center") => {
  for (const mark of pane.querySelectorAll("mark.in-focus")) mark.classList.remove("in-focus");
  const marks = marksOf(item);
  for (const mark of marks) mark.classList.add("in-focus");
  (marks[0] ?? pane.querySelector(`[data-piece="${item.dataset.piece}"]`))?.scrollIntoView({ block });
};

const focusOn = (item) => {
  if (!item) return;
  current()?.classList.remove("in-focus");
  item.classList.add("in-focus");
  showInText(item);
  item.scrollIntoView({ block: "nearest" });
  item.focus({ preventScroll: true });
};

const next = (step) => {
  const items = all();
  const place = items.indexOf(current()) + step;
  if (items[place]) focusOn(items[place]);
  else document.querySelector(`#proposals a[rel=${step > 0 ? "next" : "prev"}]`)?.click();
};

const nextOpen = () => {
  const items = all();
  const after = items.slice(items.indexOf(current()) + 1);
  const open = after.find((item) => item.classList.contains("open"));
  if (open) focusOn(open);
  else if (list.querySelector("a[rel=next]")) list.querySelector("a[rel=next]").click();
};

const reload = (key) => location.assign(`${location.pathname}?at=${key}`);

// Show an item as it is now; html of null: it is gone. `isDecided`: the answer is about it.
const replace = (key, html, isDecided) => {
  const old = document.getElementById(`proposal-${key}`);
  const isFocused = old.classList.contains("in-focus");
  // What a person is changing just now stays, and what waits for an answer of its own.
  if (isFocused && old.querySelector(".edit-proposal")) return;
  if (old.classList.contains("deciding") && !isDecided) return;
  if (html === null) {
    if (isFocused) next(old.nextElementSibling?.matches(".proposal-item") ? 1 : -1);
    old.remove();
    return;
  }
  const template = document.createElement("template");
  template.innerHTML = html;
  const item = template.content.firstElementChild;
  if (isFocused) item.classList.add("in-focus");
  old.replaceWith(item);
};

const send = async (fields) => {
  const body = new URLSearchParams(fields);
  body.set("csrfmiddlewaretoken", list.querySelector("[name=csrfmiddlewaretoken]").value);
  const headers = { Accept: "application/json" };
  const response = await fetch(list.dataset.decide, { method: "POST", body, headers });
  if (!response.ok || response.redirected) throw new Error(response.status);
  return response.json();
};

const show = (answer, fields) => {
  counts.innerHTML = answer.counts;
  message.textContent = answer.message || (fields.act === "undo" ? list.dataset.undone : "");
  message.classList.toggle("errornote", Boolean(answer.message));
  const isHere = ([key]) => document.getElementById(`proposal-${key}`);
  const entries = Object.entries(answer.items);
  for (const [key, html] of entries.filter(isHere)) replace(key, html, key === fields.proposal);
  // What is new on the list has a place that only the server knows.
  const added = entries.find((entry) => entry[1] !== null && !isHere(entry));
  if (added && ["split", "undo"].includes(fields.act)) reload(added[0]);
};

const decide = (fields) => {
  waiting += 1;
  posted = posted
    .then(() => send(fields))
    .then((answer) => {
      show(answer, fields);
      return answer;
    })
    .catch(() => {
      message.textContent = list.dataset.lost;
      message.classList.add("errornote");
    })
    .finally(() => {
      waiting -= 1;
    });
  return posted;
};

// The next proposal is in focus before the answer comes: a person decides faster than a server.
const decideAndGoOn = (name, extra) => {
  const item = current();
  if (!item?.classList.contains("open")) return;
  item.classList.replace("open", "deciding");
  nextOpen();
  decide({ act: name, proposal: item.dataset.proposal, ...extra }).then((answer) => {
    if (!answer) item.classList.replace("deciding", "open");
  });
};

const act = async (name, extra = {}) => {
  const item = current();
  if (!item && name !== "undo") return;
  const answer = await decide({ act: name, proposal: item?.dataset.proposal ?? "", ...extra });
  if (!answer) return;
  focusOn(document.getElementById(`proposal-${answer.focus}`) ?? current());
  if (name !== "undo" && !current().classList.contains("open")) nextOpen();
};

const edit = async (item) => {
  const link = item.querySelector("[aria-keyshortcuts=e]");
  if (!link) return;
  const response = await fetch(`${link.href}?part=1`);
  if (!response.ok || response.redirected) {
    location.assign(link.href);
    return;
  }
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  const actions = item.querySelector("form");
  const form = template.content.firstElementChild;
  form.addEventListener("cancel", () => form.replaceWith(actions));
  actions.replaceWith(form);
  item.scrollIntoView({ block: "start" });
  item
    .querySelector(".edit-proposal :is(input:not([type=hidden]), textarea, select)")
    .focus({ preventScroll: true });
};

const saveEdit = async (form, accepts) => {
  const body = new URLSearchParams(new FormData(form));
  if (accepts) body.set("accept", "1");
  const response = await fetch(`${form.action}?part=1`, { method: "POST", body });
  const item = form.closest(".proposal-item");
  if (response.redirected || !response.ok) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const html = page.getElementById(item.id)?.outerHTML;
    const newCounts = page.getElementById("counts");
    if (!html) {
      message.textContent = list.dataset.lost;
      return;
    }
    form.remove();
    replace(item.dataset.proposal, html, true);
    if (newCounts) counts.innerHTML = newCounts.innerHTML;
    if (accepts) nextOpen();
    else current()?.focus({ preventScroll: true });
    return;
  }
  form.outerHTML = await response.text();
};

const quote = (form) => {
  const words = getSelection().toString().trim().replace(/^[“"«„]\s*|\s*[”"»]$/g, "");
  const field = form.elements.text ?? form.elements.as_printed;
  if (!words || !field) return;
  field.value = field.value.trim() ? `${field.value.trim()}\n\n${words}` : words;
};

const KEYS = {
  j: () => next(1),
  k: () => next(-1),
  a: () => decideAndGoOn("accept"),
  r: () => decideAndGoOn("reject", { reason: current()?.querySelector("[name=reason]")?.value ?? "" }),
  t: () => act("themes"),
  s: () => act("split"),
  m: () => act("merge"),
  o: () => act("reopen"),
  u: () => act("undo"),
  e: () => current() && edit(current()),
  g: () => {
    if (!current()) return;
    showInText(current());
    pane.focus({ preventScroll: true });
  },
};

const onKey = (event) => {
  const form = event.target.closest(".edit-proposal");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    saveEdit(form, true);
    return;
  }
  if (form && event.key === "Escape") {
    form.dispatchEvent(new Event("cancel"));
    current()?.focus({ preventScroll: true });
    return;
  }
  if (event.altKey && event.code === "KeyQ" && list.querySelector(".edit-proposal")) {
    event.preventDefault();
    quote(list.querySelector(".edit-proposal"));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (document.querySelector("dialog[open]") || !singleKeysAreOn() || isInTextField(event)) return;
  const key = event.key.toLowerCase();
  if (event.shiftKey && key === "a") act("rest");
  else if (/^[1-9]$/.test(key)) act("choose", { candidate: key });
  else if (KEYS[key] && !event.shiftKey) KEYS[key]();
  else return;
  event.preventDefault();
};

if (list) {
  document.addEventListener("keydown", onKey);
  // What is decided and not saved yet would be lost.
  addEventListener("beforeunload", (event) => {
    if (waiting) event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest(".proposal-item");
    if (item && !item.classList.contains("in-focus")) {
      current()?.classList.remove("in-focus");
      item.classList.add("in-focus");
      showInText(item);
    }
    const link = event.target.closest("a[aria-keyshortcuts=e]");
    if (link) {
      event.preventDefault();
      edit(item);
    }
  });
  list.addEventListener("submit", (event) => {
    const { submitter, target } = event;
    event.preventDefault();
    if (target.matches(".edit-proposal")) {
      saveEdit(target, submitter?.name === "accept");
      return;
    }
    if (submitter?.name === "candidate") act("choose", { candidate: submitter.value });
    else if (["accept", "reject"].includes(submitter?.value)) {
      decideAndGoOn(submitter.value, { reason: target.elements.reason?.value ?? "" });
    } else act(submitter?.value);
  });
  pane.addEventListener("click", (event) => {
    const key = event.target.closest("mark")?.dataset.proposals?.split(" ").at(-1);
    if (key) focusOn(document.getElementById(`proposal-${key}`));
  });
  const at = new URLSearchParams(location.search).get("at");
  focusOn(
    document.getElementById(`proposal-${at}`) ??
      list.querySelector(".proposal-item.open") ??
      list.querySelector(".proposal-item"),
  );
}
