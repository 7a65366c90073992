// Computes the contrast of every pair a theme promises (WCAG 2.2 AA), and looks for icons used but not listed.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const text = 4.5;
const shape = 3;
const pairs = [
  ...['ink', 'ink-muted', 'accent-strong', 'danger', 'success', 'warning', 'info']
    .flatMap(ink => ['surface', 'paper', 'surface-alt'].map(ground => [ink, ground, text])),
  ...['success', 'warning', 'danger', 'info', 'accent'].map(tone => [tone === 'accent' ? 'accent-strong' : tone, `${tone}-soft`, text]),
  ...['success', 'warning', 'danger', 'info', 'accent'].map(tone => ['ink', `${tone}-soft`, text]),
  ['ink-muted', 'accent-soft', text],
  ['on-accent', 'accent', text],
  ['footer-ink', 'footer-background', text],
  ['accent', 'surface', shape],
  ['line-strong', 'surface', shape],
  ['line-strong', 'paper', shape],
  ['focus', 'paper', shape],
  ['focus', 'surface', shape],
];

const base = tokens('base');
let broken = 0;
for (const theme of readdirSync(here).filter(name => existsSync(join(here, name, 'theme.json')))) {
  const all = { ...base, ...tokens(theme) };
  for (const [ink, ground, least] of pairs) {
    const found = contrast(resolve(all, ink), resolve(all, ground));
    if (found < least) {
      broken++;
      console.error(`${theme}: --${ink} on --${ground} is ${found.toFixed(2)}, ${least} promised`);
    }
  }
}

const listed = new Set(readFileSync(join(here, 'icons.txt'), 'utf8').split('\n'));
for (const folder of [join(here, '..', 'src'), join(here, 'base'), join(here, 'js')]) {
  for (const file of readdirSync(folder, { recursive: true }).filter(name => /\.(cshtml|cs|js)$/.test(name))) {
    const source = readFileSync(join(folder, file), 'utf8');
    const used = [...source.matchAll(/icons\.svg#([a-z][\w-]*)|StaffMenu(?:<\w+>)?\([^;]*, "([a-z][\w-]*)"\);/g)].map(([, drawn, named]) => drawn ?? named);
    for (const name of used.filter(name => !listed.has(name))) {
      broken++;
      console.error(`${file}: icon "${name}" is not in themes/icons.txt`);
    }
  }
}

process.exitCode = broken ? 1 : 0;

function tokens(theme) {
  return Object.fromEntries([...readFileSync(join(here, theme, 'theme.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

function resolve(all, name) {
  const value = all[name];
  const other = /^var\(--([\w-]+)\)$/.exec(value);
  return other ? resolve(all, other[1]) : value;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + .05) / (dark + .05);
}

function luminance(hex) {
  const [red, green, blue] = hex.match(/[\da-f]{2}/gi).map(part => parseInt(part, 16) / 255).map(share => share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4);
  return .2126 * red + .7152 * green + .0722 * blue;
}
