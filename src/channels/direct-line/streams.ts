/** The WebSocket side of Direct Line: what was missed, then every turn as it is kept. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { largestBody } from '../write-limits.ts';
import type { Conversations } from './conversations.ts';
import type { Ticket, Tickets } from './tickets.ts';
import type { Claims } from './tokens.ts';

export interface Streams {
  /** Takes a request for a socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to all: the service restarts, come back. */
  close(): void;
}

interface Means {
  readonly conversations: Conversations;
  readonly tickets: Tickets;
  readonly mayAsk: (request: IncomingMessage) => boolean;
  /** Is the conversation still open to whom the ticket was made for? */
  readonly isOpen: (claims: Claims) => Promise<boolean>;
  /** Calls back when this device is ended. Returns the way to stop. */
  readonly whenEnded: (claims: Claims, tell: () => void) => () => void;
}

/** Tabs of one conversation, and sockets in all. */
const mostOfOne = 8;
const mostInAll = 5_000;
const beat = 25_000;
/** A client that leaves this much unread is let go; it comes back with its watermark and misses nothing. */
const mostUnread = 1024 * 1024;

export function streamsOf(means: Means): Streams {
  const { tickets, mayAsk } = means;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestBody, perMessageDeflate: false });
  const hearts = heartbeat(sockets);
  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const url = new URL(request.url ?? '/', 'http://stream');
      const path = /^\/directline\/conversations\/([^/]+)\/stream$/.exec(url.pathname);
      if (path === null) return refuse(socket, '404 Not Found');
      if (!mayAsk(request)) return refuse(socket, '403 Forbidden');
      if (sockets.clients.size >= mostInAll) return refuse(socket, '503 Service Unavailable');
      const ticket = tickets.redeem(url.searchParams.get('t'));
      if (ticket === undefined || ticket.conversation !== path[1]) return refuse(socket, '403 Forbidden');
      sockets.handleUpgrade(request, socket, head, (opened) => {
        hearts.watch(opened);
        opened.on('error', () => opened.terminate());
        admit(means, opened, ticket).catch(() => opened.close(1011, 'try again'));
      });
    },
    close() {
      hearts.stop();
      for (const socket of sockets.clients) socket.close(1012, 'restart');
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 1_000).unref();
    },
  };
}

/** Lets go of sockets whose other end has silently gone. */
function heartbeat(sockets: WebSocketServer) {
  const alive = new WeakSet<WebSocket>();
  const pulse = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, beat).unref();
  return {
    watch: (socket: WebSocket) => {
      alive.add(socket);
      socket.on('pong', () => alive.add(socket));
    },
    stop: () => clearInterval(pulse),
  };
}

async function admit({ conversations, isOpen, whenEnded }: Means, socket: WebSocket, ticket: Ticket): Promise<void> {
  let cut = false;
  const listener = (frame: string) => {
    if (cut) return;
    if (socket.bufferedAmount > mostUnread) socket.terminate();
    else socket.send(frame);
  };
  // Whoever is ended hears nothing more, from this moment on.
  const stop = whenEnded(ticket, () => {
    cut = true;
    socket.close(1008, 'ended');
  });
  socket.on('close', stop);
  const conversation = await conversations.open(ticket);
  if (conversation === null || !(await isOpen(ticket))) return socket.close(1008, 'gone');
  if (conversation.listeners.size >= mostOfOne) return socket.close(1013, 'too many');
  socket.on('close', () => conversation.listeners.delete(listener));
  const joined = await conversation.join(listener, ticket.seen);
  if (!joined) socket.close(1008, 'gone');
  if (cut || socket.readyState !== socket.OPEN) conversation.listeners.delete(listener);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
