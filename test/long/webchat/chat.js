/**
 * The chat on a council's own site: Microsoft's Web Chat component as it comes, talking to this assistant.
 * docs/web-chat.md shows this file to councils.
 */
import WebChat, { createDirectLine } from 'botframework-webchat';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const box = document.getElementById('chat');
const domain = `${box.dataset.assistant}/directline`;

const { token, conversationId, watermark } = await comeBack();
const directLine = createDirectLine({ domain, token, conversationId, watermark });
const styleOptions = { hideUploadButton: true, sendTimeout: 60_000 };
createRoot(box).render(createElement(WebChat, { directLine, locale: 'en-GB', nonce: box.dataset.nonce, styleOptions }));

/** The talk that this browser had, from its beginning (watermark 0); else a new one. */
async function comeBack() {
  const kept = JSON.parse(localStorage.getItem('care-plan-chat') ?? 'null');
  if (kept !== null) {
    const { conversationId, userId } = kept;
    const again = await tokenFor({ conversationId, user: { id: userId } });
    if (again.ok) return { ...(await again.json()), conversationId, watermark: '0' };
    // 403: the plan was deleted, so begin another one. Anything else is no reason to forget the talk.
    if (again.status !== 403) throw new Error(`The assistant answered ${again.status}`);
  }
  const { token, conversationId, userId } = await (await tokenFor({})).json();
  localStorage.setItem('care-plan-chat', JSON.stringify({ conversationId, userId }));
  return { token };
}

function tokenFor(who) {
  return fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(who),
  });
}
