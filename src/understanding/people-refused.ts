/** Whom a message refuses, and whether it says that there is nobody. */
import { mentionAt } from './mention.ts';
import { isCapital } from './name-parts.ts';
import { goAside, length, type Walk } from './people-walk.ts';

export function refusal(walk: Walk): boolean {
  const spared = length(walk, 'notRefusing');
  const taken = Math.max(length(walk, 'refusals'), leavesOut(walk));
  const accepting = length(walk, 'accepting');
  if (accepting >= taken && accepting > 0 && walk.mentioned.length >= 0 && !walk.aside) {
    walk.accepted = true;
    if (spared <= accepting && !/^(?:only |i want|id like)/.test(walk.plain.slice(walk.at, walk.at + 2).join(' '))) {
      walk.at += accepting;
      return true;
    }
  }
  if (spared >= taken && spared > 0 && !isOfSomebody(walk, spared)) {
    walk.at += spared;
    return true;
  }
  if (taken === 0 || (walk.aside && taken === 1 && walk.plain[walk.at] !== 'except')) return false;
  const excepts = length(walk, 'exceptions') > 0;
  const wasVague = walk.mentioned.at(-1);
  // "Nobody except my sister", "I don't want anyone but Pat": just the one.
  if (excepts && (walk.nobody || (wasVague?.vague === true && wasVague.refused))) {
    walk.refused = false;
    walk.nobody = false;
    walk.mentioned = walk.mentioned.filter((one) => one.vague !== true);
  } else {
    walk.refused = true;
    walk.bare = ['not', 'except', 'but not'].includes(walk.plain[walk.at] ?? '') && taken === 1;
  }
  walk.accepted = false;
  walk.at += taken;
  // "... and I'd rather not": of whom, is not said.
  if (walk.at >= walk.said.length && taken > 1) walk.unexplained.push(walk.plain.slice(walk.at - taken).join(' '));
  walk.aside = false;
  walk.opens = true;
  return takesBack(walk);
}

/** "Not that Karen". */
const isOfSomebody = ({ plain, at, said }: Walk, spared: number): boolean =>
  plain[at + 1] === 'that' && spared === 2 && isCapital(said[at + 2]) && said[at + 2]?.gap === '';

/** "... so not him": the one before. "My brother, not the one in Leeds, Graham": his name is to come. */
function takesBack(walk: Walk): boolean {
  const last = walk.mentioned.findLastIndex((one) => !one.aside);
  const one = walk.mentioned[last];
  const isTheOne = walk.plain[walk.at] === 'the' && walk.plain[walk.at + 1] === 'one';
  const isOther =
    walk.plain[walk.at] === 'that' && isCapital(walk.said[walk.at + 1]) && walk.said[walk.at + 1]?.gap === '';
  if (one === undefined || isOther || !(isTheOne || ['him', 'her', 'them', 'that'].includes(walk.plain[walk.at] ?? '')))
    return true;
  if (walk.plain[walk.at] === 'her' && mentionAt(walk.said, walk.at, false, walk.words) !== undefined) return true;
  if (isTheOne) walk.awaits = true;
  else walk.mentioned[last] = { ...one, refused: true, bare: false };
  return goAside(walk, 1);
}

/** "Leave my brother out of it". */
function leavesOut({ at, plain }: Walk): number {
  const isLeaving = ['leave', 'leaving', 'kept', 'cut', 'count', 'keep'].includes(plain[at] ?? '');
  return isLeaving && plain.slice(at + 2, at + 8).includes('out') ? 1 : 0;
}

export function nobody(walk: Walk): boolean {
  const taken = length(walk, 'nobody');
  if (taken > 0) {
    walk.nobody = true;
    walk.at += taken;
    const except = length(walk, 'exceptions');
    if (except === 0) return true;
    walk.nobody = false;
    walk.refused = false;
    walk.at += except;
    walk.opens = true;
    return true;
  }
  const alone = length(walk, 'alone');
  if (alone === 0) return false;
  walk.alone = true;
  walk.at += alone;
  return true;
}

/** "Dr Amin, yes. The council, no", "Alan is fine": each has a word of their own. */
export function verdict(walk: Walk): boolean {
  const last = walk.mentioned.length - 1;
  const one = walk.mentioned[last];
  if (one === undefined || walk.aside) return false;
  const accepts = one.to === walk.at && walk.said[walk.at]?.gap === '' ? length(walk, 'acceptedAfter') : 0;
  if (accepts > 0) {
    walk.mentioned[last] = { ...one, accepted: true };
    return goAside(walk, accepts);
  }
  const next = walk.said[walk.at + 1];
  const ends = next === undefined || /[.;]/.test(next.gap);
  const isNo = walk.plain[walk.at] === 'no' && walk.said[walk.at]?.gap === ',' && one.to === walk.at && ends;
  if (!isNo || !walk.plain.includes('yes')) return false;
  walk.mentioned[last] = { ...one, refused: true, bare: false };
  walk.at += 1;
  return true;
}
