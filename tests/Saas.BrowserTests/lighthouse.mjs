// Lighthouse's four scores, as on a phone, of the pages given by their addresses. Exits with 1 when one is below 95.
// node lighthouse.mjs PORT FOLDER
import { writeFile } from 'node:fs/promises';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

const [port, folder] = process.argv.slice(2);
const least = 95;
const site = `http://claret.parvis.localhost:${port}`;
const categories = { performance: 'Performance', accessibility: 'Accessibility', 'best-practices': 'Best practices', seo: 'SEO' };
const chrome = await launch({
  chromePath: process.env.CHROMIUM || '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let failed = false;
try {
  const { procedure, receipt } = await prepare();
  console.log(['', ...Object.values(categories)].map(cell).join(''));
  for (const [name, address] of [['Home', '/'], ['Procedure', procedure], ['Receipt', receipt]]) {
    // A first visit each time, but for the receipt: it is for the browser that filed the request, whose cookies must stay.
    const { lhr, report } = await lighthouse(site + address, { port: chrome.port, output: 'html', onlyCategories: Object.keys(categories), disableStorageReset: name === 'Receipt', logLevel: 'error' });
    await writeFile(`${folder}/${name.toLowerCase()}.html`, report);
    const scores = Object.keys(categories).map(category => Math.round(lhr.categories[category].score * 100));
    console.log([name, ...scores].map(cell).join(''));
    for (const [category, { auditRefs }] of Object.entries(lhr.categories)) {
      for (const { id, weight } of auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) {
          console.log(`  ${category}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`);
        }
      }
    }

    failed ||= lhr.runtimeError !== undefined || lhr.finalDisplayedUrl !== site + address || scores.some(score => score < least);
  }
} finally {
  await chrome.kill();
}

process.exit(failed ? 1 : 0);

// Files a request in the browser that Lighthouse will use.
async function prepare() {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const page = await browser.contexts()[0].newPage();
  await page.goto(`${site}/demarches`);
  const procedure = await page.locator('main .link-list a').first().getAttribute('href');
  await page.goto(site + procedure);
  const form = page.locator('#formulaire form');
  for (const field of await form.locator('input[type=text]:not([tabindex]), input[type=tel], input[type=email], textarea').filter({ visible: true }).all()) {
    const hint = await field.evaluate(element => `${element.type} ${element.labels[0].innerText} ${document.getElementById(`${element.id}-hint`)?.innerText}`);
    await field.fill(/^email/.test(hint) ? 'camille.durand@exemple.test' : /^tel/.test(hint) ? '06 12 34 56 78' : /Jour, mois et année/.test(hint) ? '04/01/2027' : 'Camille Durand');
  }

  for (const group of await form.locator('fieldset').all()) {
    await group.locator('input[type=radio]').first().check();
  }

  for (const list of await form.locator('select').all()) {
    await list.selectOption({ index: 1 });
  }

  for (const chooser of await form.locator('input[type=file]').all()) {
    await chooser.setInputFiles({ name: 'attestation.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  }

  await page.getByRole('button', { name: 'Envoyer ma demande' }).last().click();
  await page.locator('.receipt').waitFor();
  const receipt = new URL(page.url()).pathname;
  await browser.close();
  return { procedure, receipt };
}

function cell(value, index) {
  return String(value).padEnd(index === 0 ? 12 : 16);
}
