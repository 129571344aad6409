/** Somebody is mentioned, and how. */
import { mentionAt } from './mention.ts';
import type { Mention } from './mention-made.ts';
import { isCapital } from './name-parts.ts';
import type { Walk } from './people-walk.ts';
import { peopleAt, peoplePhrases } from './people-words.ts';

export function mention(walk: Walk): boolean {
  const found = besides(walk) ?? mentionAt(walk.said, walk.at, walk.opens, walk.words);
  if (found === undefined) return false;
  const from = walk.at;
  if (walk.aside && endsCondition(walk, found)) walk.aside = false;
  if (isBetween(walk, found) || isHalfAWord(walk, found)) return false;
  if (isPet(walk, found)) return true;
  const last = walk.mentioned.at(-1);
  if (last?.weak === true && !walk.after.includes('and') && walk.plain[from - 1] !== 'with') walk.mentioned.pop();
  if (last !== undefined && found.weak === true && /,/.test(walk.after) && !last.refused) return false;
  // "She's a social worker" says what she is.
  const isKind = walk.describes && found.vague === true && found.link !== undefined;
  walk.mentioned.push({
    ...found,
    ...(isKind ? { vague: false, name: found.link } : {}),
    refused: walk.refused,
    bare: walk.bare,
    accepted: walk.accepted,
    past: walk.past,
    corrects: walk.corrects,
    concludes: walk.concludes,
    describes: walk.describes || (walk.awaits && !walk.aside),
    aside: walk.aside,
    after: walk.after.trim(),
    marks: walk.aside ? [] : walk.waiting,
  });
  walk.askedAside = walk.aside && !walk.placed;
  if (!walk.aside) {
    walk.waiting = [];
    walk.corrects = false;
    walk.concludes = false;
    walk.describes = false;
    walk.awaits = false;
    walk.past = false;
  }
  walk.after = '';
  walk.opens = false;
  walk.at = found.to;
  // "Whoever the agency sends".
  if (found.vague === true && /^(?:who|which|any)/.test(walk.plain[from] ?? '')) walk.aside = true;
  return true;
}

/** "My cat Tigger": the name is nobody's. */
function isPet(walk: Walk, found: Mention): boolean {
  const isOne = found.hasName && walk.said[walk.at]?.gap === '' && peopleAt(walk.plain, walk.at - 1, 'pets') > 0;
  if (isOne) walk.at = found.to;
  return isOne;
}

/** "Tariq and I will share it". */
function besides({ at, plain, said, mentioned }: Walk): Mention | undefined {
  const isI = plain[at] === 'i' && ['and', 'n'].includes(plain[at - 1] ?? '') && said[at]?.gap === '';
  const next = said[at + 1];
  const shares =
    next === undefined ||
    next.gap !== '' ||
    ['will', 'both', 'together', 'share', 'do', 'are', 'can'].includes(next.word);
  return isI && shares && mentioned.at(-1)?.to === at - 1
    ? { to: at + 1, name: 'I', hasName: false, self: true }
    : undefined;
}

/** "If there's no answer my niece": whom the condition leads to. "If my son is away" and "if you can't get Pat" do not. */
function endsCondition(walk: Walk, found: Mention): boolean {
  const before = walk.plain[walk.at - 1] ?? '';
  const isOwn = ['my', 'our', 'me', 'mi'].includes(walk.plain[walk.at] ?? '') || found.hasName;
  return (
    walk.condition >= 0 && walk.at > walk.condition + 1 && isOwn && !peoplePhrases('conditionObjects').exact.has(before)
  );
}

/** "I'd hope ...": a name that is a word too stands where a clause begins. */
function isHalfAWord({ at, said, plain, after, describes }: Walk, found: Mention): boolean {
  const word = said[at];
  if (
    word === undefined ||
    describes ||
    found.to > at + 2 ||
    isCapital(word) ||
    !peoplePhrases('notNamesSmall').exact.has(word.word)
  )
    return false;
  const begins =
    at === 0 ||
    word.gap !== '' ||
    / $/.test(after) ||
    ['and', 'n', 'or', 'ring', 'call', 'ask'].includes(plain[at - 1] ?? '');
  return !begins;
}

/** "Tell me", "helps me": not the person as the one to be named. */
function isBetween(walk: Walk, found: Mention): boolean {
  if (found.self !== true || walk.plain[walk.at] !== 'me') return false;
  const begins = walk.at === 0 || walk.said[walk.at]?.gap !== '';
  return !(walk.opens && (begins || peopleAt(walk.plain, walk.at - 1, 'beforeMe') > 0));
}
