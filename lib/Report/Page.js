// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The page shows everything without this; it only filters.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("filter"), search = $("search"), library = $("library"), shown = $("shown");
  const verdicts = [...form.querySelectorAll("input[name=verdict]")];
  const items = [...document.querySelectorAll("[data-verdict]")].map((element) => ({
    element,
    isRequest: element.matches("tr"),
    text: element.textContent.toLowerCase(),
  }));
  const requests = items.filter((item) => item.isRequest).length;
  const nothing = [...document.querySelectorAll(".nothing")];

  const update = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(verdicts.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const { element, isRequest, text } of items) {
      const fits = wanted.has(element.dataset.verdict) &&
        (!library.value || element.dataset.library === library.value) &&
        words.every((word) => text.includes(word));
      element.hidden = !fits;
      count += fits && isRequest;
    }
    for (const note of nothing)
      note.hidden = [...note.parentElement.querySelectorAll("[data-verdict]")].some((element) => !element.hidden);
    shown.textContent = count === requests ? `${requests} requests` : `${count} of ${requests} requests shown`;
  };

  form.hidden = requests === 0;
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search], select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && event.target === search) {
      form.reset();
    }
  });
  // A link to what is filtered out shows it.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      form.reset();
      setTimeout(() => target.scrollIntoView());
    }
  });
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details"))
      details.open = true;
  });
  update();
})();
