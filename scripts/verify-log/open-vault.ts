/** Opens a vault outside the application as one of its people, counted and logged like every sign-in, with the application closed. */
import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskPerson } from '../../contract/sign-in/views.ts';
import type { KeychainItems } from '../../contract/host.ts';
import { openOsKeychain } from '../../main/keychain/os-keychain.ts';
import { createAnchor, readAnchor } from '../../main/vault/anchor/anchor.ts';
import { AppError } from '../../main/vault/app-error.ts';
import { systemClock } from '../../main/vault/clock.ts';
import { type Header, type StaffSlot, osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { createLimiter } from '../../main/vault/keys/limiter.ts';
import { createAuditLog } from '../../main/vault/log/audit-log.ts';
import { createSearchLog } from '../../main/vault/session/search-log.ts';
import type { Session } from '../../main/vault/session/session.ts';
import { unlock } from '../../main/vault/sign-in/unlock.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';

/** The application holds the newest anchor in memory: two at once would each write an older one over the other's. */
export class StillRunningError extends Error {
  constructor() {
    super('the application is running on this profile');
    this.name = 'StillRunningError';
  }
}

export interface ClosedVault {
  readonly estateName: string;
  readonly people: readonly (StaffSlot & Pick<DeskPerson, 'waitSeconds' | 'closed'>)[];
  /** Errors: those of `unlock`. */
  unlock(slot: StaffSlot, pin: string): Promise<Session>;
  /** Ends when everything counted and logged is on disk and in the keychain. */
  close(): Promise<void>;
}

/**
 * `profileDir` is the application's own data folder. Errors: StillRunningError; AppError `no-vault`, `keychain-…` (five outcomes),
 * `wrong-computer`, and those of readHeader.
 */
export async function openClosedVault(profileDir: string): Promise<ClosedVault> {
  if (isRunning(profileDir)) throw new StillRunningError();
  const vaultDir = join(profileDir, 'vault');
  const keychain = openOsKeychain(vaultDir);
  const items = await itemsOf(await keychain.read());
  const header = await readHeader({ vaultDir, deviceSecrets: items.deviceSecrets, osUserHash: osUserHash() });
  if (header === null) throw new AppError('no-vault');
  // What another user writes here the application could not read.
  if (header.osUser !== osUserHash()) throw new AppError('keychain-other-user');
  const anchored = readAnchor(items.anchors);
  const deviceSecret = items.deviceSecrets[header.deviceSecretId];
  if (anchored === undefined || deviceSecret === undefined) throw new AppError('keychain-item-missing');
  const anchor = createAnchor(anchored, {
    write: async (copy, bytes) => {
      if (!(await keychain.writeAnchor(copy, bytes))) throw new AppError('keychain-write-failed');
    },
  });
  const clock = systemClock;
  const limiter = createLimiter({ anchor, vaultDir, deviceSecret, clock });
  let session: Session | null = null;
  return {
    estateName: header.estateName,
    people: header.slots.map((slot) => ({ ...slot, ...limiter.status(slot.id) })),
    async unlock(slot, pin) {
      const opened = await unlock(
        {
          header,
          deviceSecret,
          anchor,
          limiter,
          clock,
          lastLock: null,
          searchLog: createSearchLog(() => undefined),
          log: createAuditLog({ anchor, clock }),
          effects: {
            vaultDir,
            headerChanged: () => undefined,
            followKeys: async ({ header: same }) => same,
            followRoster: async () => false,
            lock: () => undefined,
          },
          openStore: (key) =>
            openStore({
              path: storePath(vaultDir, header),
              key,
              create: false,
              engine: chooseEngine('auto'),
            }),
        },
        { slotId: slot.id, pin },
      );
      session = opened.session;
      return session;
    },
    async close() {
      await session?.store.close();
      await Promise.all([limiter.drain(), anchor.drain()]);
      await keychain.drain();
    },
  };
}

const storePath = (vaultDir: string, header: Header): string => join(vaultDir, header.storeFile);

async function itemsOf(
  reading: Awaited<ReturnType<ReturnType<typeof openOsKeychain>['read']>>,
): Promise<KeychainItems> {
  if (reading.state === 'found') return reading.items;
  if (reading.state === 'item-missing') return { deviceSecrets: {}, anchors: [] };
  throw new AppError(`keychain-${reading.state}`);
}

/** Chromium's lock of a profile: a link that ends in the process id, or on Windows a file that lives as long as the process. */
function isRunning(profileDir: string): boolean {
  if (process.platform === 'win32') return existsSync(join(profileDir, 'lockfile'));
  try {
    const pid = Number(readlinkSync(join(profileDir, 'SingletonLock')).split('-').pop());
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
