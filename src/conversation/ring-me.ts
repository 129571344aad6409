/** "Please ring me": kept for the council with when and how it is safe, and said back. */
import type { Event, Stamp } from '../dialog/index.ts';
import type { CallBack } from '../plan/facts.ts';
import type { Filling, Reply } from '../plan/replies.ts';
import { inDanger } from './danger.ts';
import type { Decision } from './decision.ts';
import { isNotRead, notReadEither } from './not-read.ts';
import type { Position } from './position.ts';
import type { Tools } from './tools.ts';

/** Words about harm go to a flag and nowhere else; that somebody is to ring, where and when is kept all the same. */
export function ringMe(before: Position, asked: CallBack, tools: Tools, stamp: Stamp): Decision {
  const danger = tools.danger(asked.words, before.context.kept.lang);
  if (danger === null) {
    const decision = { events: [noted(asked, stamp)], says: saidBack(asked) };
    return isNotRead(before, asked.words, tools)
      ? notReadEither(decision, before, asked.words, tools, stamp)
      : decision;
  }
  const harm = inDanger(before, asked.words, { ...danger, rest: null }, tools, stamp);
  const clean = { ...asked, words: '' };
  return { ...harm, events: [noted(clean, stamp), ...harm.events], says: [...harm.says, ...saidBack(clean)] };
}

const noted = ({ words, ...parts }: CallBack, stamp: Stamp): Event => ({
  type: 'NOTE',
  stamp,
  facts: [{ type: 'call_back', ...stamp, said: words, ...parts }],
});

function saidBack({ phone, when, safe, words }: CallBack): Reply[] {
  const said = (key: string, fillings: Record<string, Filling> = {}): Reply => ({
    say: `returning.call.${key}`,
    with: fillings,
    waits: false,
  });
  const times = when.map((time): Filling => ({ key: `returning.call.when.${time}` }));
  return [
    times.length === 0 ? said('noted', { phone }) : said('noted_when', { phone, when: { list: times } }),
    ...safe.map((care) => said(`care.${care}`)),
    ...(words === '' ? [] : [said('words', { words })]),
  ];
}
