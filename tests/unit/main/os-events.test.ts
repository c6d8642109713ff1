/** Which events of which system lock, over a stand-in for the emitters of Electron; on Linux the real ones are heard in tests/e2e/idle. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: null as unknown, powerMonitor: null as unknown }));
vi.mock('electron', () => electron);
vi.mock('../../../main/lock/logind.ts', () => ({ watchLogind: () => ({ stop: () => undefined }) }));

const platform = process.platform;
let app: EventEmitter;
let powerMonitor: EventEmitter;
beforeEach(() => {
  [app, powerMonitor] = [new EventEmitter(), new EventEmitter()];
  Object.assign(electron, { app, powerMonitor });
});
afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }));

/** What locked, in order. */
async function watchOn(system: NodeJS.Platform): Promise<string[]> {
  Object.defineProperty(process, 'platform', { value: system });
  const { watchOsEvents } = await import('../../../main/lock/os-events.ts');
  const reasons: string[] = [];
  watchOsEvents((why) => reasons.push(why));
  return reasons;
}

it.each(['linux', 'darwin', 'win32'] as const)('sleep locks on %s', async (system) => {
  const reasons = await watchOn(system);
  powerMonitor.emit('suspend');
  expect(reasons).toEqual(['suspend']);
});

it.each(['darwin', 'win32'] as const)('the screen of the system locks on %s', async (system) => {
  const reasons = await watchOn(system);
  powerMonitor.emit('lock-screen');
  expect(reasons).toEqual(['os-lock']);
});

it('another user who takes the seat locks on macOS', async () => {
  const reasons = await watchOn('darwin');
  powerMonitor.emit('user-did-resign-active');
  expect(reasons).toEqual(['user-switch']);
});

it('the end of a session locks on Windows, which tells each window of it, and asks first', async () => {
  const reasons = await watchOn('win32');
  const window = new EventEmitter();
  app.emit('browser-window-created', {}, window);
  window.emit('query-session-end');
  window.emit('session-end');
  expect(reasons).toEqual(['shutdown', 'shutdown']);
});

it.each(['linux', 'darwin'] as const)('a shutdown locks on %s', async (system) => {
  const reasons = await watchOn(system);
  powerMonitor.emit('shutdown');
  expect(reasons).toEqual(['shutdown']);
});
