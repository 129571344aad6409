/** I. Needs from the assessment. They are shown and confirmed, never asked for again. */
import { choice, multi, pickMany, text } from './kinds.ts';

const need = { of: 'need' } as const;

export const needs = {
  'need.right': choice('needs[].person_view', ['yes', 'wrong', 'missing', 'not_seen']),
  'need.wrong': text('needs[].person_view'),
  'need.from_memory': text('needs[].text'),
  'need.main_part': text('long_answers[].matters_most', { of: 'long' }),
  'need.met_by': multi('needs[].met_by', ['self', 'carer', 'council', 'nhs', 'community', 'not_met'], {
    ...need,
    alone: ['not_met'],
  }),
  'need.goal': pickMany('needs[].goal_links', { ...need, alone: ['none'] }),
};
