// Computes the contrast of every pair a theme promises (WCAG 2.2 AA), and looks for icons used but not listed.
// node check.mjs --accents: instead, the same pairs of every theme under each style sheet of an accent, one per line of the input.
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
  ['on-accent', 'accent-strong', text],
  ['banner-ink', 'banner-deepest', text],
  ['footer-ink', 'footer-background', text],
  ['accent', 'surface', shape],
  ['line-strong', 'surface', shape],
  ['line-strong', 'paper', shape],
  ['focus', 'paper', shape],
  ['focus', 'surface', shape],
];

// What the computation of a commune's accent relies on (CommuneIdentity): light grounds are this light, inks this dark.
const lightGrounds = ['surface', 'paper', 'surface-alt'];
const inks = ['ink', 'ink-muted', 'banner-ink'];
const leastGround = .762;
const mostInk = .128;

const base = tokens('base', 'theme.css');
const faces = readdirSync(here).filter(name => existsSync(join(here, name, 'theme.json'))).map(theme => [theme, { ...base, ...tokens(theme, 'theme.css') }]);
faces.push(['staff', { ...base, ...tokens('scss', 'staff.scss') }]);
let broken = 0;
if (process.argv.includes('--accents')) {
  checkAccents();
} else {
  checkThemes();
  checkIcons();
}

process.exitCode = broken ? 1 : 0;

function checkThemes() {
  for (const [theme, all] of faces) {
    checkPairs(theme, all);
    for (const name of lightGrounds.filter(name => luminance(resolve(all, `var(--${name})`)) < leastGround)) {
      say(`${theme}: --${name} is too dark a ground for any accent a commune may choose`);
    }

    for (const name of inks.filter(name => luminance(resolve(all, `var(--${name})`)) > mostInk)) {
      say(`${theme}: --${name} is too light for any accent a commune may choose`);
    }
  }
}

function checkAccents() {
  const sheets = readFileSync(0, 'utf8').split('\n').filter(Boolean);
  if (sheets.length === 0) {
    say('no accent was given');
  }

  for (const sheet of sheets) {
    faces.forEach(([theme, all]) => checkPairs(`${theme} with ${sheet}`, { ...all, ...declared(sheet) }));
  }
}

function checkPairs(where, all) {
  for (const [ink, ground, least] of pairs) {
    const found = contrast(resolve(all, `var(--${ink})`), resolve(all, `var(--${ground})`));
    if (!(found >= least)) {
      say(`${where}: --${ink} on --${ground} is ${found.toFixed(2)}, ${least} promised`);
    }
  }
}

function say(sentence) {
  broken++;
  console.error(sentence);
}

function checkIcons() {
  const listed = new Set(readFileSync(join(here, 'icons.txt'), 'utf8').split('\n'));
  for (const folder of [join(here, '..', 'src'), join(here, 'base'), join(here, 'js')]) {
    for (const file of readdirSync(folder, { recursive: true }).filter(name => /\.(cshtml|cs|js)$/.test(name))) {
      const source = readFileSync(join(folder, file), 'utf8');
      const used = [...source.matchAll(/icons\.svg#([a-z][\w-]*)|StaffMenu(?:<\w+>)?\([^;]*, "([a-z][\w-]*)"\);/g)].map(([, drawn, named]) => drawn ?? named);
      for (const name of used.filter(name => !listed.has(name))) {
        say(`${file}: icon "${name}" is not in themes/icons.txt`);
      }
    }
  }
}

function tokens(folder, file) {
  return declared(readFileSync(join(here, folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''));
}

// Of the root alone: what a rule of one component declares is its own.
function declared(sheet) {
  const roots = [...sheet.matchAll(/:root\s*{([^}]*)}/g)].map(([, inner]) => inner).join('\n');
  return Object.fromEntries([...roots.matchAll(/--([\w-]+):\s*([^;}]+)/g)].map(([, name, value]) => [name, value.trim()]));
}

// A colour, a token, or color-mix of two of them, as #rrggbb.
function resolve(all, value) {
  const token = /^var\(--([\w-]+)\)$/.exec(value);
  if (token) {
    return resolve(all, all[token[1]]);
  }

  const mix = /^color-mix\(in srgb, (.+?) (\d+)%, (.+)\)$/.exec(value);
  if (!mix) {
    return value;
  }

  const [one, other] = [mix[1], mix[3]].map(part => channels(resolve(all, part)));
  return `#${one.map((channel, at) => Math.round(channel * mix[2] / 100 + other[at] * (1 - mix[2] / 100)).toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex) {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(hex);
  return (short ? short.slice(1).map(digit => digit + digit) : hex.match(/[\da-f]{2}/gi)).map(part => parseInt(part, 16));
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + .05) / (dark + .05);
}

function luminance(hex) {
  const [red, green, blue] = channels(hex).map(part => part / 255).map(share => share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4);
  return .2126 * red + .7152 * green + .0722 * blue;
}
