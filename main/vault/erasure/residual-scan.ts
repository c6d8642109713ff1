/** Looks for what is left of deleted people: in the pages of the store, free space included, in its WAL, and in the backups that are older. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from '../session/session.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { listArchived } from '../backup-files/archive-files.ts';
import { listBackups } from '../backup-files/list-backups.ts';
import { goneBy } from '../backup-files/retention.ts';
import type { OnSearched } from '../store/engine/page-search.ts';
import type { Store } from '../store/store.ts';
import type { Traces } from './erased-values.ts';

/** Extent and result of a search for residues. */
export interface Searched {
  readonly pages: number;
  readonly walBytes: number;
  /** Byte strings that were looked for. */
  readonly searched: number;
  /** How many of them are still there. */
  readonly found: number;
  /** Every page was written anew, because some were found at first. */
  readonly rewritten: boolean;
}

/** Looks; where something is found in what SQLite has left of moved rows, has every page written anew and looks again. Errors: those of `onSearched` and of the store. */
export async function searchStore(store: Store, traces: Traces, onSearched?: OnSearched): Promise<Searched> {
  const all = traces.toStrings('all');
  const seen = await store.searchPages(all, onSearched);
  const certain = traces.toStrings('certain');
  if (all.met === 0) return { ...seen, searched: all.size, found: 0, rewritten: false };
  await store.rewrite();
  const again = await store.searchPages(certain, onSearched);
  return { ...again, searched: all.size, found: certain.met, rewritten: true };
}

/** A backup, or a store that a restore has kept, from before a deletion. */
export interface OlderBackup {
  readonly name: string;
  /** `backup`: in the folder of backups. `kept`: beside the vault, from a restore; nothing takes it away but somebody. */
  readonly where: 'backup' | 'kept';
  /** Milliseconds since 1970; null where it does not say. */
  readonly madeAt: number | null;
  /** Day (milliseconds since 1970) on which it is let go of in the usual course; null where nobody can say. */
  readonly goneBy: number | null;
}

/** Known facts about older backups. */
export interface OlderBackups {
  /** Null where no folder was chosen, or it cannot be read now. */
  readonly folder: string | null;
  readonly older: readonly OlderBackup[];
  /** A whole backup from after the deletion is there. */
  readonly hasNewer: boolean;
}

/** Those from before `doneAt` that this computer knows of. Copies on other drives are not among them. */
export async function findOlderBackups(session: Session, doneAt: number): Promise<OlderBackups> {
  const { header, effects, clock } = session;
  const { folder } = backupSettingsOf(header);
  const found = folder === null ? null : await listBackups(folder, header.vaultId).catch(() => null);
  const ours = (found ?? []).filter(({ state }) => state !== 'other-vault');
  const made = ours.flatMap(({ manifest }) => (manifest === null ? [] : [manifest.createdAt]));
  const kept = await listArchived(effects.vaultDir);
  return {
    folder: found === null ? null : folder,
    hasNewer: made.some((at) => at > doneAt),
    older: [
      ...ours.flatMap(({ name, manifest }): readonly OlderBackup[] =>
        manifest !== null && manifest.createdAt > doneAt
          ? []
          : [
              {
                name,
                where: 'backup',
                madeAt: manifest?.createdAt ?? null,
                goneBy: manifest === null ? null : goneBy(made, manifest.createdAt, clock.now()),
              },
            ],
      ),
      ...(
        await Promise.all(
          kept.map(async (name): Promise<OlderBackup> => ({
            name,
            where: 'kept',
            madeAt: await stat(join(effects.vaultDir, name)).then(
              ({ mtimeMs }) => Math.floor(mtimeMs),
              () => null,
            ),
            goneBy: null,
          })),
        )
      ).filter(({ madeAt }) => madeAt === null || madeAt <= doneAt),
    ],
  };
}
