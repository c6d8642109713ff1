/** A change, its entries and what is read of it come from one transaction, each entry by whoever is signed in. */
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import type { AuditLog, NewLogEntry } from '../../../main/vault/log/audit-log.ts';
import { done } from '../../../main/vault/log/done.ts';
import { commit, commitAndRead, commitValue } from '../../../main/vault/session/commit.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import type { ReadableStore } from '../../../main/vault/store/store.ts';

const TX = { of: 'the transaction' } as unknown as ReadableStore;

/** A session whose log tells what it was given, in order. */
function sessionOf(told: unknown[]): Session {
  const log = {
    record: async (
      _store: unknown,
      work: (tx: unknown, seq: number) => Promise<{ entries: NewLogEntry[] }>,
    ) => {
      const { entries, ...rest } = await work(TX, 7);
      told.push(...entries);
      return (rest as { value?: unknown }).value;
    },
  } as unknown as AuditLog;
  return { log, store: {}, signedIn: { staffId: 's-1' as StaffId } } as unknown as Session;
}

describe('a commit', () => {
  it('enters what was done by whoever is signed in', async () => {
    const told: unknown[] = [];
    await commit(sessionOf(told), async (_tx, seq) => [
      done('training-practice', { tasks: [] }),
      done('paper-return', { paper: seq, sort: 'other' }, { reason: 'found' }),
    ]);
    expect(told).toEqual([
      { staffId: 's-1', action: 'training-practice', outcome: 'done', detail: { tasks: [] } },
      {
        staffId: 's-1',
        action: 'paper-return',
        outcome: 'done',
        detail: { paper: 7, sort: 'other' },
        reason: 'found',
      },
    ]);
  });

  it('reads what it returns after the change, from the same transaction', async () => {
    const told: unknown[] = [];
    const session = sessionOf(told);
    const read = async (_session: Session, store: ReadableStore) => ({ store, changed: told.length });
    const order: string[] = [];
    const found = await commitAndRead(
      session,
      async (...args) => {
        order.push('read');
        return read(...args);
      },
      async () => {
        order.push('change');
        return [];
      },
    );
    expect(order).toEqual(['change', 'read']);
    expect(found.store).toBe(TX);
  });

  it('returns the value of the change, and fails with it', async () => {
    const told: unknown[] = [];
    await expect(commitValue(sessionOf(told), async () => ({ value: 3, entries: [] }))).resolves.toBe(3);
    await expect(commit(sessionOf(told), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(told).toEqual([]);
  });
});
