// The only script, with keys.js and meeting.js in it. Pages work without it; with it: quick exit on Esc twice (clears what was typed), print, copy, filters.
import "./keys.js";
import "./meeting.js";

const TWICE_MS = 800;
let escaped = 0;

function leave(link) {
  document.querySelectorAll("form").forEach((form) => {
    form.querySelectorAll("input:not([type=hidden]), textarea").forEach((field) => {
      field.value = "";
      field.checked = false;
    });
  });
  document.title = "";
  document.body.hidden = true;
  window.location.replace(link.href);
}

document.querySelectorAll("[data-quick-exit]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link);
  });
});

document.addEventListener("keydown", (event) => {
  const link = document.querySelector("[data-quick-exit]");
  if (event.key !== "Escape" || !link) return;
  const now = Date.now();
  if (now - escaped < TWICE_MS) leave(link);
  escaped = now;
});

// A page that was left does not come back from the browser's memory with what was typed.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.body.hidden) window.location.reload();
});

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

document.querySelectorAll("[data-copy]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = button.dataset.done;
  });
});

// One press is enough: a form that is on its way is not sent twice.
document.querySelectorAll("form[data-once]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
});
