/**
 * Golden conversations, as people can review them. `> words` is said, `< words` is replied; `> (Mr Bashir) words` is a
 * worker's, `> (helper Ann) words` a helper's; `~ 26 hours later` is a break, after which the talk is read from the store;
 * `~ 26 hours later, in teams, with a return sheet` is one after which they come back on another device, with a code;
 * `# now: ...` lines set the scene; `=` lines say what must then be in the plan: `= path = JSON`, `= path has "words"`,
 * `= path lacks "words"`.
 */
import { openTalk } from './open.ts';

/** The conversation again, from what was said in it: as it goes today, and what became of it. */
export async function replay(written: string) {
  const lines = written.split('\n');
  const talk = await openTalk(sceneOf(lines));
  for (const line of lines) {
    if (line.startsWith('> ')) await talk.say(inputOf(line.slice(2)));
    if (line.startsWith('~ ')) await pause(talk, line);
  }
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark));
  const parts = [marked('# ').join('\n'), talk.transcript().trim(), marked('= ').join('\n')];
  return { text: `${parts.filter(Boolean).join('\n\n')}\n`, outcome: await talk.end() };
}

/** The same, but where other questions are asked now: each of the lines is said at the question it answered. */
export async function retell(written: string) {
  const lines = written.split('\n');
  const talk = await openTalk(sceneOf(lines));
  const put = putIn(lines);
  let asked = questionIn(talk.opening);
  for (let place = 0; place < put.length; ) {
    const next = put.slice(place).findIndex((one) => one.at === asked);
    const found = next < 0 ? undefined : put[place + next];
    for (const line of found?.after ?? []) await pause(talk, line);
    const said = found === undefined ? { say: asked.startsWith('safety.') ? 'carry on' : 'skip' } : inputOf(found.line);
    const before = asked;
    asked = questionIn(await talk.say(said));
    if (found !== undefined) place += next + 1;
    else if (asked === before || asked === '') break;
  }
  return talk.transcript();
}

/** A break as it is written: with another device behind it, or not. */
async function pause(talk: Awaited<ReturnType<typeof openTalk>>, line: string): Promise<void> {
  const [, hours, where] = /^~ (\d+) hours later(?:, in (webchat|teams), with a return sheet)?$/.exec(line) ?? [];
  if (hours === undefined) throw new Error(`This is no break: ${line}`);
  if (where === undefined) talk.later(Number(hours));
  else await talk.laterElsewhere(Number(hours), where as 'webchat' | 'teams');
}

const questionIn = (messages: readonly { question: string | null; waits: boolean }[]) =>
  messages.findLast((message) => message.waits)?.question ?? '';

/** What was put in, with the question it was put in at, and the breaks before it. */
function putIn(lines: readonly string[]) {
  const put: { line: string; at: string; after: string[] }[] = [];
  let at = '';
  let after: string[] = [];
  for (const line of lines) {
    at = /^< \[([\w.]+)\] /.exec(line)?.[1] ?? at;
    if (line.startsWith('~ ')) after.push(line);
    if (!line.startsWith('> ')) continue;
    put.push({ line: line.slice(2), at, after });
    after = [];
  }
  return put;
}

export interface Claim {
  readonly path: string;
  readonly is: '=' | 'has' | 'lacks';
  readonly value: unknown;
}

/** What the `=` lines of a conversation say. */
export function claimsIn(written: string): Claim[] {
  return written.split('\n').flatMap((line) => {
    const found = /^= (\S+) (=|has|lacks) (.*)$/.exec(line);
    return found === null
      ? []
      : [{ path: found[1] ?? '', is: found[2] as Claim['is'], value: JSON.parse(found[3] ?? 'null') }];
  });
}

/** `plan.goals[0].what`, `checks[C3].state`; `length` of a list. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((within, name) => {
      if (Array.isArray(within)) {
        if (name === 'length') return within.length;
        return /^\d+$/.test(name) ? within[Number(name)] : within.find((one) => isCalled(one, name));
      }
      return (within as Record<string, unknown> | null | undefined)?.[name];
    }, value);
}

const isCalled = (one: { id?: string; kind?: string; topic?: string }, name: string) =>
  [one.id, one.kind, one.topic].includes(name);

function sceneOf(lines: readonly string[]) {
  const scene = Object.fromEntries(
    lines.filter((line) => line.startsWith('# ')).map((line) => /^# (\w+): (.*)$/.exec(line)?.slice(1) ?? []),
  );
  const read = (name: string) => (scene[name] === undefined ? {} : { [name]: JSON.parse(scene[name]) });
  return { ...scene, ...read('record'), ...read('council') };
}

function inputOf(said: string): unknown {
  const [, author, words = said] = /^\(([^)]+)\) (.*)$/.exec(said) ?? [];
  if (author === undefined) return { say: words };
  const helper = author.startsWith('helper ');
  return { say: words, by: { role: helper ? 'helper' : 'worker', name: helper ? author.slice(7) : author } };
}
