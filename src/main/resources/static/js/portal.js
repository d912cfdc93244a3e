// Copy buttons: shown only where copying works, so that pages need no script.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}

// A form is sent once: a second press while the first is under way does nothing.
// A download leaves the page as it is, so it may be asked for again.
for (const form of document.querySelectorAll("form[method=post]:not([data-download])")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "true";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});

// Whoever leaves a page that follows by itself is not called back by its news: loaded anew,
// it would take the press back. A download leaves the page as it is, so that it goes on soon.
let leftAt = -Infinity;
window.addEventListener("beforeunload", () => { leftAt = performance.now(); });
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (performance.now() - leftAt < 10000) {
    event.preventDefault();
  }
});

// Printing needs a script, so its button is shown only where there is one.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
