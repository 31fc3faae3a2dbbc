import { initAll } from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// Asks how far a load is, and shows the page of its end.
const progress = document.querySelector('[data-progress]');
if (progress) {
  const bar = progress.querySelector('progress');
  const info = progress.querySelector('[data-info]');
  const ask = async () => {
    try {
      const reply = await fetch(progress.dataset.progress, { headers: { Accept: 'application/json' } });
      const state = await reply.json();
      if (state.progress === '100') {
        location.reload();
        return;
      }
      bar.value = Number(state.progress);
      info.textContent = state.info.charAt(0).toUpperCase() + state.info.slice(1);
    } catch {
      // The session may have ended, or the server starts again: a new page tells.
      setTimeout(() => location.reload(), 5000);
      return;
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
}

// Tells at once that a file is too large, in place of sending it.
const form = document.querySelector('form[data-most-bytes]');
if (form) {
  const input = form.querySelector('input[type=file]');
  input.addEventListener('change', () => {
    const file = input.files[0];
    const tooLarge = file && file.size > Number(form.dataset.mostBytes);
    input.setCustomValidity(tooLarge ? 'This file is larger than the limit.' : '');
    input.reportValidity();
  });
}
