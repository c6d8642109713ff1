/** Whoever has the store key writes rows of documents: what was published and who signed is what signed entries of the log say, and no row says otherwise. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OwnDocument } from '../../contract/procedures/views.ts';
import { encodeDetail } from '../../main/vault/log/detail.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { type Sql, sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { FACTS } from '../support/features/company.ts';
import { writeAnything } from '../support/fuzz-store/attacker.ts';
import { openStoreOf, STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

describe('rows of documents that somebody else has written', () => {
  let desk: VaultHarness;
  let before: OwnDocument;
  beforeAll(async () => {
    desk = await openDesk('admin', { engine: 'better-sqlite3' });
    await desk.call('procedures.useTemplates', { kinds: ['undertaking'], idleSeconds: 120 });
    await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
    const { procedures } = await desk.call('procedures.list', {});
    const [{ procedureId, draft }] = procedures as [(typeof procedures)[0]];
    await desk.call('procedures.read', { procedureId, versionId: null });
    await desk.call('procedures.publish', {
      drafts: [{ procedureId, version: draft!.version }],
      pin: PINS.admin,
    });
    [before] = (await own()) as [OwnDocument];
  });

  async function tamper(work: (store: Store) => Promise<unknown>): Promise<void> {
    await desk.vault.close();
    const vault = { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets };
    const store = await openStoreOf(vault, chooseEngine('better-sqlite3'), PINS.admin);
    await work(store);
    await store.close();
    await desk.start();
    await desk.unlock('admin');
  }
  const procedure = async () => (await desk.call('procedures.list', {})).procedures[0]!;
  const own = async () => (await desk.call('procedures.own', {})).documents;

  /** All tests share one vault: what a test has changed is put back. */
  async function during(change: Sql, undo: Sql, look: () => Promise<void>): Promise<void> {
    await tamper((store) => store.runAlone(change));
    await look();
    await tamper((store) => store.runAlone(undo));
  }

  it('sign for nobody: an entry that is not signed by whoever it names counts for nothing', async () => {
    const { procedureId, versionId, number, sha256 } = before;
    const detail = encodeDetail('procedure-sign', {
      procedure: procedureId,
      kind: 'undertaking',
      version: versionId,
      number,
      sha256,
    });
    const rewrite = async (text: string, ...values: readonly unknown[]): Promise<void> => {
      await desk.vault.close();
      const key = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin);
      writeAnything(join(desk.vaultDir, STORE_FILE), key, (db) => db.prepare(text).run(...values));
      await desk.start();
      await desk.unlock('admin');
    };
    // Once without a signature, once with the one of another entry.
    for (const signature of [
      'NULL',
      `(SELECT signature FROM log_entry WHERE action = 'procedure-publish')`,
    ]) {
      await rewrite(
        `UPDATE log_entry SET action = 'procedure-sign', detail = ?, signature = ${signature}
         WHERE seq = (SELECT max(seq) FROM log_entry WHERE action IN ('procedure-draft', 'procedure-sign'))`,
        detail,
      );
      expect(await desk.codeOf('procedures.list', {})).toBe('store-tampered');
      expect(await desk.codeOf('procedures.own', {})).toBe('store-tampered');
    }
    await rewrite(
      `UPDATE log_entry SET action = 'procedure-draft', signature = NULL WHERE action = 'procedure-sign'`,
    );
    expect((await procedure()).signed).toMatchObject({ count: 0 });
    expect((await own())[0]).toMatchObject({ due: true, signedAt: null });
  });

  it.each([
    ['another text', sql`UPDATE procedure_version SET text = replace(text, '不拍摄', '可拍摄')`],
    ['no text', sql`UPDATE procedure_version SET id = id + 1000`],
  ])('make %s no document: it is not shown, not signed, and said to be altered', async (_, change) => {
    const { procedureId, versionId, sha256 } = before;
    const undo = sql`UPDATE procedure_version SET text = replace(text, '可拍摄', '不拍摄'), id = ${versionId}`;
    await during(change, undo, async () => {
      expect((await procedure()).versions[0]).toMatchObject({ versionId, intact: false });
      expect(await desk.codeOf('procedures.read', { procedureId, versionId })).toBe('store-tampered');
      expect(await own()).toEqual([]);
      await desk.answers('changed-meanwhile', 'procedures.sign', {
        versions: [{ versionId, sha256 }],
        pin: PINS.admin,
      });
    });
    expect(await own()).toHaveLength(1);
  });

  it.each([
    ['a kind that there is not', sql`UPDATE procedure SET kind = 'other'`],
    ['a draft that is none', sql`UPDATE procedure SET draft = '{"title":"x","blocks":[{"kind":"html"}]}'`],
    [
      'a draft of a million characters',
      sql`UPDATE procedure SET draft = '{"title":"' || printf('%01000000d', 1) || '"}'`,
    ],
  ])('are told as damaged where they have %s', (_, change) =>
    during(change, sql`UPDATE procedure SET kind = 'undertaking', draft = NULL`, async () => {
      expect(await desk.codeOf('procedures.list', {})).toBe('store-damaged');
    }),
  );

  it('say nothing of the company that it has not said', async () => {
    await tamper((store) =>
      store.transaction(async (tx) => {
        await tx.run(sql`UPDATE company_fact SET value = printf('%0500d', 1) WHERE name = 'company'`);
        await tx.run(sql`INSERT INTO company_fact (name, value) VALUES ('__proto__', 'x')`);
        await tx.run(sql`UPDATE procedure_version SET filled = 'not json'`);
      }),
    );
    expect(await desk.call('company.read', {})).toEqual({
      facts: { ...FACTS, company: '' },
      missing: ['company'],
    });
  });
});
