/**
 * On a device that others may use: the talk says while it is open, closes itself after a time, and shows nothing once it
 * was left. And the small things of codes: filling in a scanned one, printing one.
 */
const root = document.documentElement;
const device = root.dataset.device;

// From now on this script keeps the time, not the style sheet.
root.classList.add('scripted');

if (device === undefined) sessionStorage.clear();
else if (device !== 'own') {
  sayOpen();
  hideWhenLeft();
  closeInTime();
}
if (device === 'shared') sessionStorage.clear();
scanned();
printing();
helping();

/** A cookie that lasts seconds. A browser that brings a closed page back does not have it, and gets the first page. */
function sayOpen(): void {
  const keep = (name: string, age: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: it must be set before the next request goes out.
    document.cookie = `${name}=1; path=/${age}; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`;
  };
  const open = () => keep('here', '; max-age=120');
  keep('script', '');
  open();
  setInterval(open, 8_000);
  for (const event of ['visibilitychange', 'pointerdown', 'keydown']) document.addEventListener(event, open);
  window.addEventListener('pageshow', open);
  window.addEventListener('pagehide', () => keep('here', '; max-age=20'));
}

/** The browser's way back finds an empty page, which asks the server what may be shown. */
function hideWhenLeft(): void {
  window.addEventListener('pagehide', () => root.classList.add('gone'));
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

/** Typing counts as being there, and so does another tab. The warning takes no focus: typed words go where they went. */
function closeInTime(): void {
  const warning = document.getElementById('closing');
  const form = document.getElementById('close');
  if (warning === null || !(form instanceof HTMLFormElement)) return;
  const others = new BroadcastChannel('here');
  const [warns, closes] = [Number(warning.dataset.warns), Number(warning.dataset.closes)];
  const token = form.querySelector<HTMLInputElement>('[name=token]')?.value ?? '';
  let last = Date.now();
  let told = last;
  const stay = () => {
    last = Date.now();
    warning.hidden = true;
  };
  const tell = () => {
    told = last;
    others.postMessage('');
    void fetch('/still-here', {
      method: 'POST',
      body: new URLSearchParams({ token }),
      headers: { 'HX-Request': 'true' },
    })
      .then(({ status }) => {
        if (status === 410 || status === 403) location.reload();
      })
      .catch(() => undefined);
  };
  for (const event of ['keydown', 'input', 'pointerdown']) document.addEventListener(event, stay);
  document.getElementById('go-on')?.addEventListener('click', tell);
  others.addEventListener('message', () => {
    stay();
    told = last;
  });
  const clock = setInterval(() => {
    const idle = Date.now() - last;
    if (idle >= closes) {
      clearInterval(clock);
      root.classList.add('gone');
      form.submit();
    } else if (last > told && Date.now() - told > 30_000) tell();
    else if (idle >= warns && warning.hidden) warning.hidden = false;
  }, 1000);
}

/** A scanned code stands after the "#", where no server sees it. It is put into the boxes and taken out of the address. */
function scanned(): void {
  const reference = document.querySelector<HTMLInputElement>('#code [name=reference]');
  const words = document.querySelector<HTMLTextAreaElement>('#code [name=words]');
  const fill = () => {
    const [first = '', ...rest] = location.hash.slice(1).split('.');
    if (reference === null || words === null || rest.length === 0) return;
    reference.value = first;
    words.value = rest.join('\n');
    history.replaceState(null, '', location.pathname);
    document.querySelector<HTMLElement>('#code button')?.focus();
  };
  fill();
  window.addEventListener('hashchange', fill);
}

function printing(): void {
  // What is folded is on the paper too, in browsers whose style sheets cannot open it.
  const folded = () => document.querySelectorAll<HTMLDetailsElement>('.fold:not([open])');
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...folded()];
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
  const button = document.getElementById('print');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** A helper's page is emptied as soon as the person ends it. */
function helping(): void {
  const path = document.getElementById('helping')?.dataset.events;
  if (path === undefined) return;
  hideWhenLeft();
  const source = new EventSource(path);
  source.addEventListener('ended', () => {
    root.classList.add('gone');
    location.reload();
  });
  window.addEventListener('pagehide', () => source.close());
}
