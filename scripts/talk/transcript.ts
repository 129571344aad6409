import type { Talk } from '../../src/conversation/talk.ts';
import type { Reader, Texts } from '../../src/text/index.ts';

/** What was put in before a turn, and for whose plan it was then worded. */
export interface Put {
  readonly line: string;
  readonly reader: Reader;
}

/** A talk as people can review it: `> words` as put in, `<` what was replied then, options in brackets. */
export function transcript(talk: Talk, inputs: readonly Put[], texts: Texts): string {
  const lines = talk.turns.flatMap((turn, index) => {
    const put = index === 0 ? undefined : inputs[index - 1];
    const reader: Reader = put?.reader ?? { lang: talk.lang, mode: 'self' };
    const replies = turn.replies.map((reply) => {
      const options = (reply.offer ?? []).map((offer) => texts.label(offer, reader)).join(' | ');
      const id = reply.waits && reply.question !== undefined ? `[${reply.question}] ` : '';
      return `< ${id}${texts.say(reply, reader)}${options === '' ? '' : ` [${options}]`}`;
    });
    return [...(put === undefined ? [] : [put.line]), ...replies, ''];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
