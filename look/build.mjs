// Bundles the look: NL Design System components and tokens, our own CSS, type, icons and the one small script.
// Of the example theme only the tokens that the bundled components use are kept; look/tokens.css overrides them.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";

const OUT = "src/baken/ui/built";
const UTRECHT = "node_modules/@utrecht";
const THEME = "node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
const COMPONENTS = (await readFile("look/components.txt", "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
const ICONS = (await readFile("look/icons.txt", "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));

const used = (css) => new Set([...css.matchAll(/var\(\s*(--[a-z0-9_-]+)/g)].map((match) => match[1]));

/** The declarations of the theme that `css` needs, and those that these need in turn. */
function tokensFor(css, theme) {
  const all = new Map([...theme.matchAll(/(--[a-z0-9_-]+)\s*:\s*([^;]+);/g)].map((match) => [match[1], match[2]]));
  const needed = new Map();
  const visit = (name) => {
    if (needed.has(name) || !all.has(name)) return;
    needed.set(name, all.get(name));
    used(`x:${all.get(name)}`).forEach(visit);
  };
  used(css).forEach(visit);
  return `:root{${[...needed].map(([name, value]) => `${name}:${value}`).join(";")}}`;
}

await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}/icons`, { recursive: true });

const components = (await Promise.all(COMPONENTS.map((name) => readFile(`${UTRECHT}/${name}-css/dist/index.css`, "utf8")))).join("\n").replaceAll('@charset "UTF-8";', "");
const parts = (await readdir("look/css")).sort();
const own = (await Promise.all(parts.map((name) => readFile(`look/css/${name}`, "utf8")))).join("\n");
const tokens = tokensFor(components + own, await readFile(THEME, "utf8"));
await writeFile(`${OUT}/all.css`, [tokens, components, own].join("\n"));
await build({ entryPoints: [`${OUT}/all.css`], outfile: `${OUT}/baken.css`, minify: true, bundle: true, external: ["*.woff2"], legalComments: "none" });
await build({ entryPoints: ["look/help.css"], outfile: `${OUT}/help.css`, minify: true, target: ["chrome49", "safari9"], legalComments: "none" });
for (const script of ["baken", "network"]) {
  await build({ entryPoints: [`look/js/${script}.js`], outfile: `${OUT}/${script}.js`, minify: true, bundle: true, format: "iife", legalComments: "none" });
}
await cp("node_modules/cytoscape/LICENSE", `${OUT}/network.js.LICENSE.txt`);
await rm(`${OUT}/all.css`);

const FONTS = "node_modules/@fontsource-variable/source-sans-3/files";
for (const subset of ["latin", "latin-ext", "cyrillic", "vietnamese"]) {
  await cp(`${FONTS}/source-sans-3-${subset}-wght-normal.woff2`, `${OUT}/source-sans-3-${subset}.woff2`);
}
await mkdir(`${OUT}/print`);
for (const weight of ["Regular", "Semibold", "It"]) {
  await cp(`node_modules/source-sans/TTF/SourceSans3-${weight}.ttf`, `${OUT}/print/SourceSans3-${weight}.ttf`);
}
for (const name of ICONS) {
  const svg = await readFile(`node_modules/lucide-static/icons/${name}.svg`, "utf8");
  const inner = svg.replace(/<!--.*?-->/gs, "").replace(/<svg[^>]*>/s, "").replace("</svg>", "").replace(/\s+/g, " ").trim();
  await writeFile(`${OUT}/icons/${name}.svg`, `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${inner}</svg>`);
}
await cp("look/baken.svg", `${OUT}/baken.svg`);
