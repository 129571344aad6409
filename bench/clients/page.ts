/** Talks through our own page: with its script, as htmx posts a form; or without, as a browser posts and then follows. */
import { randomUUID } from 'node:crypto';
import { slotOf } from '../../src/plan/kept.ts';
import { ask, expectStatus } from '../http.ts';
import type { Step } from '../script.ts';
import type { Client, Known } from './client.ts';

export const livePage: Client = async (url, known) => openPage(url, true, known && cookieOf(known));
export const plainPage: Client = async (url, known) => openPage(url, false, known && cookieOf(known));

const cookieOf = ({ plan, secret }: Known) => `talk=${plan}.${secret}`;

/** What every browser of today says it takes. */
const browser = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' };

async function openPage(url: string, live: boolean, mine: string | undefined) {
  const cookie = mine ?? (await begin(url));
  const talk = await show(url, { cookie });
  const token = tokenIn(talk);
  let seen = [...talk.matchAll(/data-turn="([^"]*)"/g)].at(-1)?.[1] ?? '';
  return {
    async say(step: Step) {
      const id = randomUUID();
      const fields = { ...fieldsOf(step), id, token, ...(live ? { seen } : {}) };
      const answered = await post(url, '/say', fields, live ? { cookie, 'hx-request': 'true' } : { cookie });
      expectStatus(answered, live ? 200 : 303);
      if (live && answered.body.length === 0) throw new Error('the page lost its place');
      if (!live) expectStatus(await ask(`${url}/`, { headers: { ...browser, cookie } }), 200);
      seen = id;
    },
    end: () => undefined,
  };
}

async function begin(url: string): Promise<string> {
  const begun = await post(url, '/start', { token: tokenIn(await show(url, {})) }, {});
  expectStatus(begun, 303);
  return (
    [begun.headers['set-cookie'] ?? []]
      .flat()
      .find((one) => one.startsWith('talk='))
      ?.split(';')[0] ?? ''
  );
}

const fieldsOf = ({ question, item, said }: Step): Record<string, string | readonly string[]> => ({
  slot: slotOf(question, item),
  ...('pick' in said ? { choice: said.pick } : { text: said.text }),
});

async function show(url: string, headers: Record<string, string>): Promise<string> {
  const answered = await ask(`${url}/`, { headers: { accept: 'text/html', ...headers } });
  expectStatus(answered, 200);
  return answered.body.toString();
}

function post(
  url: string,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string>,
) {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return ask(`${url}${path}`, { method: 'POST', headers: { ...browser, ...type, ...headers } }, form.toString());
}

const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
