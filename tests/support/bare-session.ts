/** The session of a client with its checks taken out: signed in by somebody's right PIN, and then holding what somebody else has put there. */
import { join } from 'node:path';
import { createAnchor, readAnchor } from '../../main/vault/anchor/anchor.ts';
import { systemClock } from '../../main/vault/clock.ts';
import { osUserHash, readHeader } from '../../main/vault/keys/header.ts';
import { createLimiter } from '../../main/vault/keys/limiter.ts';
import { createAuditLog } from '../../main/vault/log/audit-log.ts';
import { createSearchLog } from '../../main/vault/session/search-log.ts';
import type { Session } from '../../main/vault/session/session.ts';
import { unlock } from '../../main/vault/sign-in/unlock.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { VaultHarness } from './vault-harness.ts';

export interface BareSession {
  readonly session: Session;
  close(): Promise<void>;
}

/** The vault must be closed. Errors: those of `unlock`. */
export async function openBareSession(
  { vaultDir, keychain }: VaultHarness,
  name: string,
  pin: string,
): Promise<BareSession> {
  const { deviceSecrets, anchors } = keychain;
  const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
  const deviceSecret = deviceSecrets[header.deviceSecretId]!;
  const anchor = createAnchor(readAnchor(anchors.filter((copy) => copy !== undefined))!, {
    write: (copy, bytes) => keychain.writeAnchor(copy, bytes),
  });
  const limiter = createLimiter({ anchor, vaultDir, deviceSecret, clock: systemClock });
  const { session } = await unlock(
    {
      header,
      deviceSecret,
      anchor,
      limiter,
      log: createAuditLog({ anchor, clock: systemClock }),
      clock: systemClock,
      searchLog: createSearchLog(() => undefined),
      lastLock: null,
      effects: {
        vaultDir,
        headerChanged: () => undefined,
        followKeys: async ({ header: same }) => same,
        followRoster: async () => false,
        lock: () => undefined,
      },
      openStore: (key) =>
        openStore({
          path: join(vaultDir, header.storeFile),
          key,
          create: false,
          engine: chooseEngine('auto'),
        }),
    },
    { slotId: header.slots.find(({ displayName }) => displayName === name)!.id, pin },
  );
  return {
    session,
    close: async () => {
      await session.store.close().catch(() => undefined);
      await Promise.all([limiter.drain(), anchor.drain()]);
    },
  };
}
