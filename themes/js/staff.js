import { whenReady } from './forms.js';

whenReady();

// Before the page has loaded, the browser puts the next one in its place: the back button does not come by here again.
document.querySelector('form[data-send-at-once]')?.requestSubmit();

// The preview follows every choice, by the same way as its button without script: the page answers with what it would show.
const look = document.querySelector('form[data-look]');
let asked = 0;
look?.addEventListener('change', async () => {
  const turn = ++asked;
  const choice = new FormData(look);
  choice.set('Act', 'apercu');
  const answer = await fetch(look.action, { method: 'POST', body: choice });
  if (!answer.ok || turn !== asked) {
    return;
  }

  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.id;
  for (const id of ['look-blason', 'look-banner', 'look-preview']) {
    const shown = page.getElementById(id);
    if (shown && shown.outerHTML !== document.getElementById(id).outerHTML) {
      document.getElementById(id).replaceWith(document.importNode(shown, true));
    }
  }

  if (focused) {
    document.getElementById(focused)?.focus();
  }
});

// A filter chosen in a list applies at once; its button stays for those without script.
document.addEventListener('change', ({ target }) => {
  if (target.matches('form[data-submit-on-change] select')) {
    target.form.requestSubmit();
  }
});

// "Tout sélectionner" and the count the confirmation repeats.
document.addEventListener('change', ({ target }) => {
  const form = target.closest('form[data-bulk]');
  if (!form) {
    return;
  }

  const boxes = [...form.querySelectorAll('input[type="checkbox"][data-bulk-item]')];
  if (target.matches('[data-bulk-all]')) {
    boxes.forEach(box => { box.checked = target.checked; });
  }

  const count = boxes.filter(box => box.checked).length;
  form.querySelectorAll('[data-bulk-count]').forEach(place => { place.textContent = count; });
});

// "/" goes to the search field, unless one is writing or holding a key that means something else.
document.addEventListener('keydown', event => {
  const writing = event.target.closest('input, textarea, select, [contenteditable]');
  const field = document.querySelector('[data-search-shortcut]');
  if (event.key === '/' && field && !writing && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// Folding an announcement away must not take what is being typed below it: sent aside, as its button sends it.
document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('form[data-fold]') || event.defaultPrevented) {
    return;
  }

  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, event.submitter), redirect: 'manual' });
    if (answer.type === 'opaqueredirect') {
      form.remove();
      document.getElementById('contenu')?.focus();
    }
  } catch {
    // Without a connection it stays there, and so does what is typed.
  }
});
