/**
 * Makes the talk live in a browser, over a page that works without it: nothing reloads, what is new is said once and in
 * order, and words typed while the line or the server is down are kept and sent again under the same message id.
 */
type Request = { body: unknown; action: string };
type Context = { sourceElement: Element; request: Request; response?: { status: number } };
type Task = { target: Element | string; fragment: DocumentFragment };
declare const htmx: { trigger(element: Element, event: string): void };

const named = (id: string) => document.getElementById(id);
const log = named('log');
const form = named('say') as HTMLFormElement | null;
const ask = named('ask');
const news = named('news');

for (const where of document.querySelectorAll<HTMLDetailsElement>('details.where'))
  where.open = window.matchMedia('(min-width: 72rem) and (min-height: 40rem)').matches;
if (log !== null && form !== null && ask !== null && news !== null) live(log, form, ask, news);

function live(log: HTMLElement, form: HTMLFormElement, ask: HTMLElement, news: HTMLElement): void {
  const unsent = keptIn('unsent');
  const trouble = named('trouble');
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waited = '';
  let shown = 0;

  const has = (turn: string) => [...log.children].some((one) => one.getAttribute('data-turn') === turn);
  const last = () => log.lastElementChild?.getAttribute('data-turn') ?? form.dataset.turn ?? '';
  const idOf = (body: string | null) => (body === null ? '' : (new URLSearchParams(body).get('id') ?? ''));

  const on = (event: string, then: (context: Context, event: Event & { detail: { tasks?: Task[] } }) => void) =>
    document.addEventListener(event, (heard) => {
      const detail = heard as CustomEvent<{ ctx: Context; tasks?: Task[] }>;
      then(detail.detail.ctx, detail);
    });

  on('htmx:config:request', (context) => {
    const body = unsent.read();
    if (context.sourceElement === form && body !== null) context.request.body = new URLSearchParams(body);
  });
  on('htmx:before:request', ({ sourceElement, request }, event) => {
    if (sourceElement === news) {
      if (waited !== '' && has(waited)) event.preventDefault();
      request.action = `/live?seen=${encodeURIComponent(last())}`;
    } else if (sourceElement === form && request.body instanceof URLSearchParams) {
      unsent.keep(String(request.body));
      request.body.set('seen', last());
    }
  });
  on('htmx:error', ({ sourceElement }) => sourceElement === form && tryLater());
  on('htmx:response:error', ({ sourceElement, response }) => {
    const status = response?.status ?? 0;
    if (sourceElement === form && (status >= 500 || status === 429)) tryLater();
    else if (status < 500 && status !== 429) {
      unsent.forget();
      location.reload();
    }
  });
  on('htmx:after:request', ({ sourceElement, response }) => {
    if (sourceElement === form && (response?.status ?? 500) < 400) saved();
  });
  on('htmx:before:swap', ({ sourceElement }, { detail }) => {
    shown = log.children.length;
    if (sourceElement === news && detail.tasks !== undefined) keepTyping(detail.tasks);
    // Else the focus would first go to what has the same name in the next question.
    if (sourceElement === form && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  on('htmx:after:swap', ({ sourceElement }) => {
    if (sourceElement === form) toTheQuestion();
  });

  function tryLater(): void {
    const wait = Math.min(15_000, 1000 * 2 ** tries) * (0.8 + Math.random() * 0.4);
    clearTimeout(timer);
    timer = setTimeout(again, wait);
    tries += 1;
    if (trouble === null || !trouble.hidden) return;
    trouble.hidden = false;
    const mine = ask.contains(document.activeElement) || document.activeElement === document.body;
    ask.inert = true;
    if (mine) trouble.focus();
    else named('heard')?.replaceChildren(trouble.querySelector('p')?.textContent ?? '');
  }

  function again(): void {
    clearTimeout(timer);
    if (unsent.read() !== null) form.requestSubmit();
  }

  function saved(): void {
    unsent.forget();
    // What was sent is no draft, should the page be loaded again now.
    const box = textBox(ask);
    if (box !== null) box.value = '';
    clearTimeout(timer);
    tries = 0;
    ask.inert = false;
    if (trouble !== null) trouble.hidden = true;
  }

  /** Somebody else wrote. What is half typed here stays; it moves along when the question did. */
  function keepTyping(tasks: Task[]): void {
    const at = tasks.findIndex(({ target }) => target === ask);
    const next = tasks[at]?.fragment;
    if (next === undefined) return;
    const slot = (within: ParentNode) => within.querySelector<HTMLInputElement>('[name=slot]')?.value;
    if (slot(next) === slot(ask)) {
      tasks.splice(at, 1);
      return;
    }
    const typed = textBox(ask)?.value ?? '';
    const box = textBox(next);
    if (typed === '' || box === null) return;
    if (box instanceof HTMLTextAreaElement) box.textContent = typed;
    else box.setAttribute('value', typed);
  }

  function toTheQuestion(): void {
    const wrong = ask.querySelector<HTMLElement>('.govuk-error-summary');
    const question = wrong ?? named('question');
    if (wrong !== null) wrong.tabIndex = -1;
    question?.focus({ preventScroll: true });
    // Reading goes on at what the person just said; after a button, at what was said to it.
    const fresh = [...log.children].slice(shown).filter((one) => one.matches('.message'));
    const next = fresh.find((one) => one.matches('.person')) ?? fresh[1];
    (wrong ?? next ?? question)?.scrollIntoView({ block: 'start' });
  }

  keepDraft(ask);
  if (has(idOf(unsent.read()))) unsent.forget();
  named('try-now')?.addEventListener('click', again);
  window.addEventListener('online', again);
  setTimeout(again, 50);

  listen((turn) => {
    if (turn === '' || turn === last() || has(turn) || turn === idOf(unsent.read())) return;
    waited = turn;
    htmx.trigger(news, 'news');
  }, news.dataset.events ?? '');
  oneAlone(ask);
  const mine = [...log.querySelectorAll('.message.person')].at(-1);
  if (location.hash === '') mine?.scrollIntoView({ block: 'start' });
}

/** Half typed words outlive a look at another page, for as long as the question is the same. */
function keepDraft(ask: HTMLElement): void {
  const draft = keptIn('draft');
  const slot = () => `${ask.querySelector<HTMLInputElement>('[name=slot]')?.value ?? ''}\n`;
  window.addEventListener('pagehide', () => {
    const typed = textBox(ask)?.value ?? '';
    if (typed !== '' && !document.documentElement.classList.contains('gone')) draft.keep(slot() + typed);
  });
  const box = textBox(ask);
  const kept = draft.read() ?? '';
  if (box !== null && box.value === '' && kept.startsWith(slot())) box.value = kept.slice(slot().length);
  draft.forget();
}

/** Server-sent events while the page is in sight: browsers allow few open connections to one place. */
function listen(heard: (turn: string) => void, path: string): void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };
  const begin = () => {
    stop();
    if (document.hidden) return;
    source = new EventSource(path);
    source.addEventListener('last', (event) => heard(event.data));
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(begin, 10_000);
    });
  };
  document.addEventListener('visibilitychange', begin);
  window.addEventListener('pagehide', stop);
  begin();
}

/** "None of these" takes the other ticks away, and they take it. */
function oneAlone(ask: HTMLElement): void {
  ask.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
    for (const other of ask.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
      if (other !== target && (target.dataset.alone !== undefined || other.dataset.alone !== undefined))
        other.checked = false;
  });
}

function textBox(within: ParentNode): HTMLInputElement | HTMLTextAreaElement | null {
  return within.querySelector<HTMLInputElement | HTMLTextAreaElement>('[name=text]');
}

/** Something kept for this tab only, gone when it is closed; on a shared device, when the page is left. */
function keptIn(name: string) {
  if (document.documentElement.dataset.device === 'shared') {
    let held: string | null = null;
    const keep = (value: string | null) => {
      held = value;
    };
    return { read: () => held, keep, forget: () => keep(null) };
  }
  return {
    read: () => sessionStorage.getItem(name),
    keep: (value: string) => sessionStorage.setItem(name, value),
    forget: () => sessionStorage.removeItem(name),
  };
}
