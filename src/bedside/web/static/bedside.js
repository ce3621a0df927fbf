// The few things a page does live; everything works without them.
"use strict";

// The menu is folded on a narrow screen and always open beside the page on a wide one.
const wide = window.matchMedia("(min-width: 60rem)");
function openTheMenuWhenWide() {
  for (const menu of document.querySelectorAll("[data-open-when-wide]")) menu.open = wide.matches;
}
wide.addEventListener("change", openTheMenuWhenWide);
openTheMenuWhenWide();

// After a save every other form on the page is based on the new version.
document.addEventListener("dossierSaved", (event) => {
  for (const field of document.querySelectorAll("input[name=version]")) field.value = event.detail.version;
});

// A form that was changed and not saved asks before it is left.
const unsaved = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guarded]");
  if (form) unsaved.add(form);
});
document.addEventListener("submit", (event) => unsaved.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  for (const form of unsaved) if (!form.isConnected) unsaved.delete(form);
  if (unsaved.size) event.preventDefault();
});

// Fields that are asked only after certain answers are shown when those are given.
function showWhatIsAsked(form) {
  for (const field of form.querySelectorAll("[data-asked-when]")) {
    const conditions = JSON.parse(field.dataset.askedWhen);
    field.hidden = !Object.entries(conditions).every(([name, answers]) => {
      const given = new FormData(form).getAll(name);
      return answers.some((answer) => given.includes(answer));
    });
  }
}
function prepareForms(root) {
  for (const form of root.querySelectorAll("form")) if (form.querySelector("[data-asked-when]")) showWhatIsAsked(form);
}
document.addEventListener("change", (event) => {
  const form = event.target.closest("form");
  if (form) showWhatIsAsked(form);
});
document.addEventListener("htmx:load", (event) => prepareForms(event.target.parentElement || document));
prepareForms(document);

// A request that was given up, because a newer one took its place or somebody went on, is no fault to report.
const GIVEN_UP = ["htmx:sendAbort", "htmx:afterRequest"];
htmx.logger = (_, name, detail) => {
  if (GIVEN_UP.includes(name)) delete detail.error;
};

// Whoever goes back no longer waits for an answer: one that came late would change the address under an older page.
let isGoingBack = false;
window.addEventListener("popstate", () => {
  isGoingBack = true;
  for (const one of document.querySelectorAll("[hx-get]")) htmx.trigger(one, "htmx:abort");
});
for (const name of ["htmx:historyRestore", "htmx:historyCacheMissLoadError"]) {
  document.addEventListener(name, () => { isGoingBack = false; });
}
document.addEventListener("htmx:beforeRequest", (event) => {
  if (isGoingBack) event.preventDefault();
});

// What takes a while says so until it is there, and a second click does not ask for it again.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("[data-busy]");
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  button.textContent = button.dataset.busy;
});

// A file that takes a while says so until it is there; where anything goes wrong, the browser goes to its address.
function nameIn(answer) {
  const found = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
  return found ? found[1] : null;
}
async function takeFile(address, button, state) {
  state.hidden = false;
  state.textContent = "Preparing the file…";
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address);
    const name = nameIn(answer);
    if (!answer.ok || !name) throw new Error("no file");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    state.textContent = `${name} is ready: your browser has put it with your downloads.`;
  } catch {
    window.location.assign(address);
  } finally {
    button.removeAttribute("aria-busy");
  }
}
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  const form = event.target.closest("form[data-downloads]");
  if (!form || !button || button.hasAttribute("data-opens")) return;
  event.preventDefault();
  if (button.getAttribute("aria-busy") === "true") return;
  const address = new URL(button.formAction);
  address.search = new URLSearchParams(new FormData(form)).toString();
  takeFile(address, button, form.querySelector("[data-download-state]"));
});

// A link that is shown once can be copied with one press.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).value);
    button.parentElement.querySelector("[data-copied]").textContent = "Copied.";
  });
}

// A field of the application is copied with one press; without that its text can be selected.
for (const button of document.querySelectorAll("[data-copies-text]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const said = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copiesText).textContent);
      said.textContent = "Copied.";
    } catch {
      said.textContent = "Your browser did not allow it. Select the text and copy it.";
    }
  });
}

// An answer is timed while it is said; the time is told when it stops, and once when it has been long enough.
for (const timer of document.querySelectorAll("[data-timer]")) {
  const [time, button, says] = ["time", "timer-button", "timer-says"].map((name) => timer.querySelector(`[data-${name}]`));
  const longest = Number(timer.dataset.timer);
  let began = null, ticking = null;
  const seconds = () => Math.floor((Date.now() - began) / 1000);
  timer.hidden = false;
  for (const one of document.querySelectorAll("[data-without-timer]")) one.hidden = true;
  button.addEventListener("click", () => {
    if (ticking === null) {
      began = Date.now();
      says.textContent = "";
      time.textContent = "0 seconds";
      button.textContent = "Stop";
      ticking = setInterval(() => {
        time.textContent = `${seconds()} seconds`;
        if (seconds() === longest) says.textContent = `${longest} seconds have passed.`;
      }, 1000);
    } else {
      clearInterval(ticking);
      ticking = null;
      time.textContent = `${seconds()} seconds`;
      says.textContent = `You spoke for ${seconds()} seconds.`;
      button.textContent = "Start again";
    }
  });
}
