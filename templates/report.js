// Everything on the page is there without this script: it adds a theme button, a button that opens all details, marks
// the section being read in the table of contents, and lets attention maps be explored.
"use strict";
(() => {
  const root = document.documentElement;
  const tools = document.querySelector(".tools");
  tools.hidden = false;
  // A text of the page, from a data attribute of the element; %1, %2 in it stand for the values.
  const say = (element, name, ...values) =>
    (element.dataset[name] ?? name).replace(/%(\d)/g, (_, place) => values[place - 1]);

  const themes = ["auto", "light", "dark"];
  const theme = document.getElementById("theme");
  const show = (name) => {
    root.dataset.theme = name;
    theme.textContent = say(theme, name);
  };
  show(themes.includes(root.dataset.theme) ? root.dataset.theme : "auto");
  theme.addEventListener("click", () => {
    show(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
  });

  const details = Array.from(document.querySelectorAll("details"));
  const unfold = document.getElementById("unfold");
  const name = () => {
    unfold.textContent = say(unfold, details.every((each) => each.open) ? "close" : "open");
  };
  unfold.hidden = details.length === 0;
  unfold.addEventListener("click", () => {
    const open = !details.every((each) => each.open);
    for (const each of details) each.open = open;
    name();
  });
  for (const each of details) each.addEventListener("toggle", name);

  const digits = (value) => value.toLocaleString(document.documentElement.lang,
    { maximumSignificantDigits: 2, useGrouping: false });

  // An attention figure: other heads, a cross-hair linked over all panels, and the profile of chosen queries.
  const explore = (box) => {
    const data = JSON.parse(box.querySelector("script").textContent);
    const svg = document.getElementById(box.dataset.figure).querySelector("svg");
    const [head, query, span, key] = ["head", "query", "span", "key"].map((name) => box.querySelector(`[name=${name}]`));
    const output = box.querySelector("output");
    const title = svg.querySelector(".profile-title text");
    const place = data.geometry;
    const parts = data.times.length - 1;
    const unit = 10; // of the view box, to a point of the geometry

    const create = (name, attributes, parent) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      if (parent) parent.append(element);
      return element;
    };
    // Bytes are (log2(weight x n) + 16) x 11; 0 is no weight.
    const decode = (text) => Float32Array.from(atob(text), (letter) => {
      const byte = letter.charCodeAt(0);
      return byte && 2 ** (byte / 11 - 16);
    });
    const groups = svg.querySelectorAll(".map");
    const curves = svg.querySelectorAll(".profile path");
    const maps = [];
    data.maps.forEach((row, layer) => row.forEach((map, scale) => {
      if (!map) return;
      const [heads, on] = [map.heads.map(decode), map.on.map(decode)];
      const mean = heads[0].map((_, index) => heads.reduce((sum, each) => sum + each[index], 0) / heads.length);
      const group = groups[maps.length];
      maps.push({ ...map, layer, scale, heads, on, mean, group, drawn: Array.from(group.childNodes) });
    }));
    // Profiles are drawn scale by scale.
    maps.slice().sort((a, b) => a.scale - b.scale || a.layer - b.layer)
      .forEach((map, index) => {
        map.curve = curves[index];
        map.profile = map.curve.getAttribute("d");
      });
    const values = (map) => (head.value === "mean" ? map.mean : map.heads[head.value]);
    const cell = (map, part) => Math.min(map.cells - 1, Math.floor(((part + 0.5) / parts / map.covers) * map.cells));

    const paint = (map) => {
      if (head.value === "mean") return map.group.replaceChildren(...map.drawn);
      const size = (place.side * map.covers * unit) / map.cells;
      const [x, y] = [place.columns[map.scale] * unit, place.rows[map.layer] * unit + size / 2];
      const group = create("g", {
        transform: `translate(${x} ${y}) scale(${size})`, fill: "none", "shape-rendering": "crispEdges",
      });
      const count = data.colors.length;
      const paths = new Array(count + 1).fill(""); // the last one, of cells without weight, is not drawn
      const levels = Array.from(values(map), (value) => {
        const share = (Math.log2(value) - data.low) / (data.high - data.low);
        return value === 0 ? count : Math.max(0, Math.min(count - 1, Math.floor(share * count)));
      });
      for (let row = 0; row < map.cells; row += 1) {
        for (let start = 0, end; start < map.cells; start = end) {
          const level = levels[row * map.cells + start];
          for (end = start + 1; end < map.cells && levels[row * map.cells + end] === level; end += 1);
          paths[level] += `M${start} ${row}h${end - start}`;
        }
      }
      paths.slice(0, count).forEach((d, level) => d && create("path", { stroke: data.colors[level], d }, group));
      return map.group.replaceChildren(group);
    };

    const overlay = create("g", {}, svg);
    const bands = place.columns.map(() => create("path", { class: "band" }, overlay));
    const cross = create("path", { class: "cross", fill: "none" }, overlay);
    let rows = data.on;

    const update = () => {
      const [q, k] = [Number(query.value), Number(key.value)];
      const [low, high] = [rows[0], rows[rows.length - 1]];
      const at = (start, part) => (start + (place.side * (part + 0.5)) / parts) * unit;
      const edge = (start, part) => (start + (place.side * part) / parts) * unit;
      const [top, bottom] = [place.signal ?? place.profile, place.rows[place.rows.length - 1] + place.side];
      cross.setAttribute("d", place.columns.map((x) => `M${at(x, k)} ${top * unit}V${bottom * unit}`
        + place.rows.map((y) => `M${x * unit} ${at(y, q)}h${place.side * unit}`).join("")).join(""));
      place.columns.forEach((x, column) => bands[column].setAttribute("d", rows === data.on ? "" : place.rows.map(
        (y) => `M${x * unit} ${edge(y, low)}h${place.side * unit}V${edge(y, high + 1)}h${-place.side * unit}z`).join("")));
      const texts = [];
      for (const map of maps) {
        const chosen = [...new Set(rows.map((part) => cell(map, part)))];
        const weights = values(map);
        const width = (place.side * map.covers) / map.cells;
        let d = "";
        let command = "M";
        // The profile that was drawn is of the weights as they are kept, which are more than the cells.
        const isDrawn = rows === data.on && head.value === "mean";
        for (let column = 0; column < map.cells && !isDrawn; column += 1) {
          const mean = rows === data.on ? map.on[head.value][column]
            : chosen.reduce((sum, row) => sum + weights[row * map.cells + column], 0) / chosen.length;
          if (mean === 0) { command = "M"; continue; }
          const share = Math.min(Math.max((Math.log2(mean) - data.low) / (data.high - data.low), 0), 1);
          const y = (place.profile + place.profileHeight * (1 - share)) * unit;
          const x = (place.columns[map.scale] + width * column) * unit;
          d += `${command}${x.toFixed(0)} ${y.toFixed(0)}h${(width * unit).toFixed(0)}`;
          command = "L";
        }
        map.curve.setAttribute("d", isDrawn ? map.profile : d);
        const times = weights[cell(map, q) * map.cells + cell(map, k)];
        texts.push(say(box, "lift", data.layers[map.layer], data.scales[map.scale],
          digits(times), digits(times / map.keys[cell(map, q)])));
      }
      const name = head.value === "mean" ? say(box, "all") : say(box, "one", Number(head.value) + 1);
      const words = rows === data.on ? data.words : rows.length === 1 ? say(box, "query", data.times[low])
        : say(box, "queries", data.times[low], data.times[high + 1]);
      if (title) title.textContent = say(box, "mean", words, name);
      query.setAttribute("aria-valuetext", data.times[q]);
      key.setAttribute("aria-valuetext", data.times[k]);
      span.setAttribute("aria-valuetext", say(box, "span", span.value, parts));
      output.textContent = say(box, "reading", data.times[q], data.times[k], name, texts.join("; "), words);
    };
    const choose = (from, count) => {
      rows = Array.from({ length: Math.min(count, parts - from) }, (_, index) => from + index);
      update();
    };
    head.addEventListener("change", () => { maps.forEach(paint); update(); });
    for (const input of [query, span]) {
      input.addEventListener("input", () => choose(Number(query.value), Number(span.value)));
    }
    key.addEventListener("input", update);
    box.querySelector("button").addEventListener("click", () => { rows = data.on; span.value = 1; update(); });

    const part = (start, value) => Math.floor(((value - start) / place.side) * parts);
    const inside = (value) => value >= 0 && value < parts;
    const find = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      return [[place.columns, point.x], [place.rows, point.y]].map(([starts, value]) =>
        starts.map((start) => part(start, value / unit)).find(inside));
    };
    let from = null;
    svg.addEventListener("pointerdown", (event) => {
      const [k, q] = find(event);
      if (k === undefined || q === undefined || event.pointerType === "touch") return;
      event.preventDefault();
      from = q;
      [query.value, key.value, span.value] = [q, k, 1];
      choose(q, 1);
    });
    svg.addEventListener("pointermove", (event) => {
      const [k, q] = find(event);
      if (k === undefined) return;
      key.value = k;
      if (q === undefined) return update();
      if (from === null) {
        query.value = q;
        return update();
      }
      [query.value, span.value] = [Math.min(from, q), Math.abs(q - from) + 1];
      return choose(Number(query.value), Number(span.value));
    });
    window.addEventListener("pointerup", () => { from = null; });
    svg.parentElement.classList.add("exploring");
    box.hidden = false;
  };
  document.querySelectorAll(".explorer").forEach(explore);

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
