/** Mrs Smith's talk of the worked example, as it was heard and understood: at home on Monday, with Mr Bashir on Thursday. */
import type { Author } from '../../src/plan/facts.ts';
import { people, Talk } from './facts.ts';

const bashir: Author = { role: 'worker', name: 'Mr Bashir' };
const g1 = { item: 'g1' };
const a1 = { item: 'a1', parent: 'g1' };

export const now = '2026-11-26T15:00:00.000Z';
export const health =
  'Im overweight, my blood pressure is high and ive been a bit low. Its mild the doctor says. the weight gets me down if im honest';

function atHome(): Talk {
  return new Talk({ at: '2026-11-23T10:00:00.000Z' })
    .told('welcome.hello')
    .answer('privacy.alone', 'alone', { said: 'just me and a cuppa' })
    .told('privacy.notice', 'demo-1')
    .answer('privacy.go_on', true, { said: 'yes fine' })
    .answer('privacy.save', true, { said: 'Yes please I might not get it all done' })
    .answer('who.plan_for', 'me')
    .answer('who.call_me', 'Mrs Smith', { said: 'Mrs Smith will do nicely' })
    .answer('who.partner', people({ name: 'Mr Bashir' }), { said: 'Mr Bashir at the surgery' })
    .answer('decide.own', 'yes', { said: 'I certainly do' })
    .answer('comm.format', ['large_print'], { said: 'large print if you can. my eyes are not what they were' })
    .answer('comm.print_size', '18')
    .answer('prepare.pick', ['enjoy', 'health'], { said: 'the enjoy one and the health one' })
    .answer('topic.enjoy', 'My grandchildren! and a walk. I used to walk miles')
    .answer('topic.health', health)
    .answer('topic.matters_most', 'The grandchildren. Feeling like me again. Family.')
    .answer('pause.offer', 'later', { said: "yes I'll do the rest with Mr Bashir on Thursday" })
    .add({ type: 'paused' });
}

function goal(talk: Talk): Talk {
  return talk
    .answer('goal.what', 'I want to lose half a stone or so.', g1)
    .answer(
      'goal.difference',
      "It gets me down. My nice clothes don't fit any more and I can't keep up with the grandchildren.",
      g1,
    )
    .answer(
      'goal.spur',
      "There's a family wedding in six months. I've a favourite outfit and I'd love to get back into it!",
      g1,
    )
    .answer('goal.start_point', "I don't get out much. The zip won't do up.", g1)
    .answer('goal.sign', 'When the zip does up 😄', g1)
    .answer('goal.manageable', 'yes', { ...g1, said: 'Half a stone, yes. More would be daft.' })
    .answer(
      'goal.by_when',
      { said: 'family wedding in six months', precision: 'month', date: '2027-05-26', event: 'family wedding' },
      { ...g1, said: 'yes' },
    )
    .answer('goal.importance', 10, { ...g1, said: "Ooh, ten. It's really important.", notes: ['strong_words'] })
    .answer('goal.importance_check', true, { ...g1, said: 'Oh I see. Yes, 1.' });
}

function action(talk: Talk): Talk {
  return talk
    .answer('action.what', 'Start doing some exercise.', a1)
    .answer('action.kind', 'I enjoy walking.', a1)
    .answer('action.not_suit', "A gym. I'd feel awkward in one.", a1)
    .answer('action.also_matters', "Yes, I'd like to meet some new faces.", a1)
    .answer('action.who_helps', 'My daughter was on about a walking group near here. That might be just the thing.', a1)
    .answer('action.suggestion', 'yes', { ...a1, said: 'Yes please.' })
    .answer('action.who', 'me', { ...a1, said: 'me, maybe with my daughter the first time' })
    .answer('action.first_step', 'Ask her for the details', a1)
    .answer(
      'action.first_step_when',
      { said: 'tonight', precision: 'day', date: '2026-11-26' },
      { ...a1, said: 'tonight!' },
    )
    .answer('action.how_often', 'once a week to start', a1)
    .answer('action.barrier', 'rain. And my low days.', a1)
    .answer('action.barrier_plan', "Walk round the shopping centre. And on a low day I'll get her to knock for me.", a1)
    .answer('action.cost', { amount_pence: 0, sure: false }, { ...a1, said: "I don't think so" })
    .answer('action.another', 'enough', { item: 'g1' })
    .answer('goal.confidence', 6, g1)
    .answer('goal.confidence_help', 'If someone came with me the first time', g1)
    .answer('goal.confirm', 'yes', g1)
    .answer('goal.another', 'enough');
}

/** Everything that was said on both days, sent. `helpers` is how understanding read who helps her now. */
export function mrsSmith(helpers = [{ name: 'My daughter', link: 'daughter' }]): Talk {
  const talk = atHome().later('2026-11-26T14:00:00.000Z').add({ type: 'resumed' });
  talk
    .answer('well.good_times', 'About five years ago. I was out every day and I could run about with the little ones.')
    .answer('well.signs', 'I stop going out and I sit with the telly and the biscuits');
  return action(goal(talk))
    .answer('who.assessment', 'not_yet', { said: "I haven't had one" })
    .answer('network.who', people(...helpers), { said: 'My daughter. And the grandchildren, bless them' })
    .answer('network.willing', 'happy', { item: 'n1', said: "She'd be thrilled" })
    .answer('budget.know', 'none', { said: "no I don't need one" })
    .answer('contingency.trigger', "if the group stopped or my daughter couldn't come", { item: 'k1' })
    .answer('contingency.do', "I'd do my own walk, and ask at the surgery if there's another group", { item: 'k1' })
    .answer('contingency.call', people({ name: 'My daughter', link: 'daughter', phone: '07700 900123' }), {
      item: 'k1',
      said: 'My daughter 07700 900123',
    })
    .answer('contingency.backup', people({ name: 'us at the surgery', phone: '01632 960100' }), {
      item: 'k1',
      by: bashir,
      said: 'You can ring us at the surgery, 01632 960100.',
    })
    .answer('contingency.another', 'enough')
    .answer('risk.what', 'Not really', { item: 'r1', notes: ['none'] })
    .answer('risk.what', 'Because of your blood pressure', { item: 'r1', by: bashir })
    .answer('risk.controls', "I'd like you to come in for a check before the first walk.", { item: 'r1', by: bashir })
    .answer('risk.who', people({ name: 'The practice nurse' }), {
      item: 'r1',
      by: bashir,
      said: 'The practice nurse, next week.',
    })
    .answer('share.who', people({ name: 'My daughter', link: 'daughter' }), {
      said: 'My daughter can see the walking bit. not the low mood bit',
    })
    .answer('share.record', ['health'], { said: 'health yes' })
    .answer('review.first', { said: 'middle of February', precision: 'week', date: '2027-02-15' })
    .answer('review.follow_up', 'A ring from Mr Bashir every couple of months')
    .answer('review.early', 'If it goes quicker than I think! I might want to do more')
    .answer('check.words', 'yes', { said: 'Yes it does' })
    .answer('check.send', 'yes')
    .sent();
}
