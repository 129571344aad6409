/** E. Prepare: what matters to you, the twelve topics, getting information, time to think. */
import { choice, multi, statement, text } from './kinds.ts';

export const topics = [
  'enjoy',
  'future',
  'strengths',
  'people',
  'health',
  'home',
  'out_and_about',
  'work_learning',
  'beliefs',
  'lifestyle',
  'technology',
  'past_problems',
] as const;
export type Topic = (typeof topics)[number];

export const prepare = {
  'prepare.intro': statement(),
  'prepare.pick': multi(undefined, [...topics, 'one_at_a_time', 'skip_part'], {
    alone: ['one_at_a_time', 'skip_part'],
  }),
  'topic.enjoy': text('about.topics[enjoy]'),
  'topic.future': text('about.topics[future]'),
  'topic.strengths': text('about.topics[strengths]'),
  'topic.people': text('about.topics[people]'),
  'topic.health': text('about.topics[health]'),
  'topic.home': text('about.topics[home]'),
  'topic.out_and_about': text('about.topics[out_and_about]'),
  'topic.work_learning': text('about.topics[work_learning]'),
  'topic.beliefs': text('about.topics[beliefs]'),
  'topic.lifestyle': text('about.topics[lifestyle]'),
  'topic.technology': text('about.topics[technology]'),
  'topic.past_problems': text('about.topics[past_problems]'),
  'topic.matters_most': text('about.matters_most'),
  'topic.main_part': text('long_answers[].matters_most', { of: 'long' }),
  'topic.dos_donts': text('about.dos_donts'),
  'info.have': multi(
    'prepare.info',
    ['condition', 'test_results', 'choices', 'assessment', 'decision_aid', 'living_well', 'other_plans', 'none'],
    { alone: ['none'] },
  ),
  'info.need': text('prepare.info'),
  'info.who_knows': text('prepare.info'),
  'info.other_plans': text('linked_plans'),
  'pause.offer': choice('prepare.think', ['carry_on', 'later', 'call_me']),
  'pause.remind': text('prepare.remind'),
  'pause.questions': text('prepare.questions'),
};
