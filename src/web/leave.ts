/** Leave this page: hidden at once, by the link, by Escape three times or as an answer. The talk stays hidden until it is asked for. */
leaving();

function leaving(): void {
  const link = document.getElementById('leave');
  if (!(link instanceof HTMLAnchorElement)) return;
  const away = () => /(^|; )away=1/.test(document.cookie);
  const leave = () => {
    document.documentElement.classList.add('gone');
    document.title = ' ';
    sessionStorage.clear();
    if (link.dataset.talk !== undefined)
      // biome-ignore lint/suspicious/noDocumentCookie: it must be set before the page is left, and cookieStore answers later.
      document.cookie = `away=1; path=/; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
    const close = document.getElementById('close');
    if (close instanceof HTMLFormElement && close.dataset.leaves !== undefined) sendOnTheWay(close);
    location.replace(link.dataset.exit ?? link.href);
  };
  for (const keys of link.querySelectorAll<HTMLElement>('.keys')) keys.hidden = false;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  // Tapped as an answer, it waits for no server either.
  const say = document.getElementById('say');
  const answered = (event: Event) => {
    if (!(say instanceof HTMLFormElement) || !new FormData(say).getAll('choice').includes('leave_now')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sendOnTheWay(say);
    leave();
  };
  say?.addEventListener('submit', answered, { capture: true });
  let pressed: number[] = [];
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    pressed = key === 'Escape' ? [...pressed.filter((time) => timeStamp - time < 3000), timeStamp] : [];
    if (pressed.length >= 3) leave();
  });
  // The browser's own way back must not show what was left.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && away()) location.reload();
  });
}

/** Sends a form without waiting to hear of it. */
function sendOnTheWay(form: HTMLFormElement): void {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  navigator.sendBeacon(form.action, new URLSearchParams(fields));
}
