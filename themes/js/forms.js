// What both faces share. Every form works without it.
import { countLength } from './length.js';
import { uploads } from './upload.js';

export function whenReady() {
  const summary = document.querySelector('.error-summary');
  if (summary) {
    summary.focus();
  }

  document.querySelectorAll('.input-validation-error').forEach(field => field.setAttribute('aria-invalid', 'true'));
  document.querySelectorAll('form[data-autosave]').forEach(form => {
    takeUp(form);
    autosave(form);
    uploads(form);
  });
  document.querySelectorAll('[data-print]').forEach(button => { button.hidden = false; });
  document.querySelectorAll('textarea[data-longest]').forEach(countLength);
  document.querySelectorAll('input[data-proposals]:not([data-proposals=""])').forEach(propose);
  document.addEventListener('submit', once);
  // A page brought back by the back button may be sent again.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      document.querySelectorAll('form[data-once]').forEach(form => delete form.dataset.sent);
    }
  });
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-print]')) {
      window.print();
    }
  });
}

async function once(event) {
  const form = event.target;
  if (!form.matches('form[data-once]') || event.defaultPrevented || form.dataset.sent === 'reached') {
    return;
  }

  // A form that leaves without a connection is replaced by the browser's own page, and what it held, files above all, is gone.
  event.preventDefault();
  if (form.dataset.sent) {
    return;
  }

  form.dataset.sent = 'asking';
  const reached = await answers();
  form.dataset.sent = reached ? 'reached' : '';
  tellReached(form, reached);
  if (reached) {
    form.requestSubmit(event.submitter);
    form.dataset.sent = 'yes';
    remember(form);
    form.querySelectorAll('button:not([type="button"])').forEach(button => button.setAttribute('aria-disabled', 'true'));
  }
}

// Whatever it answers, there is someone.
async function answers() {
  try {
    await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(8000) });
    return true;
  } catch {
    return false;
  }
}

function tellReached(form, reached) {
  let place = form.querySelector('[data-unreached]');
  if (reached) {
    place?.remove();
    return;
  }

  if (!place) {
    place = document.createElement('div');
    place.className = 'message message--danger';
    place.dataset.unreached = '';
    place.tabIndex = -1;
    place.setAttribute('role', 'alert');
    const text = document.createElement('p');
    text.textContent = 'Pas de connexion\u00a0: rien n’est parti, tout ce que vous avez écrit est encore ici. Réessayez quand elle sera revenue.';
    place.append(text);
    form.prepend(place);
  }

  place.focus();
}

// Behind the back button, a page fetched anew is filled in again by the browser, but has another number: sent, it would be a second
// request. The entry of the history remembers what the page was sent as.
function remember(form) {
  const names = form.dataset.autosaveWith?.split(' ') ?? [];
  if (names.length) {
    history.replaceState({ sentAs: Object.fromEntries(names.map(name => [name, form.elements[name].value])) }, '');
  }
}

function takeUp(form) {
  for (const [name, value] of Object.entries(history.state?.sentAs ?? {})) {
    form.elements[name].value = value;
  }
}

const pause = 2000;

// By status of the answer; everything else is the connection.
const reasons = {
  409: 'cette demande a déjà été envoyée. Pour en envoyer une autre, rechargez la page.',
  429: 'trop d’envois sont arrivés de votre connexion en peu de temps.',
  500: 'le site a une panne.',
  503: 'le site a une panne.',
};

function autosave(form) {
  const place = form.querySelector('[data-autosave-state]') ?? document.querySelector('[data-autosave-state]');
  const changed = new Set();
  const steering = new Set((form.dataset.steering ?? '').split(' '));
  let timer = 0;
  let sending = false;
  let wait = pause;

  form.addEventListener('input', ({ target }) => {
    if (target.name && target.type !== 'file' && target.type !== 'password') {
      changed.add(target.name);
      plan(!steering.has(target.name) ? pause : ['radio', 'checkbox', 'select-one'].includes(target.type) ? 0 : 400);
    }
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && changed.size && !form.dataset.sent) {
      save();
    }
  });
  window.addEventListener('online', () => changed.size && plan(0));

  function plan(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  async function save() {
    if (sending || !changed.size || form.dataset.sent) {
      return;
    }

    sending = true;
    const names = [...changed];
    changed.clear();
    const all = new FormData(form);
    const body = new FormData();
    for (const name of ['__RequestVerificationToken', ...form.dataset.autosaveWith?.split(' ') ?? [], ...names]) {
      // An emptied choice has no entry of its own; its absence must be said.
      const values = all.getAll(name);
      (values.length ? values : ['']).forEach(value => body.append(name, value));
    }

    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body, credentials: 'same-origin', redirect: 'error', keepalive: true });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      wait = pause;
      const { at, met } = await answer.json();
      meet(form, met);
      tell(`Brouillon enregistré à ${at}`, false);
    } catch (broken) {
      names.forEach(name => changed.add(name));
      form.classList.add('is-paper');
      wait = Math.min(wait * 2, 60000);
      tell(`Le brouillon n’est pas enregistré : ${reasons[broken.message] ?? 'la connexion ne répond pas.'} Ce que vous avez écrit reste sur cette page ; gardez-la ouverte, un nouvel essai est en cours.`, true);
    } finally {
      sending = false;
      if (changed.size) {
        plan(wait);
      }
    }
  }

  function tell(text, failed) {
    if (place && place.textContent !== text) {
      place.textContent = text;
      place.classList.toggle('is-failed', failed);
    }
  }
}

// Questions come and go with the answers: the server knows the conditions. When it cannot be reached, the form is as on paper: all of it,
// with the words that say when to fill in what.
function meet(form, met) {
  form.classList.remove('is-paper');
  form.querySelectorAll('[data-asked]').forEach(asked => asked.classList.toggle('is-met', met.includes(asked.dataset.asked)));
}

// What the page at this address proposes while one types; anything else may be typed too.
function propose(input) {
  const list = document.createElement('datalist');
  list.id = `${input.id}-proposals`;
  input.after(list);
  input.setAttribute('list', list.id);
  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = input.value.trim();
      if (typed.length < 3) {
        return;
      }

      const answer = await fetch(`${input.dataset.proposals}&q=${encodeURIComponent(typed)}`).catch(() => null);
      if (answer?.ok && input.value.trim() === typed) {
        list.replaceChildren(...(await answer.json()).map(line => new Option(line, line)));
      }
    }, 200);
  });
}
