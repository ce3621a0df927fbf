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

// What takes a while says so until it is there, and a second click does not ask for it again.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("[data-busy]");
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  button.textContent = button.dataset.busy;
});
