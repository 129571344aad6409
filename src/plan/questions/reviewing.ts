/** P. Looking back at the plan: the first review within 3 months, then yearly. */
import { choice, date, person, text } from './kinds.ts';

export const reviewing = {
  'review.first': date('review.first_due'),
  'review.how': choice('review.how', ['face_to_face', 'phone', 'video', 'unsure']),
  'review.who': person('review.who'),
  'review.follow_up': text('review.follow_up'),
  'review.early': text('review.early_if'),
  'review.track': text('review.track'),
};
