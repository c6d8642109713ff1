/** Changes from the real vault to the practice vault and back, and removes the practice vault. */
import { makeOwnerOnlyFolder } from '../owner-only-folder.ts';
import type { AcrossLocks, OpenPlace } from '../places.ts';
import type { Place } from '../../contract/practice/lists.ts';
import { createQueue } from '../queue.ts';
import type { SettingsStore } from '../shell/settings.ts';
import type { PracticeFolder } from './practice-folder.ts';

/** One change at a time, however fast they are asked for. Errors of each: those of the file system and of the keychain. */
export interface PlaceChanges {
  enter(): Promise<void>;
  leave(): Promise<void>;
  discard(): Promise<void>;
  /** To be called once the vault process has made the practice vault. */
  openMade(): void;
}

interface PlaceChangesDependencies {
  readonly places: Readonly<Record<Place, OpenPlace>>;
  readonly practice: PracticeFolder;
  readonly settings: SettingsStore;
  readonly kept: AcrossLocks;
}

export function createPlaceChanges(deps: PlaceChangesDependencies): PlaceChanges {
  const { places, practice, settings, kept } = deps;

  /** Locks the place that is left as any lock does; the fresh pair comes up in the other, whose vault is made there if `making`. */
  const moveTo = (place: OpenPlace, making = false): void => {
    const before = kept.place;
    Object.assign(kept, { place, making, next: null, repair: false } satisfies Partial<AcrossLocks>);
    before.lock('vault-request');
  };

  /** Once the process that had it open has ended, so that nothing is written after it. */
  const clear = async (): Promise<void> => {
    const { vault, keychain, deskBoard } = places.practice;
    await vault.ended();
    kept.lastLocks.practice = null;
    deskBoard.keep(null);
    await keychain.deleteAll();
    await practice.remove();
  };

  const inTurn = createQueue();
  return {
    enter: () =>
      inTurn(async () => {
        if (kept.place === places.practice) return;
        const isMade = await practice.isMade();
        if (isMade) settings.write({ practised: true });
        else {
          await clear();
          await makeOwnerOnlyFolder(practice.vaultDir);
        }
        moveTo(places.practice, !isMade);
      }),
    leave: () =>
      inTurn(async () => {
        if (kept.place === places.practice) moveTo(places.real);
      }),
    discard: () =>
      inTurn(async () => {
        if (kept.place === places.practice) moveTo(places.real);
        await clear();
      }),
    /** The process that has made it has had every key of it, and is killed by the lock. */
    openMade() {
      practice.tellMade();
      settings.write({ practised: true });
      kept.making = false;
      kept.place.lock('vault-request');
    },
  };
}
