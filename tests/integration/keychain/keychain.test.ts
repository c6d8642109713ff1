/** The keychain's outcomes told apart on a real gnome-keyring under a private session bus, one state after another. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Keyring, startKeyring } from '../../../scripts/desktop/keyring.ts';
import { projectDir } from '../../../scripts/setup/paths.mjs';

const execute = promisify(execFile);
const child = join(projectDir, 'tests', 'support', 'keychain-child.ts');

async function inSession(
  env: Readonly<Record<string, string>>,
  step: string,
  vaultDir = '/vault/one',
): Promise<unknown> {
  const { stdout } = await execute(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', child, step, vaultDir],
    { env: { ...env }, timeout: 60_000 },
  );
  return JSON.parse(stdout);
}

const isLinux = process.platform === 'linux';

describe.runIf(isLinux)('the keychain of a session', () => {
  let session: Keyring;
  beforeAll(async () => {
    session = await startKeyring('unlocked', null);
  });
  afterAll(() => session?.stop());

  it('says that an item is missing, and only then, when it is open and empty', async () => {
    expect(await inSession(session.env, 'read')).toEqual({ state: 'item-missing' });
  });

  it('gives back what was stored, to the same vault folder alone', async () => {
    expect(await inSession(session.env, 'write')).toEqual({ done: [true, true, true] });
    expect(await inSession(session.env, 'read')).toEqual({
      state: 'found',
      secrets: [['a1b2', 32, 7]],
      anchors: [900, 901],
    });
    expect(await inSession(session.env, 'read', '/vault/two')).toEqual({ state: 'item-missing' });
  });

  it('reads after every write begun before it', async () => {
    const { seen, done } = (await inSession(session.env, 'write-then-read', '/vault/three')) as {
      seen: unknown;
      done: boolean[];
    };
    expect(seen).toEqual([20]);
    expect(done).toEqual(Array.from({ length: 20 }, () => true));
  });

  it('says locked, not missing, when the keyring has not been opened', async () => {
    await session.change('locked');
    expect(await inSession(session.env, 'read')).toEqual({ state: 'locked' });
    expect(await inSession(session.env, 'read', '/vault/two')).toEqual({ state: 'locked' });
    expect(await inSession(session.env, 'write', '/vault/two')).toEqual({ done: [false, false, false] });
  });

  it('has kept its items when it is opened again', async () => {
    await session.change('unlocked');
    expect(await inSession(session.env, 'read')).toEqual({
      state: 'found',
      secrets: [['a1b2', 32, 7]],
      anchors: [900, 901],
    });
    expect(await inSession(session.env, 'read', '/vault/two')).toEqual({ state: 'item-missing' });
  });

  it('gives up a device secret that it is told to, and nothing else of the vault', async () => {
    expect(await inSession(session.env, 'delete')).toEqual({ done: [true, true] });
    expect(await inSession(session.env, 'read')).toEqual({
      state: 'found',
      secrets: [],
      anchors: [900, 901],
    });
    expect(await inSession(session.env, 'write')).toEqual({ done: [true, true, true] });
  });

  it('says that there is no service', async () => {
    await session.change('no-service');
    expect(await inSession(session.env, 'read')).toEqual({ state: 'no-service' });
  });

  it('says that there is no bus: none named, or none behind the name', async () => {
    const { DBUS_SESSION_BUS_ADDRESS: _, ...withoutBus } = session.env;
    expect(await inSession({ ...withoutBus, XDG_RUNTIME_DIR: '/nonexistent' }, 'read')).toEqual({
      state: 'no-bus',
    });
    expect(
      await inSession({ ...withoutBus, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }, 'read'),
    ).toEqual({ state: 'no-bus' });
  });

  it('counts as locked when the tool that would tell is not there', async () => {
    await session.change('unlocked');
    expect(await inSession({ ...session.env, PATH: '/nonexistent' }, 'read', '/vault/two')).toEqual({
      state: 'locked',
    });
    expect(await inSession({ ...session.env, PATH: '/nonexistent' }, 'read')).toMatchObject({
      state: 'found',
    });
  });
});
