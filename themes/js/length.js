// Nothing is cut while one types or pastes: near the limit the field says what is left, beyond it what is too much.
const near = 0.9;

export function countLength(area) {
  const longest = Number(area.dataset.longest);
  const place = document.createElement('p');
  place.className = 'form-text length-state';
  // Read out when the typing pauses, not at each letter.
  place.setAttribute('role', 'status');
  area.after(place);
  let timer = 0;
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(tell, 500);
  });
  tell();

  function tell() {
    // A line break is sent as two signs.
    const left = longest - area.value.replace(/\r?\n/g, '\r\n').length;
    const count = Math.abs(left).toLocaleString('fr-FR');
    const signs = Math.abs(left) < 2 ? 'signe' : 'signes';
    const text = left < 0 ? `${count} ${signs} de trop` : left < longest * (1 - near) ? `Encore ${count} ${signs}` : '';
    if (place.textContent !== text) {
      place.textContent = text;
      place.classList.toggle('is-over', left < 0);
    }
  }
}
