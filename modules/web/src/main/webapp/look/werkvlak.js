// Everything works without this. With it, progress comes in without the page blinking, and a file that is too large is
// told at once.
(() => {
  'use strict';

  const PAUSE = 2000;

  // Asks for the page again, and puts what is new in the place of what stands there.
  async function look() {
    try {
      const answer = await fetch(document.getElementById('live').dataset.page, { headers: { Accept: 'text/html' }, redirect: 'error' });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.ok && fresh.getElementById('live')) {
        ['live', 'live-acts'].forEach((id) => {
          const place = document.getElementById(id);
          // Not under the hands of somebody who is on a link or a button in it.
          if (!place?.contains(document.activeElement)) {
            place?.replaceWith(fresh.getElementById(id) ?? '');
          }
        });
      }
    } catch {
      // The server is away for a moment, or the visit has ended: what stands here stays.
    }
  }

  // The server tells when there is something new, and nobody asks before that. A page that is not seen holds no line: a
  // browser has few of them for one server.
  let events;
  let address = '';

  function follow() {
    const { live, events: told } = document.getElementById('live')?.dataset ?? {};
    const wanted = live === 'true' && !document.hidden ? told : '';
    if (wanted !== address || events?.readyState === EventSource.CLOSED) {
      events?.close();
      events = wanted ? new EventSource(wanted) : undefined;
      events?.addEventListener('progress', lookAtNews);
      events?.addEventListener('error', tryLater);
      address = wanted;
    }
  }

  // A line that broke is mended by the browser; one that was refused is not.
  function tryLater() {
    if (events?.readyState === EventSource.CLOSED) {
      setTimeout(follow, PAUSE);
    }
  }

  // One look at a time, and another one when there was more news meanwhile.
  let looks = 0;

  async function lookAtNews() {
    looks += 1;
    if (looks === 1) {
      while (looks > 0) {
        const seen = looks;
        await look();
        looks -= seen;
      }
      follow();
    }
  }

  document.addEventListener('visibilitychange', follow);
  follow();

  document.querySelectorAll('input[type=file][data-limit]').forEach((field) => {
    field.addEventListener('change', () => {
      const tooLarge = [...field.files].some((file) => file.size > Number(field.dataset.limit));
      field.setCustomValidity(tooLarge ? field.dataset.tooLarge : '');
      field.reportValidity();
    });
  });
})();
