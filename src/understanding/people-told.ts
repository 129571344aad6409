/** What is told of somebody, and reasons and conditions: those who are named there are not meant. */
import { goAside, leadsTo, length, longOpening, type Walk } from './people-walk.ts';

/** What is told of the one just mentioned, and reasons: those named there are not meant. */
export function aside(walk: Walk): boolean {
  const taken = length(walk, 'asides');
  const previous = walk.mentioned.at(-1);
  const isAttached = previous !== undefined && previous.to === walk.at && walk.said[walk.at]?.gap === '';
  if (walk.aside && resumed(walk)) return true;
  const lead = walk.aside ? 0 : opensMention(walk);
  if (lead > 0) {
    walk.at += lead;
    return true;
  }
  if (isHelpFrom(walk)) return joinsHelp(walk);
  // "Pritpal, from the disability team".
  if (previous?.to === walk.at && !walk.aside && walk.plain[walk.at] === 'from') return goAside(walk, 1);
  if (isAttached && length(walk, 'prepositions') > 0) return goAside(walk, length(walk, 'prepositions'));
  if (taken > 0 && (previous !== undefined || startsAside(walk))) return goAside(walk, taken);
  return false;
}

/** "The nurses, with a bit of help from our Lesley": she is one of them. */
const isHelpFrom = ({ plain, at }: Walk): boolean =>
  ['from', 'fae', 'frae'].includes(plain[at] ?? '') &&
  plain[at - 1] === 'help' &&
  plain.slice(Math.max(0, at - 6), at).some((word) => word === 'with' || word === 'wi');

function joinsHelp(walk: Walk): boolean {
  walk.aside = false;
  walk.opens = true;
  walk.after += ' and ';
  walk.at += 1;
  return true;
}

/** "... its my neighbour Joyce": what was told is over. */
function resumed(walk: Walk): boolean {
  const taken = Math.max(length(walk, 'resumes'), longOpening(walk));
  if (taken === 0 || leadsTo(walk, walk.at + taken) === undefined) return false;
  walk.at += taken;
  walk.aside = false;
  walk.opens = true;
  return true;
}

/** "It's my son now", after a full stop. */
function opensMention(walk: Walk): number {
  const taken = Math.max(length(walk, 'resumes'), longOpening(walk));
  return walk.opens && taken > 0 && leadsTo(walk, walk.at + taken) !== undefined ? taken : 0;
}

const startsAside = (walk: Walk): boolean =>
  [
    'if',
    'because',
    'cos',
    'since',
    'as',
    'when',
    'while',
    'unless',
    'failing',
    'after',
    'than',
    'she',
    'he',
    'they',
    'shes',
    'hes',
    'theyre',
    'him',
    'them',
  ].includes(walk.plain[walk.at] ?? '') &&
  !/^(?:after|besides) (?:her|him|them|that|my)/.test(walk.plain.slice(walk.at, walk.at + 2).join(' '));

/** "... but my sister is taking over". */
function succeeds(walk: Walk): boolean {
  const taken = length(walk, 'succeeds');
  const last = walk.mentioned.findLastIndex((one) => !one.aside);
  const one = walk.mentioned[last];
  if (taken === 0 || one === undefined || last === 0 || !/but|,|\.|so|though/.test(one.after)) return false;
  walk.mentioned[last] = { ...one, concludes: true };
  return goAside(walk, taken);
}

/** "My wife used to", "my husband died": not any more. */
export function pastVerb(walk: Walk): boolean {
  const taken = length(walk, 'afterBefore');
  if (succeeds(walk)) return true;
  const last = walk.mentioned.length - 1;
  const one = walk.mentioned[last];
  if (taken === 0 || one === undefined || one.aside) return false;
  const isOfThem =
    ['he', 'she', 'hes', 'shes', 'has', 'have'].includes(walk.plain[walk.at - 1] ?? '') && walk.at - one.to < 4;
  if (isOfThem || one.to === walk.at || walk.plain[one.to] === 'has' || walk.plain[one.to] === 'have')
    walk.mentioned[last] = { ...one, refused: true, bare: false };
  return goAside(walk, taken);
}
