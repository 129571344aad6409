/** Direct Line 3.0 at /directline, so that any Bot Framework client can be used, with no Azure. */
import type { Request, RequestHandler, Response, Server } from 'restify';
import type { z } from 'zod';
import { codeSaid } from '../../returning/said-code.ts';
import { isPlanId } from '../../store/port.ts';
import { refusal } from '../refusals.ts';
import { jsonBody } from '../write-limits.ts';
import { comeBack, returnIn } from './come-back.ts';
import type { Conversation } from './conversation.ts';
import { type DirectLineServices, type Line, lineOf } from './line.ts';
import { mayAsk, socketOrigin } from './origins.ts';
import { Asked, Beginning, incoming, seenOf } from './protocol.ts';
import { deviceSaid, sheet, tellReturned } from './return-events.ts';
import { type Streams, streamsOf } from './streams.ts';
import { type Claims, keyOf, newUser, tokenLifetime } from './tokens.ts';

/** Puts the routes on a server. The streams it returns take the server's upgrades. */
export function directLineRoutes(server: Server, services: DirectLineServices): Streams {
  const line = lineOf(services);
  const { sites, conversations, tickets } = line;
  const origin = fromAllowedSite(line);
  const post = (path: string, answer: Answer) =>
    server.post(`/directline${path}`, origin, ...jsonBody(), async (request: Request, response: Response) =>
      answer(line, request, response),
    );
  const get = (path: string, answer: Answer) =>
    server.get(`/directline${path}`, origin, async (request: Request, response: Response) =>
      answer(line, request, response),
    );

  post('/tokens/generate', generate);
  post('/tokens/refresh', refresh);
  post('/conversations', start);
  get('/conversations/:id', reconnect);
  get('/conversations/:id/activities', history);
  post('/conversations/:id/activities', send);
  server.post('/directline/conversations/:id/upload', origin, async () => {
    throw refusal('UploadsOff', 'Files cannot be sent here. Please write it instead.');
  });
  // Only sign-in cards ask for it, and there are none.
  get('/session/getsessionid', async (_, __, response) => sendJson(response, 200, { sessionId: '' }));
  const paths = new Set(Object.values(server.router.getRoutes()).map(({ path }) => String(path)));
  for (const path of paths)
    if (path.startsWith('/directline/')) server.opts(path, origin, async (_, response) => void response.send(204));

  const streams = streamsOf({
    conversations,
    tickets,
    mayAsk: (request) => mayAsk(request, sites),
    isOpen: (claims) => isOpenTo(line, claims),
    whenEnded: ({ conversation, user }, tell) =>
      line.returning.whenEnded(conversation, ({ devices }) => devices[keyOf(user)] === undefined && tell()),
  });
  return {
    upgrade: streams.upgrade,
    close: () => {
      streams.close();
      line.shared.close();
      conversations.close();
    },
  };
}

type Answer = (line: Line, request: Request, response: Response) => Promise<void>;

/** A token for a new conversation; or, for who knows both ids of a conversation of theirs, one to go on with it. */
const generate: Answer = async (line, request, response) => {
  const asked = Asked.safeParse(request.body ?? null).data;
  const claims = await claimsFor(line, asked ?? {}, line.addressOf(request));
  const token = await line.tokens.issue(claims);
  sendJson(response, 200, {
    conversationId: claims.conversation,
    userId: claims.user,
    token,
    expires_in: tokenLifetime,
  });
};

async function claimsFor(line: Line, asked: NonNullable<z.infer<typeof Asked>>, address: string): Promise<Claims> {
  if (asked.return !== undefined) return (await comeBack(line.returning, asked.return, address)) ?? wrongCode();
  return asked.conversationId ? comingBack(line, asked.conversationId, asked.user?.id) : newClaims(line);
}

/** The same for every wrong code. */
function wrongCode(): never {
  throw refusal('WrongToken', 'This code opens nothing.');
}

const newClaims = ({ ids }: Line): Claims => ({ conversation: ids(), user: newUser() });

async function comingBack(line: Line, conversation: string, user: string | undefined): Promise<Claims> {
  // Whoever does not know the secret is not told whether the conversation exists.
  if (user === undefined || !isPlanId(conversation) || !(await isOpenTo(line, { conversation, user })))
    throw refusal('WrongToken', 'This conversation is not theirs.');
  return { conversation, user };
}

/** A secret of this person's, that was not ended since. */
async function isOpenTo({ talks, shared }: Line, claims: Claims): Promise<boolean> {
  const kept = await talks.kept(claims.conversation);
  return kept !== null && (await shared.isOpen(claims, kept));
}

