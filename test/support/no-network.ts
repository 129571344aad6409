/** Takes the network away from this process, and remembers who asked for it. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

export interface NoNetwork {
  /** What was asked for, in order; nothing of it left the machine. */
  readonly asked: readonly string[];
  giveBack(): void;
}

export function withoutNetwork(): NoNetwork {
  const asked: string[] = [];
  const undo: (() => void)[] = [];
  function take(owner: object, name: string, what: string): void {
    const before: unknown = Reflect.get(owner, name);
    Reflect.set(owner, name, () => {
      asked.push(what);
      throw new Error(`Nothing may be fetched here, but ${what} was called.`);
    });
    undo.push(() => Reflect.set(owner, name, before));
  }
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    take(dns, name, `dns.${name}`);
    take(dns.promises, name, `dns.promises.${name}`);
  }
  for (const name of ['request', 'get']) {
    take(http, name, `http.${name}`);
    take(https, name, `https.${name}`);
  }
  for (const name of ['connect', 'createConnection']) take(net, name, `net.${name}`);
  take(net.Socket.prototype, 'connect', 'net.Socket.connect');
  take(dgram.Socket.prototype, 'send', 'dgram.Socket.send');
  take(globalThis, 'fetch', 'fetch');
  take(globalThis, 'WebSocket', 'WebSocket');
  syncBuiltinESMExports();
  return {
    asked,
    giveBack() {
      for (const back of undo.splice(0)) back();
      syncBuiltinESMExports();
    },
  };
}
