/** When main starts, feeds and ends a carrier. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CarrierSettings, HostToCarrier, VisitSettings } from '../../../contract/carrier.ts';
import { CarrierHost } from '../../../main/carrier-host.ts';

class Child extends EventEmitter {
  readonly heard: HostToCarrier[] = [];
  isKilled = false;
  postMessage(message: HostToCarrier): void {
    this.heard.push(message);
  }
  kill(): void {
    this.isKilled = true;
  }
}
const children: Child[] = [];
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const child = new Child();
      children.push(child);
      return child;
    },
  },
}));

const SETTINGS: CarrierSettings = {
  vaultId: 'vault',
  desk: 1,
  mailbox: { host: 'host', port: 5432, database: 'mailbox', login: 'login', pins: ['pin'] },
  publicKeys: [],
};
let password: string | null = 'password';
const states: unknown[] = [];
const hostOf = (): CarrierHost =>
  new CarrierHost({
    processFile: 'carrier.cjs',
    vaultDir: 'vault',
    readPassword: async () => password,
    onState: (state) => states.push(state),
  });
/** What waits for a promise has gone on. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  children.splice(0);
  states.splice(0);
  password = 'password';
});
afterEach(() => vi.useRealTimers());

it('starts none for a vault with one desk', async () => {
  const host = hostOf();
  host.use(null);
  host.follow(true);
  host.wake();
  await settle();
  expect(children.length).toBe(0);
});

it('starts one with the password of the keychain, once for the same settings, and looks less often while locked', async () => {
  const host = hostOf();
  host.use(SETTINGS);
  host.use({ ...SETTINGS });
  await settle();
  host.follow(true);
  host.wake();
  host.follow(false);
  expect(children.map(({ heard }) => heard)).toEqual([
    [
      { type: 'start', vaultDir: 'vault', settings: SETTINGS, password: 'password', restMs: 15_000 },
      { type: 'rest', restMs: 2_000 },
      { type: 'wake' },
      { type: 'rest', restMs: 15_000 },
    ],
  ]);
  children[0]!.emit('message', 'state');
  expect(states).toEqual(['state']);
});

it('starts another in the place of one that ended by itself, and none where it was ended', async () => {
  const host = hostOf();
  host.use(SETTINGS);
  await settle();
  children[0]!.emit('exit');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(children.length).toBe(2);
  host.end();
  expect(children[1]!.isKilled).toBe(true);
  children[1]!.emit('exit');
  children[1]!.emit('message', 'late');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(children.length).toBe(2);
  expect(states).toEqual([]);
});

it('waits for the password, and starts none where it was ended meanwhile', async () => {
  password = null;
  const host = hostOf();
  host.use(SETTINGS);
  await settle();
  expect(children.length).toBe(0);
  password = 'password';
  await vi.advanceTimersByTimeAsync(5_000);
  expect(children.length).toBe(1);
  host.use({ ...SETTINGS, desk: 2 });
  host.end();
  await settle();
  expect(children.length).toBe(1);
  expect(children[0]!.isKilled).toBe(true);
});

it('visits a mailbox by passwords that are in no keychain, until nobody has the keys any more', async () => {
  password = null;
  const { vaultId, desk } = SETTINGS;
  const visit: VisitSettings = {
    vaultId,
    desk,
    mailbox: { host: 'host', port: 5432, database: 'mailbox' },
    by: { passwords: ['first', 'own'] },
  };
  const host = hostOf();
  host.use(visit);
  await settle();
  expect(children.map(({ heard }) => heard)).toEqual([
    [{ type: 'visit', vaultDir: 'vault', settings: visit }],
  ]);
  host.follow(true);
  expect(children[0]!.isKilled).toBe(false);
  host.follow(false);
  expect(children[0]!.isKilled).toBe(true);
});