const refresh: Answer = async (line, request, response) => {
  const claims = await claimsOf(line, request);
  const token = await line.tokens.issue(claims);
  sendJson(response, 200, { conversationId: claims.conversation, token, expires_in: tokenLifetime });
};

const start: Answer = async (line, request, response) => {
  const claims = await claimsOf(line, request);
  const isNew = await line.begin(claims, Beginning.safeParse(request.body ?? null).data?.locale);
  if (!isNew) await opened(line, claims);
  await sendConversation(line, request, response, { claims, seen: 0, status: isNew ? 201 : 200 });
};

const reconnect: Answer = async (line, request, response) => {
  const { claims } = await theirs(line, request);
  await sendConversation(line, request, response, { claims, seen: seenOf(watermark(request)), status: 200 });
};

interface Opened {
  readonly claims: Claims;
  readonly seen: number;
  readonly status: number;
}

/** The client takes the token from here unseen, so there is always one. */
async function sendConversation(
  line: Line,
  request: Request,
  response: Response,
  { claims, seen, status }: Opened,
): Promise<void> {
  const { conversation } = claims;
  const ticket = line.tickets.issue({ ...claims, seen });
  const at = `${socketOrigin(request, line.sites)}/directline/conversations/${conversation}/stream`;
  const token = await line.tokens.issue(claims);
  const streamUrl = `${at}?watermark=${seen}&t=${ticket}`;
  sendJson(response, status, { conversationId: conversation, token, expires_in: tokenLifetime, streamUrl });
}

const history: Answer = async (line, request, response) => {
  const { conversation } = await theirs(line, request);
  const batch = await conversation.since(seenOf(watermark(request)));
  if (batch === null) throw gone(line, conversation.id);
  sendJson(response, 200, batch);
};

const send: Answer = async (line, request, response) => {
  const { claims, conversation } = await theirs(line, request);
  line.shared.seen(claims);
  const said = incoming(request.body);
  const typed = said.type === 'message' ? codeSaid(said.text ?? '') : null;
  const code = returnIn(said) ?? (typed?.rest === '' ? typed : undefined);
  if (code !== undefined) await tellReturned(line, conversation, code, { said, address: line.addressOf(request) });
  if (said.type === 'event' && said.name === 'return_sheet') conversation.tell(await sheet(line, conversation.id));
  if (said.type === 'event' && said.name === 'device') await deviceSaid(line, claims, said.value);
  // What else was said is heard, without the code.
  const heard = typed === null ? said : { ...said, text: typed.rest };
  const id = await line.say(conversation, code === undefined ? heard : { type: 'event' });
  sendJson(response, 200, { id });
};

async function claimsOf({ tokens }: Line, request: Request): Promise<Claims> {
  return tokens.verify(/^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]);
}

/** The conversation of the path, when the token is for it. */
async function theirs(line: Line, request: Request): Promise<{ claims: Claims; conversation: Conversation }> {
  const claims = await claimsOf(line, request);
  if (claims.conversation !== request.params.id) throw refusal('WrongToken', 'This token is for another conversation.');
  return { claims, conversation: await opened(line, claims) };
}

async function opened(line: Line, claims: Claims): Promise<Conversation> {
  const conversation = await line.conversations.open(claims);
  const kept = conversation === null ? null : await line.talks.kept(claims.conversation);
  if (conversation === null || kept === null) throw gone(line, claims.conversation);
  if (!(await line.shared.isOpen(claims, kept))) throw refusal('WrongToken', 'This conversation was closed here.');
  return conversation;
}

function gone({ conversations }: Line, id: string) {
  conversations.forget(id);
  return refusal('ConversationNotFound', 'This conversation is no longer kept.');
}

const watermark = (request: Request): string | null => new URLSearchParams(request.getQuery()).get('watermark');

/** Lets our own site and the allowed ones in, and tells their browsers so. */
function fromAllowedSite({ sites }: Line): RequestHandler {
  return (request, response, next) => {
    response.setHeader('Vary', 'Origin');
    if (!mayAsk(request, sites)) return next(refusal('OriginNotAllowed', 'This site may not embed the chat.'));
    const { origin } = request.headers;
    if (origin !== undefined) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader(
        'Access-Control-Allow-Headers',
        'authorization, content-type, x-ms-bot-agent, x-requested-with',
      );
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      response.setHeader('Access-Control-Max-Age', '600');
    }
    next();
  };
}

/** Head and body in one write: restify's own `send` makes two. */
function sendJson(response: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
