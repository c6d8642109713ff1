import { describe, expect, it } from 'vitest';
import { AppError } from '../../../main/vault/app-error.ts';
import { createBackupDesk } from '../../../main/vault/backup/backup-desk.ts';
import { createPickedFiles } from '../../../main/vault/files/picked-files.ts';
import { createLongWork } from '../../../main/vault/long-work/long-work.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import type { Sql } from '../../../main/vault/store/sql.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

describe('the backups that are made by themselves', () => {
  it('stop without a word where the log cannot be read: nobody waits for them, and what nobody catches ends the vault', async () => {
    const asked: string[] = [];
    const get = async ({ text }: Sql): Promise<unknown> => {
      asked.push(text);
      throw new AppError('store-damaged');
    };
    const desk = createBackupDesk({
      engine: () => {
        throw new Error('none is made');
      },
      work: createLongWork({ onProgress: () => undefined, hold: () => undefined }),
      pickedFiles: createPickedFiles(),
    });
    const session = {
      alarms: [],
      store: { get, all: get },
      header: { vaultId: 'a'.repeat(32), backups: { folder: makeTempDir(), on: true, hour: 3 } },
      clock: { now: () => 0 },
    } as unknown as Session;
    await expect(desk.follow(session)).resolves.toBe(false);
    expect(asked.some((text) => text.includes('log_entry'))).toBe(true);
  });
});
