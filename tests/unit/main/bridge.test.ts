/** The page's end of the line: nothing before the vault's answer, every reply to its own request, real input alone counts. */
import { describe, expect, it, vi } from 'vitest';
import { BRIDGE_KEY, type Bridge } from '../../../contract/bridge.ts';
import {
  HELLO,
  HELLO_ANSWER,
  KNOWN_CHANNEL,
  PORT_CHANNEL,
  SHELL_CHANNEL_PREFIX,
} from '../../../contract/port.ts';
import { ok } from '../../../contract/result.ts';
import { watchActivity, watchLockKey } from '../../../preload/activity.ts';
import { type Port, createVaultLine } from '../../../preload/vault-line.ts';

function fakePort() {
  const sent: unknown[] = [];
  const port: Port = {
    onmessage: null,
    postMessage: (message) => {
      if (typeof message === 'object') structuredClone(message);
      sent.push(message);
    },
  };
  return { port, sent, say: (data: unknown) => port.onmessage?.({ data }) };
}

describe('the line to the vault', () => {
  it('sends a hello and nothing else until it is answered', async () => {
    const line = createVaultLine();
    const { port, sent, say } = fakePort();
    const early = line.ask('vault.status', {});
    line.connect(port);
    void line.ask('people.search', { text: 'a' });
    expect(sent).toEqual([HELLO]);
    say(HELLO_ANSWER);
    expect(sent).toEqual([
      HELLO,
      { id: 0, route: 'vault.status', payload: {} },
      { id: 1, route: 'people.search', payload: { text: 'a' } },
    ]);
    say({ id: 0, result: ok('first') });
    expect(await early).toEqual(ok('first'));
  });

  it('matches replies out of order and answers what cannot be sent', async () => {
    const line = createVaultLine();
    const { port, say } = fakePort();
    line.connect(port);
    say(HELLO_ANSWER);
    const [one, two, bad] = [
      line.ask('vault.status', {}),
      line.ask('log.verify', {}),
      line.ask('vault.status', { call: () => 0 }),
    ];
    say({ id: 1, result: ok(2) });
    say({ id: 0, result: ok(1) });
    say('noise');
    say(null);
    expect(await Promise.all([one, two])).toEqual([ok(1), ok(2)]);
    expect(await bad).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('passes an event to those who listen for it, until they stop', () => {
    const line = createVaultLine();
    const { port, say } = fakePort();
    line.connect(port);
    const heard: unknown[] = [];
    const stop = line.listen('session.expiring', (payload) => heard.push(payload));
    say({ event: 'session.expiring', payload: { until: 1 } });
    say({ event: 'import.progress', payload: {} });
    stop();
    say({ event: 'session.expiring', payload: { until: 2 } });
    expect(heard).toEqual([{ until: 1 }]);
  });
});

describe('activity', () => {
  it('is real input, once a second, and nothing that a script made', () => {
    const listeners = new Map<string, (event: { isTrusted: boolean }) => void>();
    let now = 0;
    let told = 0;
    const target = {
      addEventListener: (name: string, listener: (event: { isTrusted: boolean }) => void) =>
        listeners.set(name, listener),
    };
    watchActivity(
      target as unknown as EventTarget,
      () => now,
      () => {
        told++;
      },
    );
    const move = (isTrusted: boolean): void => listeners.get('pointermove')?.({ isTrusted });
    move(false);
    expect(told).toBe(0);
    move(true);
    move(true);
    expect(told).toBe(1);
    now = 1_000;
    listeners.get('keydown')?.({ isTrusted: true });
    expect(told).toBe(2);
  });
});

describe('the lock key', () => {
  const press = (changes: object): { locked: boolean; prevented: boolean } => {
    let locked = false;
    let prevented = false;
    let hear: (event: object) => void = () => undefined;
    watchLockKey(
      {
        addEventListener: (_name: string, listener: (event: object) => void) => {
          hear = listener;
        },
      } as unknown as EventTarget,
      () => {
        locked = true;
      },
    );
    hear({
      isTrusted: true,
      repeat: false,
      key: 'l',
      ctrlKey: true,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      preventDefault: () => {
        prevented = true;
      },
      ...changes,
    });
    return { locked, prevented };
  };

  it('is Ctrl+L or ⌘L from a real keyboard, and no other', () => {
    expect(press({})).toEqual({ locked: true, prevented: true });
    expect(press({ key: 'L' })).toEqual({ locked: true, prevented: true });
    expect(press({ ctrlKey: false, metaKey: true })).toEqual({ locked: true, prevented: true });
    expect(press({ repeat: true })).toEqual({ locked: false, prevented: true });
    for (const other of [
      { isTrusted: false },
      { key: 'k' },
      { ctrlKey: false },
      { altKey: true },
      { shiftKey: true },
    ])
      expect(press(other)).toEqual({ locked: false, prevented: false });
  });
});

it('the bridge sends nothing until main knows the page, and everything then', async () => {
  const sent: string[] = [];
  let answer: (known: null) => void = () => undefined;
  const exposed = new Map<string, unknown>();
  const send = (channel: string): Promise<unknown> => {
    sent.push(channel);
    return channel === KNOWN_CHANNEL
      ? new Promise((resolve) => {
          answer = resolve;
        })
      : Promise.resolve(ok({}));
  };
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (key: string, value: unknown) => exposed.set(key, value) },
    ipcRenderer: { invoke: send, send, once: () => undefined, on: () => undefined },
  }));
  vi.stubGlobal('window', { addEventListener: () => undefined });
  await import('../../../preload/bridge.ts');
  const bridge = exposed.get(BRIDGE_KEY) as Bridge;
  const locked = bridge.shell.lock({});
  await new Promise(setImmediate);
  expect(sent).toEqual([KNOWN_CHANNEL]);
  answer(null);
  expect(await locked).toEqual(ok({}));
  const shell = ['readSettings', 'appInfo', 'lock'].map((name) => SHELL_CHANNEL_PREFIX + name);
  expect(sent.toSorted()).toEqual([KNOWN_CHANNEL, ...shell, PORT_CHANNEL].toSorted());
});
