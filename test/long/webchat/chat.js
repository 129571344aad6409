/**
 * The chat on a council's own site: Microsoft's Web Chat component as it comes, talking to this assistant.
 * docs/web-chat.md shows this file to councils.
 */
import WebChat, { createDirectLine } from 'botframework-webchat';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const box = document.getElementById('chat');
const domain = `${box.dataset.assistant}/directline`;
// On a computer that people share nothing stays, and the assistant closes the talk after 15 minutes.
const isShared = box.dataset.shared !== undefined;
const storage = isShared ? sessionStorage : localStorage;

const { token, conversationId, watermark } = await comeBack();
const directLine = createDirectLine({ domain, token, conversationId, watermark });
directLine.activity$.subscribe(({ type, name, value }) => {
  // A code was typed that opened a plan: go on with that one.
  if (type !== 'event' || name !== 'returned' || value === undefined) return;
  keep(value);
  location.reload();
});
if (isShared)
  directLine.postActivity({ type: 'event', name: 'device', value: { own: false }, from: { id: '' } }).subscribe();
const styleOptions = { hideUploadButton: true, sendTimeout: 60_000 };
createRoot(box).render(createElement(WebChat, { directLine, locale: 'en-GB', nonce: box.dataset.nonce, styleOptions }));

/** The talk that this browser had, from its beginning (watermark 0); else a new one. */
async function comeBack() {
  const kept = JSON.parse(storage.getItem('care-plan-chat') ?? 'null');
  if (kept !== null) {
    const { conversationId, userId } = kept;
    const again = await tokenFor({ conversationId, user: { id: userId } });
    if (again.ok) return { ...(await again.json()), conversationId, watermark: '0' };
    // 403: the plan was deleted, so begin another one. Anything else is no reason to forget the talk.
    if (again.status !== 403) throw new Error(`The assistant answered ${again.status}`);
  }
  const { token, conversationId, userId } = await (await tokenFor({})).json();
  keep({ conversationId, userId });
  return { token };
}

function keep({ conversationId, userId }) {
  storage.setItem('care-plan-chat', JSON.stringify({ conversationId, userId }));
}

function tokenFor(who) {
  return fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(who),
  });
}
