// Pictures of every page at three widths, with the demo's content, with long content and with nothing, and sheets of them to look at.
// node screens.mjs PORT FOLDER LONG-COMMUNE EMPTY-COMMUNE STAFF-ADDRESS
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [port, folder, longCommune, emptyCommune, staff] = process.argv.slice(2);
const widths = [390, 768, 1366];
const password = 'Parvis-demo-2026';
const long = {
  title: 'Demander à occuper le domaine public communal pour un déménagement, une benne, un échafaudage ou un monte-meubles',
  summary: 'À faire au moins quinze jours avant les travaux, en joignant un plan et, le cas échéant, l’accord écrit du syndicat de copropriété.',
  news: 'Travaux d’assainissement et d’enfouissement des réseaux rue du Général-de-Gaulle et place de la République du 12 janvier au 27 mars',
  question: 'Adresse précise et emprise au sol de l’occupation demandée, en mètres carrés, côté pair ou impair de la voie',
  answer: 'Nous souhaitons déposer une benne de quinze mètres cubes devant le 128 bis de la rue du Général-de-Gaulle, du lundi 4 janvier à 8 heures au vendredi 15 janvier à 18 heures. '.repeat(6),
  name: 'Marie-Antoinette Delacroix-Vandenberghe de La Rochefoucauld-Montmorency',
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

await rm(folder, { recursive: true, force: true });
const demo = await visit('claret');
await signIn(demo, 'secretaire@claret.test');
await photograph('demo', demo, await demoPages(demo));
for (const commune of ['claret', 'les-matelles', 'saint-clement-de-riviere']) {
  const page = await visit(commune);
  await signIn(page, `secretaire@${commune}.test`);
  await photograph(`theme-${commune}`, page, await themePages(page));
}

const full = await visit(longCommune);
await signIn(full, staff);
await photograph('long', full, await longPages(full));

const empty = await visit(emptyCommune);
await signIn(empty, staff);
await photograph('empty', empty, [
  '/', '/demarches', '/actualites', '/contact', '/plan-du-site', '/recherche?q=piscine', '/mentions-legales', '/accessibilite',
  '/gestion', '/gestion/demandes', '/gestion/demarches', '/gestion/demarches/nouvelle', '/gestion/site', '/gestion/reglages', '/gestion/reglages/ouverture', '/gestion/courriels', '/gestion/equipe', '/n-existe-pas',
]);
const group = await visit('grand-pic-saint-loup');
await signIn(group, 'secretaire@grand-pic-saint-loup.test');
await photograph('group', group, ['/', '/demarches', '/actualites', '/contact', '/mentions-legales', '/gestion', '/gestion/site', '/gestion/reglages/mairie', '/gestion/demarches/nouvelle']);
const operator = await visit('', '/console/connexion', 'operateur@parvis.test');
await photograph('platform', operator, await platformPages(operator));
await browser.close();

async function visit(commune, door, email) {
  const context = await browser.newContext({ baseURL: `http://${commune && `${commune}.`}parvis.localhost:${port}`, locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  if (door) {
    await signIn(page, email, door);
  }

  return page;
}

async function signIn(page, email, door = '/gestion/connexion') {
  await page.goto(door);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).first().waitFor();
}

async function demoPages(page) {
  await page.goto('/demarches');
  const procedure = await page.locator('main .link-list a').first().getAttribute('href');
  await page.goto('/actualites');
  const news = await page.locator('main .news a').first().getAttribute('href');
  await page.goto('/plan-du-site');
  const text = await page.locator('main a[href^="/pages/"]').first().getAttribute('href');
  const receipt = await file(page, procedure, 'Camille Durand', 'Bonjour, pouvez-vous m’indiquer la marche à suivre ? Merci.');
  await page.goto('/gestion/demarches');
  const form = await page.locator('main a[href^="/gestion/demarches/0"]').first().getAttribute('href');
  await page.goto('/gestion/demandes');
  const request = await page.locator('main a[href^="/gestion/demandes/0"]').first().getAttribute('href');
  return [
    '/', '/demarches', procedure, receipt, '/demandes', '/actualites', news, text, '/contact', '/recherche?q=mairie', '/plan-du-site',
    '/mentions-legales', '/n-existe-pas', '/gestion/connexion',
    '/gestion', '/gestion/demandes', request, `${request}/cloturer`, '/gestion/demarches', form, `${form}/publier`, `${form}/apercu`, '/gestion/demarches/nouvelle',
    '/gestion/site', '/gestion/site/actualites/nouvelle', '/gestion/reglages', '/gestion/reglages/mairie', '/gestion/reglages/acces-rapides', '/gestion/reglages/apparence',
    '/gestion/reglages/courriels', '/gestion/courriels', '/gestion/courriels/essai', '/gestion/recherche?q=durand', '/gestion/recherche?q=zzz', '/gestion/journal', '/gestion/equipe', '/gestion/equipe/inviter', '/gestion/equipe/services',
    '/gestion/annonces', '/gestion/reglages/assistance', '/gestion/mon-compte', '/gestion/mon-compte/double-authentification', '/gestion/mon-compte/mot-de-passe', '/gestion/mot-de-passe-oublie',
    refused(procedure), refused('/gestion/site/pages/nouvelle'),
  ];
}

// What a theme shapes: both faces, a form and its errors, pages without menu.
async function themePages(page) {
  await page.goto('/demarches');
  const procedure = await page.locator('main .link-list a').first().getAttribute('href');
  await page.goto('/plan-du-site');
  const text = await page.locator('main a[href^="/pages/"]').first().getAttribute('href');
  return ['/', text, '/actualites', '/demarches', procedure, refused(procedure), '/contact', '/n-existe-pas', '/gestion/connexion', '/gestion', '/gestion/demandes', '/gestion/reglages/apparence'];
}

async function longPages(page) {
  await page.goto('/gestion/demarches');
  if (!await page.getByRole('link', { name: long.title }).count()) {
    await write(page);
  }

  await page.goto('/gestion/reglages/ouverture');
  if (await page.getByRole('button', { name: 'Ouvrir le site' }).count()) {
    await press(page, page.getByRole('button', { name: 'Ouvrir le site' }));
  }

  await page.goto('/demarches');
  const procedure = await page.getByRole('link', { name: long.title }).getAttribute('href');
  const receipt = await file(page, procedure, long.name, long.answer);
  await page.goto('/gestion/demarches');
  const form = await page.getByRole('link', { name: long.title }).first().getAttribute('href');
  await page.goto('/gestion/demandes');
  const request = await page.locator('main a[href^="/gestion/demandes/0"]').first().getAttribute('href');
  await page.goto(request);
  if (await page.getByLabel('Votre réponse').count()) {
    await page.getByLabel('Votre réponse').fill(long.answer);
    await press(page, page.getByRole('button', { name: /^(Envoyer|Enregistrer) la réponse$/ }));
  }

  return ['/', '/demarches', procedure, receipt, '/actualites', '/contact', '/recherche?q=travaux', '/gestion', '/gestion/demandes', request, '/gestion/demarches', form, '/gestion/site', refused(procedure)];
}

async function platformPages(page) {
  await page.goto('/console/communes/34078');
  const site = (await page.locator('main a[href$="/etat"]').first().getAttribute('href')).replace(/\/etat$/, '');
  const group = await page.locator('main a[href^="/console/groupes/0"]').first().getAttribute('href');
  return [
    '/', '/console', '/console?q=saint-remy', '/console?q=zzz', '/console/communes/34078', '/console/communes/34001', '/console/communes/34001/creer',
    '/console/groupes', '/console/groupes?q=lunel', '/console/groupes/creer', '/console/groupes/creer?epci=243400017', group, `${group}/membres?q=saint`, `${group}/membres/34078/retirer`,
    `${site}/etat`, `${site}/domaines`, `${site}/inviter`, `${site}/reglages`, '/console/courriels', '/console/fichiers', '/console/travaux', '/console/acces-perdus',
    '/console/annonces', '/console/annonces/nouvelle', refused('/console/annonces/nouvelle'), '/console/journal', '/console/mon-compte',
  ];
}

async function write(page) {
  await page.goto('/gestion/reglages/mairie');
  await page.getByLabel('Numéro et rue').fill('128 bis, rue du Général-de-Gaulle, ancien presbytère');
  await page.getByLabel('Code postal').fill('51290');
  await page.getByLabel('Ville').fill('Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson');
  await page.getByLabel('Téléphone').fill('03 26 72 00 00');
  await page.getByLabel('Adresse e-mail').fill('secretariat.mairie@saint-remy-en-bouzemont-saint-genest-et-isson.test');
  for (const [part, hour] of [['matin, ouverture', '09:00'], ['matin, fermeture', '12:00']]) {
    await page.getByLabel(`Lundi ${part}`).fill(hour);
  }

  await press(page, page.locator('main').getByRole('button', { name: /^Enregistrer/ }).first());
  for (const title of ['', '2. ', '3. '].map(number => number + long.news)) {
    await page.goto('/gestion/site');
    if (await page.getByRole('link', { name: title, exact: true }).count()) {
      continue;
    }

    await page.goto('/gestion/site/actualites/nouvelle');
    await page.getByLabel('Titre').fill(title);
    await page.getByLabel(/^Résumé/).fill(long.summary);
    await page.getByRole('textbox', { name: 'Texte' }).fill(long.answer);
    await press(page, page.getByRole('button', { name: 'Enregistrer le brouillon' }));
    await page.goto('/gestion/site');
    await press(page, page.getByRole('row').filter({ hasText: 'Brouillon' }).getByRole('link').first());
    await press(page, page.getByRole('link', { name: 'Publier…' }));
    await press(page, page.getByRole('button', { name: 'Publier' }));
  }

  await page.goto('/gestion/demarches/nouvelle');
  await page.getByLabel('Titre de la démarche').fill(long.title);
  await press(page, page.getByRole('button', { name: 'Créer la démarche' }));
  for (const [kind, label] of [['ShortText', 'Vos nom et prénoms'], ['LongText', long.question], ['Choice', 'Type d’occupation'], ['File', 'Plan de situation']]) {
    await page.getByLabel('À ajouter').selectOption(kind);
    await press(page, page.getByRole('button', { name: 'Ajouter', exact: true }));
    await page.getByLabel('Question', { exact: true }).fill(label);
    await page.getByLabel(/^Aide/).fill(long.summary);
    if (kind === 'Choice') {
      await page.getByLabel('Réponses proposées').fill(['Benne', 'Échafaudage, nacelle ou monte-meubles avec emprise sur la chaussée et neutralisation du stationnement', 'Autre'].join('\n'));
    } else if (kind === 'ShortText') {
      await page.getByLabel('C’est le nom de la personne qui fait la demande').check();
    } else if (kind === 'File') {
      await page.getByLabel('La réponse est obligatoire').uncheck();
    }

    await press(page, page.getByRole('button', { name: 'Enregistrer la question' }));
  }

  await page.getByLabel(/^Résumé/).fill(long.summary);
  await page.getByLabel(/^Qui reçoit les demandes/).fill('secretariat.mairie@saint-remy-en-bouzemont-saint-genest-et-isson.test');
  await press(page, page.getByRole('button', { name: 'Enregistrer', exact: true }));
  await press(page, page.getByRole('link', { name: 'Publier…' }));
  await press(page, page.getByRole('button', { name: 'Publier', exact: true }));
}

// Presses, and waits for the page that answers: going elsewhere at once would break it off.
async function press(page, button) {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

// Fills in whatever the procedure asks, and gives the receipt's address.
async function file(page, procedure, name, words) {
  await page.goto(procedure);
  const form = page.locator('#formulaire form');
  for (const field of await form.locator('input[type=text]:not([tabindex]), input[type=tel], input[type=email], textarea').filter({ visible: true }).all()) {
    const label = await field.evaluate(element => `${element.labels[0].innerText} ${document.getElementById(`${element.id}-hint`)?.innerText}`);
    const type = await field.evaluate(element => element.tagName === 'TEXTAREA' ? 'words' : element.type);
    await field.fill(type === 'words' ? words : type === 'email' ? 'camille.durand@exemple.test' : type === 'tel' ? '06 12 34 56 78' : /Jour, mois et année/.test(label) ? '04/01/2027' : name.slice(0, 190));
  }

  for (const group of await form.locator('fieldset').all()) {
    await group.locator('input[type=radio]').nth(1).check();
  }

  for (const list of await form.locator('select').all()) {
    await list.selectOption({ index: 1 });
  }

  for (const chooser of await form.locator('input[type=file]').all()) {
    await chooser.setInputFiles({ name: 'attestation-de-domicile-2026.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  }

  // A form sent at once is taken for a robot's.
  await page.waitForTimeout(5000);
  await page.getByRole('button', { name: 'Envoyer ma demande' }).last().click();
  await page.locator('.receipt').waitFor();
  return new URL(page.url()).pathname;
}

// The page after its main button was pressed too early.
function refused(address) {
  return { address, name: `${address} refusé`, act: page => page.locator('main form[method=post] .btn-primary').last().click() };
}

async function photograph(set, page, pages) {
  const taken = [];
  for (const item of pages) {
    const { address, name, act } = typeof item === 'string' ? { address: item, name: item } : item;
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(address);
    await act?.(page);
    await page.waitForLoadState('networkidle');
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 768 });
      const file = join(folder, 'pages', set, String(width), `${String(taken.length + 1).padStart(2, '0')}${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 50)}.png`);
      await mkdir(join(file, '..'), { recursive: true });
      await page.screenshot({ path: file, fullPage: true });
      taken.push({ width, file, name });
    }
  }

  for (const width of widths) {
    await lay(set, width, taken.filter(picture => picture.width === width));
  }

  console.log(`${set}: ${pages.length} pages`);
}

async function lay(set, width, pictures) {
  const columns = width === 390 ? 8 : width === 768 ? 5 : 4;
  const size = Math.floor(1900 / columns) - 16;
  for (let start = 0; start < pictures.length; start += columns * 2) {
    const cells = await Promise.all(pictures.slice(start, start + columns * 2).map(async ({ file, name }) =>
      `<figure><figcaption>${name}</figcaption><div><img src="data:image/png;base64,${(await readFile(file)).toString('base64')}"></div></figure>`));
    const page = await browser.newPage({ viewport: { width: 1900, height: 800 } });
    await page.setContent(`<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},${size}px);gap:16px;background:#667;font:12px sans-serif;color:#fff}
      figure{margin:0}figcaption{overflow:hidden;white-space:nowrap}div{max-height:${size * 3}px;overflow:hidden}img{width:100%;display:block}</style>${cells.join('')}`);
    await page.screenshot({ path: join(folder, `${set}-${width}-${start / (columns * 2) + 1}.png`), fullPage: true });
    await page.close();
  }
}
