// Comfort only: every page does its work without this file. No dependency, no storage, no request of its own.
(() => {
  "use strict";

  // A file field becomes a place to drop a file on; the plain field stays and keeps the choice.
  const dropzone = (zone) => {
    const input = zone.querySelector('input[type="file"]');
    const words = zone.querySelector("[hidden]");
    if (!input) return;
    if (words) words.hidden = false;
    zone.classList.add("is-ready");
    const over = (on) => (event) => {
      event.preventDefault();
      zone.classList.toggle("is-over", on);
    };
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer.files.length === 0) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  };

  // data-copy="#id" copies that element's value or text; data-copied is what the button says afterwards.
  // Without script the text to copy is on the page, so the button is hidden until here.
  const copier = (button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    const label = button.querySelector("[data-label]") || button;
    const before = label.textContent;
    button.addEventListener("click", async () => {
      const source = document.querySelector(button.dataset.copy);
      if (!source) return;
      await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
      label.textContent = button.dataset.copied || before;
      setTimeout(() => { label.textContent = before; }, 2500);
    });
  };

  // Leaving a changed form asks first; sending it does not.
  const guard = (form) => {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    addEventListener("beforeunload", (event) => {
      if (changed) event.preventDefault();
    });
  };

  // Menus close when one turns away from them.
  const closeMenus = (keep) =>
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!keep || !menu.contains(keep)) menu.open = false;
    });

  const enhance = (root) => {
    const each = (selector, work) => root.querySelectorAll(selector).forEach((element) => {
      if (element.dataset.enhanced) return;
      element.dataset.enhanced = "yes";
      work(element);
    });
    each("[data-dropzone]", dropzone);
    each("button[data-copy]", copier);
    each("form[data-guard]", guard);
  };

  document.addEventListener("click", (event) => closeMenus(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector("details.menu[open]");
    closeMenus();
    if (open) open.querySelector("summary").focus();
  });
  document.addEventListener("htmx:load", (event) => enhance(event.target.parentElement || document));
  enhance(document);

  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
})();
