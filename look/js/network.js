// The picture of reports that hang together, drawn from the list on the same page. Without this script the list says it all.
import cytoscape from "cytoscape";

// cytoscape would put a <style> in the page, which the house does not allow; its one rule stands in our own CSS.
const own = document.createElement("meta");
own.id = "__________cytoscape_stylesheet";
document.head.append(own);

const WIDTH = { certain: 5, probable: 2.5, possible: 2.5 };

function colours(element) {
  const style = getComputedStyle(element);
  return { font: style.fontFamily, ink: style.color, line: style.borderTopColor, page: style.backgroundColor, mark: style.outlineColor };
}

function dotsOf(list) {
  return [...list.querySelectorAll("[data-dot]")].map((item) => {
    const link = item.querySelector("a");
    const day = item.querySelector(".timeline-day").textContent;
    return { data: { id: item.dataset.dot, label: link.textContent, href: link.href, day }, classes: "middle" in item.dataset ? "middle" : "" };
  });
}

function linesOf(list) {
  const seen = new Map();
  list.querySelectorAll("[data-line]").forEach((line) => {
    const source = line.closest("[data-dot]").dataset.dot;
    const target = line.dataset.line;
    const id = [source, target].sort().join(" ") + line.dataset.kind;
    seen.set(id, { data: { id, source, target, label: line.dataset.kind, width: WIDTH[line.dataset.sure] }, classes: line.dataset.sure });
  });
  return [...seen.values()];
}

function style({ font, ink, line, page, mark }) {
  const text = { "font-family": font, "font-size": 16, color: ink };
  return [
    { selector: "node", style: { ...text, label: "data(label)", shape: "round-rectangle", width: 104, height: 38, "text-valign": "center", "background-color": page, "border-width": 2, "border-color": line } },
    { selector: "node.middle", style: { "border-width": 4, "font-weight": 700 } },
    { selector: "node.chosen", style: { "border-color": mark, "border-width": 5 } },
    { selector: "edge", style: { ...text, "font-size": 15, label: "data(label)", width: "data(width)", "line-color": line, "curve-style": "bezier", "text-background-color": page, "text-background-opacity": 1, "text-background-padding": 3 } },
    { selector: "edge.possible", style: { "line-style": "dotted" } },
  ];
}

function draw(figure) {
  const list = document.querySelector(figure.dataset.network);
  const place = figure.querySelector(".network-picture");
  const chosen = figure.querySelector("[data-chosen]");
  figure.hidden = false;
  place.style.blockSize = `${Math.min(560, 240 + 24 * list.querySelectorAll("[data-dot]").length)}px`;
  const picture = cytoscape({
    container: place,
    elements: [...dotsOf(list), ...linesOf(list)],
    style: style(colours(place)),
    layout: { name: "cose", animate: false, randomize: false, nodeOverlap: 40, idealEdgeLength: () => 90, nodeRepulsion: () => 6000, padding: 16 },
    userZoomingEnabled: false,
    maxZoom: 1.4,
  });
  const dots = picture.nodes().sort((one, other) => one.position("x") - other.position("x"));
  let at = -1;
  const choose = (number) => {
    at = (number + dots.length) % dots.length;
    dots.removeClass("chosen");
    dots[at].addClass("chosen");
    chosen.textContent = `${dots[at].data("label")}, ${dots[at].data("day")}`;
  };
  const open = (dot) => window.location.assign(dot.data("href"));
  place.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(at < 0 && step < 0 ? dots.length - 1 : at + step);
    } else if (event.key === "Enter" && at >= 0) open(dots[at]);
  });
  picture.on("tap", "node", (event) => open(event.target));
  list.querySelectorAll("[data-dot]").forEach((item) => {
    item.addEventListener("focusin", () => choose(dots.toArray().findIndex((dot) => dot.id() === item.dataset.dot)));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.style(style(colours(place))));
}

document.querySelectorAll("[data-network]").forEach(draw);
