/** O. Who sees your plan. Nobody but the person and the council's team, unless the person says so. */
import { multi, person, pickMany, text } from './kinds.ts';

export const sharing = {
  'share.who': person('sharing.people'),
  'share.parts': multi('sharing.people', ['all', 'talk_with_me', 'emergency', 'goals', 'not_money', 'choose'], {
    alone: ['all', 'choose'],
  }),
  'share.choose': pickMany('sharing.people', { alone: ['none'] }),
  'share.never': text('sharing.never'),
  'share.copy': text('sharing.copies'),
  'share.record': multi('sharing.summary_to_record', ['health', 'social_care', 'no', 'ask_later'], {
    alone: ['no', 'ask_later'],
  }),
};
