/** The key page's requests: one rotation at a time, which may be cancelled until its switch. */
import type { VaultEvent } from '../../../contract/events.ts';
import type { Paper } from '../../../contract/paper.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { LongWork } from '../long-work/long-work.ts';
import type { Session } from '../session/session.ts';
import type { Engine } from '../store/engine/engine.ts';
import { listKeys } from './list-keys.ts';
import { type DeviceSecretKeeper, rotateDeviceSecret } from './rotate-device-secret.ts';
import { checkStoreKey, rotateStoreKey } from './rotate-store-key.ts';
import { createSheetChange } from './rotate-sheet.ts';
import { rotateTierKeys } from './rotate-tier-keys.ts';
import { allowRotation } from './theft.ts';

interface KeyDeskTools {
  readonly rotations: LongWork<VaultEvent<'keys.progress'>>;
  readonly engine: () => Engine;
  readonly keychainWriter: DeviceSecretKeeper;
}

export interface KeyDesk {
  readonly list: typeof listKeys;
  readonly checkStoreKey: typeof checkStoreKey;
  readonly rotateStoreKey: (
    session: Session,
    request: RouteRequest<'keys.rotateStoreKey'>,
  ) => Promise<RouteReply<'keys.rotateStoreKey'>>;
  readonly rotateDeviceSecret: (
    session: Session,
    request: RouteRequest<'keys.rotateDeviceSecret'>,
  ) => Promise<RouteReply<'keys.rotateDeviceSecret'>>;
  readonly rotateTierKeys: (
    session: Session,
    request: RouteRequest<'keys.rotateTierKeys'>,
  ) => Promise<RouteReply<'keys.rotateTierKeys'>>;
  readonly beginSheet: (session: Session) => Promise<RouteReply<'keys.beginSheet'>>;
  readonly finishSheet: (
    session: Session,
    request: RouteRequest<'keys.finishSheet'>,
  ) => Promise<RouteReply<'keys.finishSheet'>>;
  readonly cancel: () => Promise<void>;
  /** The new recovery sheet while it is to be proved; null where none is. */
  readonly paper: () => Paper | null;
}

export function createKeyDesk({ rotations, engine, keychainWriter }: KeyDeskTools): KeyDesk {
  const sheet = createSheetChange();
  return {
    list: listKeys,
    checkStoreKey,
    rotateStoreKey: (session, { pin }) =>
      rotations.run(async (work) => {
        await allowRotation(session, 'store-key');
        const compared = await rotateStoreKey(session, { ...work, engine: engine() }, pin);
        return { ...compared, view: await listKeys(session) };
      }),
    rotateDeviceSecret: (session, { pin }) =>
      rotations.run(async () => {
        await allowRotation(session, 'device-secret');
        await rotateDeviceSecret(session, keychainWriter, pin);
        return { view: await listKeys(session) };
      }),
    rotateTierKeys: (session, request) =>
      rotations.run(async (work) => {
        await allowRotation(session, 'tier-keys');
        const resealed = await rotateTierKeys(session, work, request);
        return { ...resealed, view: await listKeys(session) };
      }),
    beginSheet: (session) => sheet.begin(session),
    finishSheet: async (session, request) => {
      await sheet.finish(session, request);
      return { view: await listKeys(session) };
    },
    cancel: () => {
      rotations.cancel();
      return sheet.cancel();
    },
    paper: sheet.paper,
  };
}
