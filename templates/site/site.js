// Search and filters of the lists, reviews that are due today, and buttons that copy. Every page is whole without it.
"use strict";

const form = document.getElementById("filters");
const rows = Array.from(document.querySelectorAll("tbody tr[data-kind]"));

/** Returns a text as it is compared. */
const plain = (text) => text.normalize("NFKC").toLowerCase();

/** Returns the number with its noun. */
const quantity = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

function startFilters() {
  const count = document.getElementById("count");
  const fields = ["search", "kind", "account", "person", "host", "review"].map((name) => form.elements[name]);
  const texts = new Map(rows.map((row) => [row, plain(row.textContent)]));

  const has = (numbers, wanted) => wanted === "" || numbers.split(" ").includes(wanted);

  const apply = () => {
    const [search, kind, account, person, host, review] = fields.map((field) => field.value);
    const words = plain(search).split(/\s+/).filter((word) => word !== "");
    let shown = 0;
    for (const row of rows) {
      const data = row.dataset;
      const matches =
        words.every((word) => texts.get(row).includes(word)) &&
        has(data.kind, kind) &&
        has(data.accounts, account) &&
        has(data.people, person) &&
        has(data.hosts, host) &&
        (review === "" || (data.review !== "" && data.review <= review));
      row.hidden = !matches;
      shown += matches ? 1 : 0;
    }
    const all = quantity(rows.length, "dataset");
    count.textContent = shown === rows.length ? all : `${shown} of ${all}`;
  };

  // The address keeps the choice, so that it can be sent to somebody.
  const remember = () => {
    const chosen = new URLSearchParams();
    for (const field of fields) {
      if (field.value !== "") {
        chosen.set(field.name, field.value);
      }
    }
    window.history.replaceState(null, "", `#${chosen}`);
  };

  const chosen = new URLSearchParams(window.location.hash.slice(1));
  for (const field of fields) {
    field.value = chosen.get(field.name) ?? "";
  }
  form.addEventListener("input", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    // The browser would clear the fields only after this.
    event.preventDefault();
    for (const field of fields) {
      field.value = "";
    }
    apply();
    remember();
  });
  form.hidden = false;
  apply();
}

/** Marks reviews by the date of the browser, unless the pages were rendered for a day. */
function markReviews() {
  if (document.body.dataset.today !== undefined) {
    return;
  }
  const day = (offset) => new Date(Date.now() + offset * 86400000).toISOString().slice(0, 10);
  const today = day(0);
  const soon = day(Number(document.body.dataset.dueDays));
  for (const time of document.querySelectorAll("time.review")) {
    const state = time.dateTime < today ? "overdue" : time.dateTime <= soon ? "due" : "";
    if (state !== "") {
      time.dataset.state = state;
      const badge = document.createElement("strong");
      badge.className = `badge ${state}`;
      badge.textContent = state;
      time.after(" ", badge);
    }
  }
}

/** Counts the marked reviews on the page of reviews. */
function countReviews() {
  const due = document.getElementById("due");
  if (due !== null) {
    const number = (state) => document.querySelectorAll(`time.review[data-state=${state}]`).length;
    due.textContent = `${quantity(number("overdue"), "review")} overdue, ${number("due")} due soon`;
  }
}

/** Adds a button that copies the text of an element. */
function addCopyButton(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button";
  button.textContent = "Copy";
  const text = element.textContent;
  button.setAttribute("aria-label", element.tagName === "PRE" ? "Copy the handshake" : `Copy ${text}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  if (element.tagName === "PRE") {
    const frame = document.createElement("div");
    frame.className = "copy-frame";
    element.before(frame);
    frame.append(element);
  }
  element.after(button);
}

if (form !== null) {
  startFilters();
}
markReviews();
countReviews();
if (navigator.clipboard !== undefined) {
  document.querySelectorAll(".copy").forEach(addCopyButton);
}
