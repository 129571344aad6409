import { restingAt } from '../../src/conversation/position.ts';
import { slotOf } from '../../src/plan/kept.ts';
import { questions } from '../../src/plan/questions/index.ts';
import { saidFor, samplesAt } from '../dialogs/samples.ts';
import { type Held, say } from '../dialogs/world.ts';

export type { Held };

/** Where a talk rests: a slot, or how it stands when nothing is asked. */
export function slotAt({ position }: Held): string {
  const resting = restingAt(position);
  return resting === null ? position.context.kept.state : slotOf(resting.question, resting.item);
}

/** Leaves empty whatever may be left empty, says yes to going on and to sending; with how many turns that took. */
export function finished(begun: Held): Held & { turns: number } {
  let held = begun;
  for (let turns = 0; turns < 1_000; turns += 1) {
    const { kept } = held.position.context;
    if (kept.state === 'declined' || (kept.sentAt !== null && slotAt(held) === 'check.sent')) return { ...held, turns };
    held = next(held);
  }
  throw new Error(`The talk does not end, but goes round at ${slotAt(held)}.`);
}

function next(held: Held): Held {
  const resting = restingAt(held.position);
  if (resting === null) return say(held, { pick: { question: 'nav.resume', options: ['carry_on'] } });
  const { question } = resting;
  const samples = samplesAt(held.position, resting);
  const right = (value: unknown) => samples.find((sample) => sample.value === value) ?? samples[0];
  const sample =
    question === 'privacy.go_on'
      ? right(true)
      : question === 'check.send'
        ? right('yes')
        : question.startsWith('safety.')
          ? right('carry_on')
          : samples[0];
  if (questions[question].skip && question !== 'check.send' && !question.startsWith('safety.'))
    return say(held, { command: 'skip' });
  if (sample === undefined) throw new Error(`There is nothing to say to ${question}.`);
  return say(
    held,
    question === 'who.too_young' ? { pick: { question, options: ['change_date'] } } : saidFor(sample, resting),
  );
}
