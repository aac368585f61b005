// A meeting on one screen by keyboard. Every letter works only while its own part has the focus; without this script it is a plain form.
document.querySelectorAll("[data-settle]").forEach((part) => {
  part.addEventListener("keydown", (event) => {
    if (event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    const radio = part.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    if (radio.value === "open") radio.focus();
    else part.querySelector("input:not([type=radio], [type=hidden])").focus();
  });
});

document.querySelectorAll("[data-digits]").forEach((part) => {
  const [digit, text] = part.querySelectorAll("input");
  const kinds = [...part.querySelectorAll("li")];
  const show = () => kinds.forEach((kind, place) => kind.toggleAttribute("data-chosen", String(place + 1) === digit.value));
  digit.addEventListener("input", () => {
    show();
    if (/^[1-9]$/.test(digit.value)) text.focus();
  });
  show();
});

document.querySelectorAll("[data-live]").forEach((form) => {
  form.addEventListener("keydown", (event) => {
    const next = form.querySelector("[data-next]");
    if (event.key !== "Enter" || !event.ctrlKey || !next) return;
    event.preventDefault();
    form.requestSubmit(next);
  });
  // A day that stands there already gives way to what is typed.
  form.querySelectorAll("[name^=when_]").forEach((field) => field.addEventListener("focus", () => field.select()));
});

document.querySelectorAll("[data-until]").forEach((place) => {
  const words = place.querySelector("span");
  const tick = () => {
    const left = Math.ceil((new Date(place.dataset.until) - Date.now()) / 60000);
    words.textContent = left > 0 ? place.dataset.left.replace("#", left) : place.dataset.over;
    place.classList.toggle("live-time--over", left <= 0);
    place.style.setProperty("--gone", `${100 * Math.min(1, Math.max(0, 1 - left / place.dataset.minutes))}%`);
  };
  tick();
  setInterval(tick, 10000);
});
