/** "Where am I": the sections with their ticks, what is left, when it was saved, and whether it is sent. */
import type { Progress, Talk } from '../../conversation/talk.ts';
import { remembered } from './remembered.ts';
import type { Render } from './views.ts';
import type { Words } from './words.ts';

export type Standing = ReturnType<typeof standingWith>;

/** Many people are at the same place: the list of sections is made once for each. */
export function standingWith(render: Render) {
  const once = remembered(400);
  const placeOf = (progress: readonly Progress[], words: Words) => {
    const place = whereabouts(progress, words);
    return { ...place, sections: render('sections', place) };
  };
  return (talk: Talk, progress: readonly Progress[], words: Words) => {
    const { lang, mode } = words.reader;
    const name = `${lang} ${mode} ${progress.map(({ section, state, left }) => `${section}${state}${left}`).join()}`;
    const place = words.named ? placeOf(progress, words) : once(name, () => placeOf(progress, words));
    return {
      ...place,
      saved: words.t('page.saved_at', { time: words.time(talk.savedAt) }),
      sent:
        talk.sentAt === null ? words.t('page.not_sent') : words.t('page.sent_on', { date: words.date(talk.sentAt) }),
      isSent: talk.sentAt !== null,
    };
  };
}

function whereabouts(progress: readonly Progress[], words: Words) {
  const now = progress.find(({ state }) => state === 'now')?.section;
  // What is asked only by "tell us more" is not to come.
  const asked = progress.filter(({ state }) => state !== 'optional');
  const lines = asked.map(({ section, state, left }) => ({
    section,
    name: words.t(`sections.${section}.title`),
    state,
    stateInWords: words.t(`page.progress.${state}`),
    left: state !== 'now' || left === 0 ? '' : words.t('page.progress.left', { count: left }),
  }));
  const open = progress.filter(({ state }) => state === 'now' || state === 'to_come').length;
  return {
    section: now === undefined ? '' : words.t(`sections.${now}.title`),
    lines,
    partsLeft: open === 0 ? words.t('page.progress.all_sent') : words.t('page.progress.parts_left', { count: open }),
  };
}
