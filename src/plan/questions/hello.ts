/** A. Hello, language and privacy. Nothing about health is asked before `privacy.go_on`. */
import { choice, pick, statement, yesNo } from './kinds.ts';

export const hello = {
  'language.choice': pick('plan.language', { must: true }),
  'welcome.hello': statement(),
  'welcome.start_kind': choice('plan.stage', ['start', 'carry_on', 'review', 'look_around', 'person']),
  'privacy.alone': choice('privacy.alone', ['alone', 'someone_helping', 'someone_watching', 'prefer_not']),
  'privacy.notice': statement(),
  'privacy.go_on': yesNo('privacy.go_on', { must: true }),
  'privacy.save': yesNo('privacy.save'),
};
