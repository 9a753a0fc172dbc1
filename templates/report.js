// Everything on the page is there without this script: it adds a theme button, a button that opens all details, and
// marks the section being read in the table of contents.
"use strict";
(() => {
  const root = document.documentElement;
  const tools = document.querySelector(".tools");
  tools.hidden = false;

  const themes = ["auto", "light", "dark"];
  const theme = document.getElementById("theme");
  const show = (name) => {
    root.dataset.theme = name;
    theme.textContent = "Theme: " + name;
  };
  show(themes.includes(root.dataset.theme) ? root.dataset.theme : "auto");
  theme.addEventListener("click", () => {
    show(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
  });

  const details = Array.from(document.querySelectorAll("details"));
  const unfold = document.getElementById("unfold");
  const name = () => {
    unfold.textContent = details.every((each) => each.open) ? "Close all details" : "Open all details";
  };
  unfold.hidden = details.length === 0;
  unfold.addEventListener("click", () => {
    const open = !details.every((each) => each.open);
    for (const each of details) each.open = open;
    name();
  });
  for (const each of details) each.addEventListener("toggle", name);

  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    links.set(link.getAttribute("href").slice(1), link);
  }
  if (!("IntersectionObserver" in window)) return;
  const visible = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) visible.add(entry.target.id);
      else visible.delete(entry.target.id);
    }
    let current = null;
    for (const [id, link] of links) {
      link.removeAttribute("aria-current");
      if (current === null && visible.has(id)) current = link;
    }
    if (current !== null) current.setAttribute("aria-current", "true");
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const id of links.keys()) observer.observe(document.getElementById(id));
})();
