/** An import without the rest of the vault: a real store and log, tier keys of its own, and ways to look at what was written. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { type SealedFieldId, sealedTierOf } from '../../contract/fields.ts';
import { USUAL_MASKS, USUAL_POLICY } from '../../contract/policy/lists.ts';
import type { ImportAnswers } from '../../contract/import/requests.ts';
import { applyImport } from '../../main/vault/import/apply-import.ts';
import type { ImportProgress } from '../../main/vault/long-work/progress.ts';
import { type MatchTags, type PreparedImport, planImport } from '../../main/vault/import/plan-import.ts';
import { openWorkbook } from '../../main/vault/import/read-workbook.ts';
import { undoImport } from '../../main/vault/import/undo-import.ts';
import { matchTag, tagText } from '../../main/vault/keys/match.ts';
import { openSealed } from '../../main/vault/keys/seal.ts';
import { type TierPrivate, type TrustedTierKey, createTierPrivate } from '../../main/vault/keys/tier-keys.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import type { ENGINES } from './engines.ts';
import {
  type FixtureCell,
  type FixtureSheet,
  type WorkbookFormat,
  cellsOf,
  writeSheets,
} from './fixture-workbooks.ts';
import { type LogDesk, SIGNER, STAFF, makeLogDesk, rosterOf } from './log-desk.ts';
import { KEPT_ROWS, LIST_TRIGGERS, TRUE_ROWS } from './list-rows.ts';
import { phoneOf } from './people-drafts.ts';
import { proposedMapping } from './proposed-mapping.ts';
import { describeHere, packWorkbook, sheetsHere } from './sheets-here.ts';
import { makeTempDir } from './temp-dir.ts';
import { NEVER_ABORTED } from '../../main/vault/long-work/long-work.ts';
import { signalOf } from './signal-of.ts';

export const VAULT_ID = '00112233445566778899aabbccddeeff';

/** Whatever had to be asked stays out. */
export const LEAVE_OUT: ImportAnswers = { rest: 'leave-out', kinds: [], despite: [], rows: [] };

export interface ImportDesk {
  readonly desk: LogDesk;
  readonly keys: Readonly<Record<'contact' | 'identity', TierPrivate>>;
  readonly tags: MatchTags;
  readonly progress: ImportProgress[];
  cancelAt: number;
  plan(
    sheet: FixtureSheet | readonly FixtureSheet[] | string,
    format?: WorkbookFormat,
  ): Promise<PreparedImport>;
  apply(plan: PreparedImport, answers?: ImportAnswers): ReturnType<typeof applyImport>;
  import(
    sheet: FixtureSheet | readonly FixtureSheet[] | string,
    format?: WorkbookFormat,
    answers?: ImportAnswers,
  ): ReturnType<typeof applyImport>;
  undo(importId: number, keepEdited?: boolean): ReturnType<typeof undoImport>;
}

