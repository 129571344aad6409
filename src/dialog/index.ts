/**
 * The vocabulary that dialogs are written in. A dialog is a statechart over what is kept: where the talk stands is
 * worked out by walking past every settled question, and is never stored.
 */
import type { QuestionId } from '../plan/questions/index.ts';
import type { ListName } from '../plan/questions/kinds.ts';
import type { Topic } from '../plan/questions/prepare.ts';
import type { Condition } from './conditions.ts';
import type { Meta } from './event.ts';
import { dialog } from './setup.ts';
import type { How } from './wanted.ts';

export { atTheStart, type Context, type Event, type Input, type Meta, type Passed, type Stamp } from './event.ts';
export { partsOf } from './lists.ts';
export { dialog };

/** A question: walked past when settled or not wanted; else the talk rests here until it is answered or skipped. */
export const ask = (question: QuestionId, then: string, how: How & Omit<Meta, 'question'> = {}) => {
  const { when, detail, settles, topic, ...meta } = how;
  const asked = { when, detail, settles, topic };
  return dialog.createStateConfig({
    meta: { question, ...meta },
    always: {
      guard: { type: 'goesBy', params: { question, ...asked } },
      actions: { type: 'pass', params: { question, ...asked } },
      target: then,
    },
  });
};

/** A question that the short way leaves out. */
export const detail = (question: QuestionId, then: string, how: How & Omit<Meta, 'question'> = {}) =>
  ask(question, then, { ...how, detail: true });

/** One of the twelve topics, asked when the person picked it. */
export const topic = (about: Topic, then: string) => ask(`topic.${about}`, then, { topic: about });

/** After a very long answer to `of`, asked while `when` holds: which part of it matters most. All of it is kept. */
export const mainPart = (question: QuestionId, of: QuestionId, then: string, { when }: How = {}) => {
  const asked = ask(question, then, { when: 'tooLong' });
  return { ...asked, entry: { type: 'toLong', params: { of, when } } } as const;
};

/** The question with which an item of a list begins. Left empty, or answered "nothing", there is no item: on to `none`. */
export const first = (question: QuestionId, then: string, none: string, how: How = {}) => {
  const asked = ask(question, then, how);
  return {
    ...asked,
    always: [
      {
        guard: { type: 'isVoid', params: { question } },
        actions: { type: 'pass', params: { question, ...how } },
        target: none,
      },
      asked.always,
    ],
  } as const;
};

/** Says something once, and goes on. */
export const tell = (question: QuestionId, then: string) =>
  dialog.createStateConfig({
    always: [
      { guard: { type: 'told', params: { question } }, target: then },
      {
        actions: [
          { type: 'say', params: { key: question } },
          { type: 'noteTold', params: { question } },
        ],
        target: then,
      },
    ],
  });

/** Goes through a list: to `item` for each of its items, then to `then`. `grows`: the talk may begin new items. */
export const each = (list: ListName, item: string, then: string, grows = false) =>
  dialog.createStateConfig({
    always: [
      {
        guard: { type: 'another', params: { list, grows } },
        actions: { type: 'toNext', params: { list, grows } },
        target: item,
      },
      { target: then },
    ],
  });

/** After the last item of a list: is there another one? Yes goes to `again`, where the list is gone through. */
export const another = (list: ListName, question: QuestionId, again: string, then: string, how: How = {}) =>
  dialog.createStateConfig({
    meta: { question },
    always: [
      { guard: { type: 'moreWanted', params: { list } }, target: again },
      {
        guard: { type: 'enough', params: { list, question, ...how } },
        actions: { type: 'pass', params: { question, ...how } },
        target: then,
      },
    ],
  });

/** A fork in the way: to `yes` while the condition holds, else to `no`. */
export const fork = (when: Condition, yes: string, no: string) =>
  dialog.createStateConfig({ always: [{ guard: { type: 'holds', params: { when } }, target: yes }, { target: no }] });
