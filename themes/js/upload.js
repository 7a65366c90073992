// Files leave one by one as soon as they are chosen, by the way of the button « Joindre » that those without script press. What the page
// then lists as received is what the server holds.
export function uploads(form) {
  const waiting = [];
  let sending = null;
  let pressed = null;

  form.querySelectorAll('input[data-upload]').forEach(input => {
    const field = input.closest('.field');
    field.querySelector('.files__join').hidden = true;
    input.addEventListener('change', () => {
      [...input.files].forEach(file => waiting.push(line(field, file)));
      input.value = '';
      next();
    });
  });

  // A button pressed meanwhile is pressed again by itself once every file has arrived, and not when one has failed: what was chosen and is
  // not there is tried again or given up first.
  form.addEventListener('submit', event => {
    const failed = form.querySelector('.files__item.is-unsent');
    if (failed && !/handler=(Save|Previous|Remove|Link)/.test(event.submitter?.formAction ?? '')) {
      event.preventDefault();
      failed.querySelector('button').focus();
    } else if (sending) {
      event.preventDefault();
      pressed = event.submitter;
    }
  });

  function next() {
    if (!sending && waiting.length) {
      sending = waiting.shift();
      send(sending);
    }
  }

  function line(field, file) {
    const item = document.createElement('p');
    item.className = 'files__item files__item--sending';
    const name = Object.assign(document.createElement('span'), { className: 'files__name', textContent: file.name });
    const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
    bar.setAttribute('aria-label', `Envoi de ${file.name}`);
    const state = Object.assign(document.createElement('span'), { className: 'muted small', textContent: 'en attente' });
    state.setAttribute('role', 'status');
    item.append(name, bar, state);
    field.append(item);
    return { field, file, item, bar, say: text => { state.textContent = text; } };
  }

  function send(upload) {
    const input = upload.field.querySelector('input[data-upload]');
    const body = new FormData();
    for (const name of ['__RequestVerificationToken', ...form.dataset.autosaveWith.split(' ')]) {
      body.append(name, form.elements[name].value);
    }

    body.append(input.name, upload.file, upload.file.name);
    const request = new XMLHttpRequest();
    request.open('POST', '?handler=Attach');
    request.responseType = 'document';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      upload.bar.value = loaded / total * 100;
      upload.say(loaded < total ? `${Math.round(loaded / total * 100)} %` : 'vérification…');
    });
    request.addEventListener('load', () => {
      const field = request.status === 200 && request.response?.getElementById(input.id)?.closest('.field');
      if (!field) {
        fail(upload, 'le site n’a pas pu le recevoir.');
        return;
      }

      form.elements.Draft.value = request.response.querySelector('form[data-autosave]').elements.Draft.value;
      list(upload.field, field);
      const refusal = field.querySelector('.field-error')?.textContent;
      if (refusal) {
        pressed = null;
        upload.bar.remove();
        upload.say(refusal);
        upload.item.classList.add('is-refused');
        upload.item.append(button('Fermer', () => upload.item.remove()));
      } else {
        upload.item.remove();
      }

      done();
    });
    request.addEventListener('error', () => fail(upload, 'la connexion ne répond pas.'));
    request.send(body);
  }

  function list(field, fresh) {
    const received = fresh.querySelector('.files');
    field.querySelector('.files')?.remove();
    if (received) {
      field.querySelector('.files__join').after(document.importNode(received, true));
    }
  }

  function fail(upload, reason) {
    pressed = null;
    upload.say(`n’est pas envoyé : ${reason} Il reste sur votre appareil.`);
    upload.item.classList.add('is-refused', 'is-unsent');
    upload.item.append(
      button('Réessayer', again => {
        again.parentElement.querySelectorAll('button').forEach(each => each.remove());
        upload.item.classList.remove('is-refused', 'is-unsent');
        upload.bar.value = 0;
        waiting.push(upload);
        next();
      }),
      button('Abandonner', () => upload.item.remove()));
    done();
  }

  function button(words, act) {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link btn-small', textContent: words });
    made.addEventListener('click', () => act(made));
    return made;
  }

  function done() {
    sending = null;
    next();
    if (!sending && pressed) {
      form.requestSubmit(pressed);
      pressed = null;
    }
  }
}
