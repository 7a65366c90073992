// The page where a form is composed: its elements are also put in order by dragging. The buttons beside each do the same.
import Sortable from 'sortablejs';

const list = document.querySelector('[data-arrange]');
if (list) {
  document.querySelectorAll('[data-grip]').forEach(grip => { grip.hidden = false; });
  Sortable.create(list, {
    handle: '[data-grip]',
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    onEnd({ oldIndex, newIndex }) {
      if (oldIndex !== newIndex) {
        const order = document.getElementById('Order');
        order.value = [...list.children].map(item => item.dataset.element).join(' ');
        order.form.requestSubmit(document.getElementById('arrange'));
      }
    },
  });
}
