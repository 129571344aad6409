/** D. How to talk with you (Accessible Information Standard, DAPB1605). */
import { choice, multi, text } from './kinds.ts';

export const communication = {
  'comm.language': text('comms.speak_language'),
  'comm.interpreter': multi('comms.interpreter', ['none', 'spoken', 'bsl', 'deafblind', 'lip_speaker', 'same_gender'], {
    alone: ['none'],
  }),
  'comm.format': multi(
    'comms.formats',
    ['normal', 'easy_read', 'large_print', 'braille', 'audio', 'bsl_video', 'translation', 'other'],
    { alone: ['normal'] },
  ),
  'comm.print_size': choice('comms.formats', ['16', '18', '20', '24', '28']),
  'comm.braille_kind': choice('comms.formats', ['paper', 'brf']),
  'comm.support': text('comms.support'),
  'comm.distress': text('comms.in_distress'),
  'comm.when': text('comms.contact_when'),
};
