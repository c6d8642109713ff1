/** The page's end of the port to the vault: numbers requests, matches replies, and sends nothing before the vault has answered a hello. */
import {
  type EventFrame,
  HELLO,
  HELLO_ANSWER,
  type ReplyFrame,
  type RequestFrame,
} from '../contract/port.ts';
import { type Result, fail } from '../contract/result.ts';
import type { RouteName, VaultEventName } from '../contract/route-names.ts';

/** Interface of a port; a MessagePort and a stand-in both have it. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

export interface VaultLine {
  connect(port: Port): void;
  /** Never rejects: what cannot be sent is `internal`. */
  ask(route: RouteName, payload: unknown): Promise<Result<unknown>>;
  listen(name: VaultEventName, listener: (payload: unknown) => void): () => void;
}

export function createVaultLine(): VaultLine {
  const pending = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Map<VaultEventName, Set<(payload: unknown) => void>>();
  let line: Port | null = null;
  /** Early frames are relayed through the main process and stay there: they wait here instead. */
  let waiting: RequestFrame[] = [];
  let next = 0;

  const send = (port: Port, frame: RequestFrame): void => {
    try {
      port.postMessage(frame);
    } catch {
      // A payload that cannot be cloned is the page's mistake, answered rather than thrown at it.
      settle({ id: frame.id, result: fail('bad-request') });
    }
  };

  const settle = ({ id, result }: ReplyFrame): void => {
    pending.get(id)?.(result);
    pending.delete(id);
  };

  const hear = (port: Port, data: unknown): void => {
    if (data === HELLO_ANSWER) {
      line = port;
      const frames = waiting;
      waiting = [];
      for (const frame of frames) send(port, frame);
    } else if (isReply(data)) settle(data);
    else if (isEvent(data)) for (const listener of listeners.get(data.event) ?? []) listener(data.payload);
  };

  return {
    connect(port) {
      port.onmessage = (event) => hear(port, event.data);
      port.postMessage(HELLO);
    },
    ask: (route, payload) =>
      new Promise((resolve) => {
        const frame: RequestFrame = { id: next++, route, payload };
        pending.set(frame.id, resolve);
        if (line === null) waiting.push(frame);
        else send(line, frame);
      }),
    listen(name, listener) {
      const of = listeners.get(name) ?? new Set();
      listeners.set(name, of.add(listener));
      return () => {
        of.delete(listener);
      };
    },
  };
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;
const isReply = (data: unknown): data is ReplyFrame =>
  isObject(data) && typeof data['id'] === 'number' && isObject(data['result']);
const isEvent = (data: unknown): data is EventFrame => isObject(data) && typeof data['event'] === 'string';
