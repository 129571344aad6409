import type { Talk } from '../../src/conversation/talk.ts';
import type { Texts } from '../../src/text/index.ts';

/** A talk as people can review it: `>` what was said, `<` what was replied, options in brackets. */
export function transcript(talk: Talk, texts: Texts): string {
  const lines = talk.turns.flatMap((turn) => {
    const who = turn.by.role === 'worker' || turn.by.role === 'helper' ? `(${turn.by.name ?? turn.by.role}) ` : '';
    const said =
      turn.id === 'hello' ? [] : [`> ${who}${turn.said ?? texts.t('conversation.words_kept_safe', undefined, talk)}`];
    const replies = turn.replies.map((reply) => {
      const options = (reply.offer ?? []).map((offer) => texts.label(offer, talk)).join(' | ');
      const id = reply.waits && reply.question !== undefined ? `[${reply.question}] ` : '';
      return `< ${id}${texts.say(reply, talk)}${options === '' ? '' : ` [${options}]`}`;
    });
    return [...said, ...replies, ''];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
