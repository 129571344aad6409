/** Somebody who comes without a browser: keeps cookies, reads pages, sends their forms. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

export type Visitor = ReturnType<typeof visitor>;

export function visitor(origin: string, jar = new Map<string, string>()) {
  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...(init.headers as object) };
    const response = await fetch(origin + path, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      if (rest.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    return { status: response.status, headers: response.headers, html: await response.text() };
  }

  const get = (path: string) => send(path);
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers });

  /** Presses Start and returns the first question's page. */
  async function start(): Promise<Answer> {
    const hello = await get('/');
    await post('/start', { token: hidden(hello, 'token') });
    return get('/');
  }

  /** Answers the question on this page, and returns the next one. */
  async function answer(page: Answer, fields: Record<string, string>): Promise<Answer> {
    const sent = await post('/say', { ...formOn(page), ...fields });
    return sent.status === 303 ? get('/') : sent;
  }

  /** As far as this question, by taking what is offered first and typing a few words where nothing is. */
  async function upTo(question: string): Promise<Answer> {
    let page = await start();
    for (let at = 0; at < 40 && !slotOn(page).startsWith(question); at += 1)
      page = await answer(page, easyAnswer(page));
    if (!slotOn(page).startsWith(question)) throw new Error(`${question} was not reached, but ${slotOn(page)}`);
    return page;
  }

  return { get, post, start, answer, upTo, jar };
}

export const hidden = ({ html }: Answer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
/** The plan that somebody's cookie opens. */
export const planOf = ({ jar }: Visitor): string => (jar.get('talk') ?? '').split('.')[0] ?? '';

export const slotOn = (page: Answer): string => hidden(page, 'slot');
export const formOn = (page: Answer) => {
  const form = { ...page, html: page.html.slice(page.html.indexOf('id="ask"')) };
  return { id: hidden(form, 'id'), token: hidden(form, 'token'), slot: hidden(form, 'slot') };
};

const typed: Record<string, string> = {
  'who.call_me': 'Margaret',
  'who.details': 'Margaret Smith',
  'who.birth_date': '3 May 1941',
  'who.partner': 'Fran Lee, my social worker',
};

function easyAnswer(page: Answer): Record<string, string> {
  const offered = /name="choice" type="(?:radio|checkbox)" value="([^"]*)"/.exec(page.html)?.[1];
  const text = typed[slotOn(page)];
  if (text !== undefined) return { text };
  return offered === undefined ? { text: 'It helps me to feel well' } : { choice: offered };
}