export async function makeImportDesk(engine: (typeof ENGINES)[number]): Promise<ImportDesk> {
  const desk = await makeLogDesk(engine);
  const keys = {
    contact: createTierPrivate(VAULT_ID, 'contact', 1),
    identity: createTierPrivate(VAULT_ID, 'identity', 1),
  };
  const tags: MatchTags = (field, normalised) =>
    matchTag(VAULT_ID, keys[sealedTierOf(field)], field, normalised);
  const progress: ImportProgress[] = [];
  let asked = 0;
  const made: ImportDesk = {
    desk,
    keys,
    tags,
    progress,
    cancelAt: Number.POSITIVE_INFINITY,
    plan: async (sheet, format = 'xlsx') => {
      const path = typeof sheet === 'string' ? sheet : join(makeTempDir(), 'book');
      if (typeof sheet !== 'string')
        writeSheets(
          path,
          Array.isArray(sheet) ? (sheet as readonly FixtureSheet[]) : [sheet as FixtureSheet],
          format,
        );
      const workbook = await openWorkbook(path);
      const mapping = proposedMapping(await describeHere(desk.store, USUAL_POLICY, workbook));
      return planImport({
        store: desk.store,
        policy: USUAL_POLICY,
        workbook: packWorkbook(workbook),
        sheets: sheetsHere(workbook),
        keepRows: (left) => sheetsHere(workbook).keepRows(mapping, left),
        showCells: (rows) => sheetsHere(workbook).showCells(USUAL_POLICY.masks, mapping, rows),
        mapping,
        takesIds: true,
        tags,
        onProgress: (one) => progress.push(one),
        signal: NEVER_ABORTED,
      });
    },
    apply: async (plan, answers = LEAVE_OUT) => {
      asked = 0;
      const triggers = await desk.store.all(LIST_TRIGGERS);
      expect(triggers.length).toBeGreaterThan(5);
      return applyImport({
        store: desk.store,
        log: desk.log,
        masks: USUAL_MASKS,
        plan,
        tags,
        answers,
        vaultId: VAULT_ID,
        tierKeys: keys as unknown as Record<'contact' | 'identity', TrustedTierKey>,
        staffId: STAFF,
        cosignerId: null,
        signedBy: [SIGNER],
        clock: desk.clock,
        onProgress: (one) => progress.push(one),
        signal: signalOf(() => (asked += 1) > made.cancelAt),
      }).finally(async () => {
        // Whatever became of it: an import writes these columns itself, without their triggers.
        expect(await desk.store.all(KEPT_ROWS)).toEqual(await desk.store.all(TRUE_ROWS));
        expect(await desk.store.all(LIST_TRIGGERS)).toEqual(triggers);
      });
    },
    import: async (sheet, format, answers) => made.apply(await made.plan(sheet, format), answers),
    undo: async (importId, keepEdited = true) => {
      asked = 0;
      return undoImport({
        store: desk.store,
        log: desk.log,
        anchor: desk.anchor,
        roster: rosterOf(desk),
        importId,
        keepEdited,
        staffId: STAFF,
        cosignerId: null,
        signedBy: [SIGNER],
        clock: desk.clock,
        keys: {
          open: (value) =>
            openSealed(VAULT_ID, keys[sealedTierOf(value.field)], value, value, value.ciphertext),
          tag: (field, personId, value) => ({ tag: tags(field, tagText(field, personId, value)), epoch: 1 }),
        },
        onProgress: (one) => progress.push(one),
        signal: signalOf(() => (asked += 1) > made.cancelAt),
      }).finally(async () =>
        expect(await desk.store.all(KEPT_ROWS)).toEqual(await desk.store.all(TRUE_ROWS)),
      );
    },
  };
  return made;
}

export interface ValueRow {
  readonly name: string;
  readonly personId: number;
  readonly field: SealedFieldId;
  readonly ordinal: number;
  readonly n: number;
  readonly ciphertext: Uint8Array;
  readonly mask: string;
  readonly valid: number;
  readonly epoch: number;
  readonly nonce: Uint8Array;
  readonly enc: Uint8Array;
  readonly tag: Uint8Array | null;
}

/** Current values in clear, opened with the tiers' keys. */
export async function readValues({
  desk,
  keys,
}: ImportDesk): Promise<readonly (ValueRow & { readonly value: string })[]> {
  const rows = await desk.store.all<ValueRow>(sql`
    SELECT p.name, v.person_id AS personId, v.field, v.ordinal, v.n, v.ciphertext, v.mask, v.valid, b.epoch, b.nonce, b.enc, t.tag
    FROM sealed_value v JOIN seal_batch b ON b.id = v.batch_id JOIN person p ON p.id = v.person_id LEFT JOIN match_tag t ON t.value_id = v.id
    WHERE v.replaced_at IS NULL ORDER BY v.person_id, v.field, v.ordinal`);
  return rows.map((row) => ({
    ...row,
    value: openSealed(VAULT_ID, keys[sealedTierOf(row.field)], row, row, row.ciphertext),
  }));
}

export const valuesOf = async (
  desk: ImportDesk,
  name: string,
  field: SealedFieldId,
): Promise<readonly string[]> =>
  (await readValues(desk))
    .filter((row) => row.name === name && row.field === field)
    .map(({ value }) => value);

export const count = async (store: Store, table: string): Promise<number> =>
  (await store.get<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] }))!.n;

const HEADER = cellsOf('房号 业主名称 性别 手机号 身份证号 业主类型 车牌号 备注 微信 生日 楼层');
/** room, name, sex, phone, id, relation, plate, remark, wechat, birthday, floor */
export const sheet = (...rows: readonly (readonly FixtureCell[])[]): FixtureSheet => ({
  name: '业主',
  rows: [HEADER, ...rows, ['99-9-901', '尾行', '男', phoneOf(9901)]],
});
