import { ask, detail, dialog, fork } from '../src/dialog/index.ts';

/** B. Who the plan is for, and who makes it. */
export const who = dialog.createStateConfig({
  id: 'who',
  initial: 'planFor',
  states: {
    planFor: ask('who.plan_for', 'callMe'),
    callMe: ask('who.call_me', 'personName', { urges: true }),
    personName: ask('who.person_name', 'relation', { when: 'notSelf', urges: true }),
    relation: ask('who.relation', 'way', { when: 'notSelf' }),
    way: ask('way.choose', 'details'),
    details: ask('who.details', 'birthDate', { when: 'nameUnknown', urges: true }),
    birthDate: ask('who.birth_date', 'oldEnough?', { when: 'birthDateUnknown', urges: true }),
    'oldEnough?': { always: [{ guard: 'under18', target: 'tooYoung' }, { target: 'contact' }] },
    tooYoung: { ...ask('who.too_young', 'contact', { settles: [], opens: { change_date: 'who.birth_date' } }) },
    contact: ask('who.contact', 'assessment'),
    assessment: fork('assessmentLinked', 'assessmentRight', 'assessmentHad'),
    assessmentRight: ask('who.assessment_right', 'partner'),
    assessmentHad: ask('who.assessment', 'partner'),
    partner: ask('who.partner', 'reablement', { when: 'partnerUnknown' }),
    reablement: detail('who.reablement', '#deciding', { when: 'reablementUnknown' }),
  },
});
