/** Every question there is, by its id. An id is for ever; a new meaning is a new id. */
import { actions } from './actions.ts';
import { carer } from './carer.ts';
import { check } from './check.ts';
import { communication } from './communication.ts';
import { contingency } from './contingency.ts';
import { deciding } from './deciding.ts';
import { goals } from './goals.ts';
import { hello } from './hello.ts';
import type { Question } from './kinds.ts';
import { money } from './money.ts';
import { needs } from './needs.ts';
import { network } from './network.ts';
import { prepare } from './prepare.ts';
import { reviewing } from './reviewing.ts';
import { risks } from './risks.ts';
import { safety } from './safety.ts';
import { sharing } from './sharing.ts';
import { supports } from './support.ts';
import { wellbeing } from './wellbeing.ts';
import { who } from './who.ts';

/** The sections of the talk, in the order in which they are asked. */
export const sections = {
  hello,
  who,
  deciding,
  communication,
  carer,
  prepare,
  wellbeing,
  goals,
  actions,
  needs,
  support: supports,
  network,
  money,
  contingency,
  risks,
  sharing,
  reviewing,
  check,
  safety,
};
export type SectionName = keyof typeof sections;

const all = {
  ...hello,
  ...who,
  ...deciding,
  ...communication,
  ...carer,
  ...prepare,
  ...wellbeing,
  ...goals,
  ...actions,
  ...needs,
  ...supports,
  ...network,
  ...money,
  ...contingency,
  ...risks,
  ...sharing,
  ...reviewing,
  ...check,
  ...safety,
};
export type QuestionId = keyof typeof all;

export const questions: Readonly<Record<QuestionId, Question>> = all;
export const questionIds = Object.keys(all) as QuestionId[];
export const isQuestionId = (id: string): id is QuestionId => Object.hasOwn(all, id);

const homes = Object.fromEntries(
  Object.entries(sections).flatMap(([section, asked]) => Object.keys(asked).map((id) => [id, section])),
) as Record<QuestionId, SectionName>;
/** The section a question belongs to: its dialog file, its locale file and its place in the talk. */
export const sectionOf = (id: QuestionId): SectionName => homes[id];
