// Single keys in a list, only for who turned them on (data-keys): j, k, o, x, and ? for the help, which has a button too.
document.querySelectorAll("[data-dialog]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.dialog).showModal());
});

document.querySelectorAll("[data-close]").forEach((button) => {
  button.addEventListener("click", () => button.closest("dialog").close());
});

document.querySelectorAll("[data-keys]").forEach((list) => {
  const links = [...list.querySelectorAll("tbody th a")];
  const here = () => links.indexOf(document.activeElement?.closest("tr")?.querySelector("th a"));
  const go = (place) => links[Math.max(0, Math.min(place, links.length - 1))]?.focus();
  const keys = {
    j: () => go(here() + 1),
    k: () => go(here() - 1),
    o: () => links[here()]?.click(),
    x: () => links[here()]?.closest("tr").querySelector("input")?.click(),
    "?": () => list.querySelector("dialog").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
});
