// Builds wwwroot/: styles, scripts, icon sprite, fonts. Does nothing when no input changed.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'wwwroot');
const at = (...path) => join(here, ...path);
const themes = readdirSync(here).filter(name => existsSync(at(name, 'theme.json'))).sort();

const stampFile = join(here, 'node_modules', '.themes-stamp');
const stamp = hashOf([at('package-lock.json'), at('build.mjs'), at('icons.txt'), at('base', 'favicon.svg'), at('scss'), at('js'),
  ...themes.flatMap(name => [at(name, 'theme.json'), at(name, 'theme.css')])]);
const targets = ['public.css', 'staff.css', 'public.js', 'staff.js', 'editor.js', 'compose.js', 'icons.svg', 'favicon.svg'];
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && targets.every(name => existsSync(join(out, name)))) {
  console.log('themes: up to date');
  process.exit(0);
}

const [sass, esbuild] = await Promise.all([import('sass'), import('esbuild')]);
mkdirSync(join(out, 'fonts'), { recursive: true });

await Promise.all([...['public', 'staff'].map(buildStyle), ...themes.map(buildTheme), buildScripts()]);
buildIcons();
cpSync(at('base', 'favicon.svg'), join(out, 'favicon.svg'));
removeForeign();
writeFileSync(stampFile, stamp);
report();

async function buildStyle(name) {
  const { css } = await sass.compileAsync(at('scss', `${name}.scss`), {
    loadPaths: [at('node_modules')],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions'],
  });
  write(`${name}.css`, await minify(fontFace('base') + (name === 'staff' ? staffTokens() : tokens('base')) + css));
}

// The back office looks the same for all; of the commune's theme it takes the accent alone, and weakly: the commune's own accent wins.
function staffTokens() {
  const accent = /^ *--(?:on-)?accent[\w-]*:[^;]+;\n/gm;
  const accentOf = name => (tokens(name).match(accent) ?? []).join('');
  return [tokens('base').replace(accent, ''), `:where(:root){${accentOf('base')}}`, ...themes.map(name => `:where([data-theme="${name}"]){${accentOf(name)}}`)].join('\n');
}

function tokens(name) {
  return readFileSync(at(name, 'theme.css'), 'utf8');
}

async function buildTheme(name) {
  const { font } = settings(name);
  if (font) {
    cpSync(at('node_modules', font.file), join(out, 'fonts', `${name}.woff2`));
  }

  if (name !== 'base') {
    write(`${name}.css`, await minify(fontFace(name) + tokens(name)));
  }
}

function fontFace(name) {
  const { font } = settings(name);
  return font
    ? `@font-face{font-family:"${font.family}";src:url("fonts/${name}.woff2") format("woff2");font-weight:${font.weights};font-display:swap}\n`
    : '';
}

function settings(name) {
  return JSON.parse(readFileSync(at(name, 'theme.json'), 'utf8'));
}

async function minify(css) {
  return (await esbuild.transform(css, { loader: 'css', minify: true, target: ['chrome111', 'firefox113', 'safari16.2'] })).code;
}

async function buildScripts() {
  await esbuild.build({
    entryPoints: ['public', 'staff', 'editor', 'compose'].map(name => at('js', `${name}.js`)),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

function buildIcons() {
  const names = readFileSync(at('icons.txt'), 'utf8').split('\n').filter(Boolean);
  const symbols = names.map(name => {
    const file = at('node_modules', 'bootstrap-icons', 'icons', `${name}.svg`);
    if (!existsSync(file)) {
      throw new Error(`icons.txt: no icon named "${name}"`);
    }

    const [, box, shapes] = /viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(file, 'utf8'));
    return `<symbol id="${name}" viewBox="${box}">${shapes.replace(/\s*\n\s*/g, '')}</symbol>`;
  });
  write('icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

function removeForeign() {
  const kept = new Set([...targets, 'fonts', ...themes.map(name => `${name}.css`)]);
  for (const name of readdirSync(out).filter(name => !kept.has(name))) {
    rmSync(join(out, name), { recursive: true });
  }
}

function write(name, content) {
  writeFileSync(join(out, name), content);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = path => {
    if (!existsSync(path)) {
      return;
    }

    if (statSync(path).isDirectory()) {
      readdirSync(path).sort().forEach(name => add(join(path, name)));
    } else {
      hash.update(path.slice(here.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

function report() {
  const files = [...readdirSync(out).filter(name => name !== 'fonts'), ...readdirSync(join(out, 'fonts')).map(name => `fonts/${name}`)];
  for (const name of files) {
    const bytes = readFileSync(join(out, name));
    const sent = name.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
    console.log(`${name.padEnd(22)} ${(bytes.length / 1000).toFixed(1).padStart(7)} kB ${(sent / 1000).toFixed(1).padStart(7)} kB sent`);
  }
}
