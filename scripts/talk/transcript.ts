import type { Talk } from '../../src/conversation/talk.ts';
import type { Texts } from '../../src/text/index.ts';

/** A talk as people can review it: `> words` as put in, `<` what was replied, options in brackets. */
export function transcript(talk: Talk, inputs: readonly string[], texts: Texts): string {
  const lines = talk.turns.flatMap((turn, index) => {
    const replies = turn.replies.map((reply) => {
      const options = (reply.offer ?? []).map((offer) => texts.label(offer, talk)).join(' | ');
      const id = reply.waits && reply.question !== undefined ? `[${reply.question}] ` : '';
      return `< ${id}${texts.say(reply, talk)}${options === '' ? '' : ` [${options}]`}`;
    });
    return [...(index === 0 ? [] : [inputs[index - 1] ?? '']), ...replies, ''];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
