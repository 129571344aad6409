/** What is said back after an answer: dates, money and scores in words. */
import { asksHowToReach } from '../../dialogs/safety.ts';
import { addMonths, dayOf, isAfter } from '../plan/dates.ts';
import type { Fact, FactOf } from '../plan/facts.ts';
import type { Kept } from '../plan/kept.ts';
import { areOverMoneyOnly } from '../plan/papers.ts';
import { isQuestionId, type QuestionId, questions } from '../plan/questions/index.ts';
import type { Reply } from '../plan/replies.ts';
import type { DateValue, Money, People } from '../plan/values.ts';
import { wordsOf } from './in-passing.ts';
import { nowIn } from './language.ts';
import { named, namesIn } from './prompt.ts';
import { unreachable } from './script.ts';
import type { Tools } from './tools.ts';

export function heard(kept: Kept, facts: readonly Fact[], tools: Tools): Reply[] {
  const answers = facts.filter((fact) => fact.type === 'answered');
  return [...answers.flatMap((answer) => readBack(answer, kept, tools)), ...hardToReach(facts, kept, tools)];
}

/** A worry is passed on and nobody could come back to them about it, or they were asked how and gave no way. */
function hardToReach(facts: readonly Fact[], kept: Kept, tools: Tools): Reply[] {
  const raised = facts.find((fact) => fact.type === 'flagged' && ['now', 'same_day'].includes(fact.level));
  if (raised?.type === 'flagged' && !asksHowToReach.includes(raised.kind))
    return unreachable(kept, tools, raised.at, true);
  const gaveNone = facts.find(
    (fact) =>
      (fact.type === 'skipped' || (fact.type === 'answered' && fact.notes?.includes('none'))) &&
      fact.question === 'safety.contact_ok',
  );
  return gaveNone === undefined ? [] : unreachable(kept, tools, gaveNone.at, false);
}

function readBack({ question, value, at, notes = [] }: FactOf<'answered'>, kept: Kept, tools: Tools): Reply[] {
  if (!isQuestionId(question)) return [];
  const says: Reply[] = notes.includes('long_answer') ? [{ say: 'conversation.heard.long', waits: false }] : [];
  const { kind } = questions[question];
  if (question === 'goal.importance')
    return notes.includes('strong_words') || notes.includes('ordered')
      ? says
      : [...says, importance(value as number, kept)];
  if (question === 'goal.importance_check' && value === true) return [importance(1, kept)];
  if (question === 'decide.authority' && areOverMoneyOnly(value as string[]))
    says.push({ say: 'decide.authority.heard.money_only', with: namesIn(kept), waits: false });
  if (question === 'language.choice' && value === kept.lang) return [nowIn(kept.lang)];
  const own = `${question}.heard.${String(value)}`;
  if ((kind === 'choice' || kind === 'yes_no') && tools.has(own))
    says.push({ say: own, with: namesIn(kept), waits: false });
  const nobody = `${question}.heard_none`;
  if (kind === 'person' && (value as People).none === true && tools.has(nobody))
    says.push({ say: nobody, with: { ...namesIn(kept), ...tools.council(at) }, waits: false });
  if (kind === 'date' && (value as DateValue).precision !== 'unknown') {
    const key = tools.has(`${question}.heard`) ? `${question}.heard` : 'conversation.heard.date';
    says.push({ say: key, with: { when: { date: value as DateValue } }, waits: false });
    if (question === 'review.first' && isLate(value as DateValue, at, kept))
      says.push({ say: 'review.first.late', waits: false });
  }
  if (kind === 'money' && (value as Money).amount_pence !== undefined && !notes.includes('none')) {
    says.push({ say: 'conversation.heard.money', with: { money: { money: value as Money } }, waits: false });
  }
  return says.length === 0 && notes.includes('in_passing') && question !== 'comm.language'
    ? [inPassing(question, value, kept)]
    : says;
}

/** Later than a first review may be in England: within three months of the start. */
const isLate = ({ date }: DateValue, at: string, { nation }: Kept): boolean =>
  nation === 'england' && date !== undefined && isAfter(date, addMonths(dayOf(at), 3));

/** What was taken beside the answer: under which heading, and what. */
const inPassing = (question: QuestionId, value: unknown, kept: Kept): Reply => ({
  say: 'conversation.label_and_words',
  with: { label: named(kept, `${question}.short`), words: wordsOf(question, value, kept) },
  waits: false,
});

/** The score in words, so that a number given the wrong way round is noticed. */
function importance(score: number, kept: Kept): Reply {
  const band = score <= 3 ? 'top' : score <= 7 ? 'middle' : 'low';
  return { say: `goal.importance.heard.${band}`, with: { ...namesIn(kept), score }, waits: false };
}
