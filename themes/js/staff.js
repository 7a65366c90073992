import { whenReady } from './forms.js';

whenReady();

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
