// Nothing typed is lost: what is typed into a form is stored while it is typed, on the server, or in
// this browser while the server cannot; it is offered again when the screen is opened.
const PAUSE = 1200; // milliseconds without typing
const MAX_AGE = 30 * 24 * 60 * 60 * 1000; // milliseconds
const script = document.querySelector("script[data-unsaved]");
const { unsaved: address, user, ...labels } = script.dataset;
const NEVER_STORED = ["csrfmiddlewaretoken", "otp_token", "unsaved_screen", "unsaved_page"];

const typesText = (form) =>
  form.method === "post" &&
  !form.querySelector("[type=password]") &&
  form.querySelector("textarea, select, input:not([type=hidden], [type=submit], [type=file])");

const forms = [...document.querySelectorAll("#content form")];
const form = forms.find((each) => each.id !== "changelist-form" && typesText(each));
const screen = form?.dataset.screen ?? location.pathname;
const localKey = `unsaved:${user}:${screen}`;

const isStored = (field) =>
  field.name &&
  !field.name.includes("__prefix__") &&
  !NEVER_STORED.includes(field.name) &&
  !field.name.endsWith("-version") &&
  !["submit", "button", "file", "password"].includes(field.type) &&
  !(["checkbox", "radio"].includes(field.type) && !field.checked);

const valuesOf = (field) =>
  field.localName === "select"
    ? [...field.selectedOptions].map((option) => [field.name, option.value, option.text])
    : [[field.name, field.value, ""]];

const read = () => JSON.stringify([...form.elements].filter(isStored).flatMap(valuesOf));

const token = () => form.elements.csrfmiddlewaretoken.value;

let page = crypto.randomUUID?.() ?? String(Math.random());

// What is typed after a form was saved or discarded is new.
const renewPage = () => {
  page = `${page}+`.slice(-40);
};

const bodyOf = (fields) =>
  new URLSearchParams({ screen, page, fields, csrfmiddlewaretoken: token() });

const storeHere = (fields) => {
  const copy = { fields: JSON.parse(fields), page, at: "", time: Date.now() };
  try {
    localStorage.setItem(localKey, JSON.stringify(copy));
  } catch {
    // The browser has no room: the server has the copy of the last pause.
  }
};

// Copies of screens that nobody opened again.
const dropOldCopies = () => {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith("unsaved:"))) {
    const { time } = JSON.parse(localStorage.getItem(key));
    if (!(time > Date.now() - MAX_AGE)) localStorage.removeItem(key);
  }
};

const store = async (fields) => {
  try {
    const response = await fetch(address, { method: "POST", body: bodyOf(fields) });
    if (!response.ok || response.redirected) throw new Error(response.status);
    localStorage.removeItem(localKey);
  } catch {
    storeHere(fields);
  }
};

const stored = async () => {
  const local = JSON.parse(localStorage.getItem(localKey) ?? "{}");
  const response = await fetch(`${address}?${new URLSearchParams({ screen })}`);
  const last = response.ok && !response.redirected ? await response.json() : {};
  const isNewer = local.page && local.page !== last.saved && local.time > (last.time ?? 0);
  if (isNewer) return local;
  localStorage.removeItem(localKey);
  return last;
};

const addRows = (fields) => {
  for (const [name, value] of fields) {
    if (!name.endsWith("-TOTAL_FORMS")) continue;
    const group = document.getElementById(`${name.replace("-TOTAL_FORMS", "")}-group`);
    const add = group?.querySelector(".add-row a");
    const missing = Number(value) - Number(form.elements[name]?.value);
    for (let count = 0; add && count < missing; count += 1) add.click();
  }
};

const fillSelect = (select, values) => {
  if (!values.length) return;
  for (const [, value, label] of values) {
    const options = [...select.options];
    if (!options.some((option) => option.value === value)) select.add(new Option(label, value));
  }
  const chosen = values.map(([, value]) => value);
  for (const option of select.options) option.selected = chosen.includes(option.value);
};

const fill = (field, values) => {
  if (field.localName === "select") fillSelect(field, values);
  else if (["checkbox", "radio"].includes(field.type)) {
    field.checked = values.some(([, value]) => value === field.value);
  } else if (values.length) [[, field.value]] = values;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

const bringBack = (fields) => {
  addRows(fields);
  for (const field of form.elements) {
    if (!field.name || NEVER_STORED.includes(field.name) || field.type === "file") continue;
    if (field.name.endsWith("-version")) continue;
    if (["submit", "button", "password"].includes(field.type)) continue;
    fill(field, fields.filter(([name]) => name === field.name));
  }
};

const button = (label, act) => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button";
  element.textContent = label;
  element.addEventListener("click", act);
  return element;
};

const offer = ({ fields, at }) => {
  const notice = document.createElement("p");
  notice.className = "unsaved-offer";
  notice.setAttribute("role", "status");
  notice.append(
    `${labels.offer} ${at} `,
    button(labels.restore, () => {
      bringBack(fields);
      notice.remove();
    }),
    " ",
    button(labels.discard, () => {
      // Also an older copy on the server, which would be offered next.
      localStorage.removeItem(localKey);
      store("[]").then(renewPage);
      notice.remove();
    }),
  );
  (form.closest(".side-by-side") ?? form).before(notice);
};

const start = () => {
  const before = read();
  let timer;
  let isSending = false;
  const isChanged = () => !isSending && read() !== before;

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => store(read()), PAUSE);
  });
  form.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(() => isChanged() && store(read()), PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    isSending = true;
    for (const [name, value] of [["unsaved_screen", screen], ["unsaved_page", page]]) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    // If no answer comes, the input is still here.
    storeHere(read());
  });
  addEventListener("pageshow", (event) => {
    isSending = false;
    if (event.persisted) renewPage();
  });
  addEventListener("beforeunload", (event) => {
    if (isChanged()) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    if (!isChanged()) return;
    storeHere(read());
    navigator.sendBeacon(address, bodyOf(read()));
  });
  dropOldCopies();
  stored()
    .then((last) => {
      if (last.fields?.length && JSON.stringify(last.fields) !== read()) offer(last);
    })
    .catch(() => {});
};

// After Django's own scripts, which turn selects into comboboxes.
if (form) addEventListener("load", start);
