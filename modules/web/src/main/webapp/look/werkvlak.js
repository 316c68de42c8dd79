// Everything works without this. With it, progress comes in without the page blinking, and a file that is too large is
// told at once.
(() => {
  'use strict';

  const PAUSE = 2000;

  async function look() {
    const place = document.getElementById('live');
    if (!place || place.dataset.live !== 'true') {
      return;
    }
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'error' });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
      // Not under the hands of somebody who is on a link in it.
      if (answer.ok && fresh && !place.contains(document.activeElement)) {
        place.replaceWith(fresh);
      }
    } catch {
      // The server is away for a moment, or the visit has ended: what stands here stays.
    }
    setTimeout(look, PAUSE);
  }
  setTimeout(look, PAUSE);

  document.querySelectorAll('input[type=file][data-limit]').forEach((field) => {
    field.addEventListener('change', () => {
      const tooLarge = [...field.files].some((file) => file.size > Number(field.dataset.limit));
      field.setCustomValidity(tooLarge ? field.dataset.tooLarge : '');
      field.reportValidity();
    });
  });
})();
