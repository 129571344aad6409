/** From a turn's replies to Bot Framework activities: words, buttons, and what a client may want to know. */
import type { Activity, CardAction } from 'botframework-schema';
import type { Turn } from '../conversation/talk.ts';
import { isQuestionId, questions } from '../plan/questions/index.ts';
import type { Offer, Reply } from '../plan/replies.ts';
import type { Reader, Texts } from '../text/index.ts';

/** The most buttons under a message. What goes beyond is a numbered list in the words. */
const mostButtons = 12;

export type Shape = (turn: Turn, reader: Reader) => readonly Partial<Activity>[];

/** Makes one activity of each reply. The same turn for the same reader is worked out once. */
export function shapeWith(texts: Texts): Shape {
  const done = new WeakMap<Turn, { reader: string; activities: readonly Partial<Activity>[] }>();
  return (turn, reader) => {
    const known = done.get(turn);
    const name = `${reader.lang} ${reader.mode}`;
    if (known?.reader === name) return known.activities;
    const activities = turn.replies.map((reply) => message(turn, reply, reader, texts));
    done.set(turn, { reader: name, activities });
    return activities;
  };
}

/** What was said, as people see it: options that were tapped are kept as ids, and shown with their labels. */
export function saidInWords(turn: Turn, before: Turn | undefined, reader: Reader, texts: Texts): string {
  const said = turn.said ?? '';
  const offers = before?.replies.findLast(({ waits }) => waits)?.offer ?? [];
  const picked = said.split(', ').map((id) => offers.find((offer) => offer.id === id));
  const labels = picked.map((offer) => (offer === undefined ? undefined : texts.label(offer, reader)));
  return labels.includes(undefined) ? said : labels.join(', ');
}

function message(turn: Turn, reply: Reply, reader: Reader, texts: Texts): Partial<Activity> {
  const { question, item, waits } = reply;
  const kind = question !== undefined && isQuestionId(question) ? questions[question].kind : undefined;
  const offers = reply.offer ?? [];
  const tapped = buttons(offers, kind, question);
  const listed = offers.length > tapped.length;
  const labels = new Map(offers.map((offer) => [offer.id, texts.label(offer, reader)]));
  const words = texts.say(reply, reader);
  return {
    type: 'message',
    text: listed
      ? `${words}\n\n${[...labels.values()].map((label, index) => `${index + 1}. ${label}`).join('\n')}`
      : words,
    textFormat: 'plain',
    locale: reader.lang,
    inputHint: waits ? 'expectingInput' : 'acceptingInput',
    ...(tapped.length === 0
      ? {}
      : { suggestedActions: { to: [], actions: tapped.map(({ id }) => action(reply, id, labels.get(id) ?? id)) } }),
    channelData: {
      turn: turn.id,
      key: reply.say,
      question: question ?? null,
      item: item ?? null,
      kind: kind ?? null,
      waits,
    },
  };
}

/** One tap gives one option: where several may be chosen, only those that stand alone become buttons. */
function buttons(offers: readonly Offer[], kind: string | undefined, question: string | undefined): readonly Offer[] {
  if (kind === 'multi' && question !== undefined && isQuestionId(question)) {
    const { alone } = questions[question];
    return offers.filter(({ id }) => alone.includes(id));
  }
  return offers.length > mostButtons ? [] : offers;
}

function action(reply: Reply, id: string, label: string): CardAction {
  const { question, item } = reply;
  const value = { question, ...(item === undefined ? {} : { item }), pick: [id] };
  return { type: 'messageBack', title: label, displayText: label, text: label, value };
}
