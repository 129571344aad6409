/** F. Staying well. */
import { choice, multi, text } from './kinds.ts';

export const wellbeing = {
  'well.good_times': text('well.good_times'),
  'well.hard_times': text('well.hard_times'),
  'well.hard_change': text('well.hard_change'),
  'well.signs': text('well.signs'),
  'well.varies': choice('well.varies', ['steady', 'up_and_down', 'unsure']),
  'well.bad_spell': text('well.bad_spell'),
  'well.self_care': text('well.self_care'),
  'well.self_care_help': multi('well.self_care_help', ['learning', 'peer', 'confidence', 'reminder', 'nothing'], {
    alone: ['nothing'],
  }),
  'well.prevent': text('well.prevent'),
};
