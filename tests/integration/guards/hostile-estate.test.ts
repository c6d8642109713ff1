/** A hostile estate comes in or is rejected with a reason, is found by what staff type, stays masked and out of the log, and changes nothing the second time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellObject } from '@e965/xlsx';
import * as XLSX from '@e965/xlsx';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { RouteName } from '../../../contract/route-names.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import type { CellFlag, ImportResult } from '../../../contract/import/views.ts';
import type { SearchKind } from '../../../contract/search/lists.ts';
import { findClear, secretOfMany } from '../../support/clear-values.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { writeSheets } from '../../support/fixture-workbooks.ts';
import {
  FIRST_HOSTILE_ROW,
  HOSTILE_FILE_NAME,
  hostileRows,
  isFound,
  hostileSheet,
  wellFormed,
} from '../../support/hostile-estate.ts';
import { readTables, storedTexts, withStoreOf } from '../../support/store-text.ts';
import { hashTables } from '../../support/table-hashes.ts';
import { type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { previewOf } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const FORMATS = ['xlsx', 'xls', 'csv-utf8', 'csv-utf16be'] as const;
const FILE = 'b2'.repeat(16) as FileId;
const REJECTS = 'c3'.repeat(16) as FileId;
const rows = hostileRows();
const accepted = rows.filter(({ reject }) => reject === null);
/** Of whose names nothing is left, a room comes in without anybody. */
const people = accepted.filter(({ flag }) => flag !== 'name-not-valid' && flag !== 'no-name');
const secrets = rows.flatMap(({ what, planted }) => planted.map((value) => secretOfMany(what, value)));
/** What nobody sees, what breaks a line, what turns its direction, and half characters. */
const NOT_ONE_LINE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\u2800]/u;
/** Tables that grow with each import, whatever it changes: how their names begin. */
const HISTORY = ['log_', 'import_', 'id_counter'];

describe.each(FEATURE_ENGINE_NAMES.flatMap((engine) => FORMATS.map((format) => [engine, format] as const)))(
  'a hostile estate on %s as %s',
  (engine, format) => {
    let desk: VaultHarness;
    let result: ImportResult;
    let flags: readonly CellFlag[];
    let said: unknown[];
    const folder = makeTempDir();
    const leaks: string[] = [];

    async function ask<N extends RouteName>(route: N, request: RouteRequest<N>): Promise<RouteReply<N>> {
      const reply = await desk.ask(route, request);
      leaks.push(...findClear(secrets, reply).map((line) => `${route}: ${line}`));
      if (!reply.ok) throw new Error(`${route}: ${reply.error.code}`);
      return reply.value;
    }

    async function importEstate(): Promise<ImportResult> {
      const path = join(folder, HOSTILE_FILE_NAME);
      const sheet = hostileSheet(rows);
      writeSheets(path, [format.startsWith('csv') ? wellFormed(sheet) : sheet], format);
      desk.vault.offerFile(FILE, path);
      const { sheets } = await ask('import.open', { fileId: FILE });
      const supervisor = await desk.proofOf('supervisor');
      const plan = await ask('import.preview', previewOf(FILE, sheets, supervisor));
      flags = plan.flags;
      return ask('import.apply', {
        planId: plan.planId,
        answers: { rest: 'leave-out', kinds: [], despite: [], rows: [] },
        supervisor,
      });
    }

    const find = async (text: string, kind: SearchKind): Promise<readonly PersonId[]> =>
      (await ask('people.search', { text, only: kind })).groups.flatMap((group) =>
        group.rows.map((row) => row.personId),
      );

    beforeAll(async () => {
      desk = await openDesk('supervisor', { engine, clock: createFakeClock() });
      said = [];
      const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) =>
        spy.mockImplementation((text: unknown) => said.push(text) > 0),
      );
      result = await importEstate().finally(() => {
        for (const spy of spies) spy.mockRestore();
      });
    });

    it('comes in, is rejected, or is flagged for what is wrong with it, row by row', () => {
      const flagged = rows.flatMap(({ flag, what }, index) =>
        flag === null ? [] : [{ row: FIRST_HOSTILE_ROW + index, why: flag, what }],
      );
      const places = new Map(flagged.map(({ row, why }) => [`${row} ${why}`, row]));
      expect(
        [...new Set(flags.map(({ row, why }) => places.get(`${row} ${why}`)))].filter((row) => row),
      ).toEqual(flagged.map(({ row }) => row));
      const rejects = rows.flatMap(({ reject, what }, index) =>
        reject === null ? [] : [{ row: FIRST_HOSTILE_ROW + index, reason: reject, what }],
      );
      expect(
        result.rejected.map(({ row, reason }) => ({
          row,
          reason,
          what: rows[row - FIRST_HOSTILE_ROW]?.what,
        })),
      ).toEqual(rejects);
      expect(result.created).toBe(accepted.length);
      expect(result.rows).toBe(rows.length);
    });

    it('is found by what staff type, by name, by room and by the end of the phone, and shows no more than its mask', async () => {
      const missed: string[] = [];
      for (const { what, typed, nameMask } of rows.filter(isFound)) {
        const [personId, ...others] = await find(typed.phone, 'phone');
        if (personId === undefined || others.length > 0) {
          missed.push(`${what}: phone ${typed.phone}`);
          continue;
        }
        if (!(await find(typed.room, 'room')).includes(personId)) missed.push(`${what}: room ${typed.room}`);
        for (const text of typed.name)
          if (!(await find(text, 'name')).includes(personId)) missed.push(`${what}: name ${text}`);
        const person = await ask('people.open', { personId });
        expect([what, person.nameMask]).toEqual([what, nameMask]);
      }
      expect(missed).toEqual([]);
    });

    it('is in clear in no reply, event or word on the console, and in no name or text that is not one visible line', async () => {
      expect(leaks).toEqual([]);
      expect(findClear(secrets, [desk.events, said])).toEqual([]);
      expect(desk.events.length).toBeGreaterThan(0);
      const { tables, texts } = await withStoreOf(desk, engine, async (store) => {
        const read = await readTables(store);
        return { tables: read, texts: storedTexts(read) };
      });
      expect(tables.get('person')).toHaveLength(people.length);
      expect(
        texts.flatMap(({ where, text }) => findClear(secrets, text).map((line) => `${where}: ${line}`)),
      ).toEqual([]);
      expect(
        texts
          // The mark that leads a detail of the log is the encoder's own.
          .filter(({ where, text }) =>
            NOT_ONE_LINE.test(
              where === 'log_entry.detail' && text.startsWith('\u001e') ? text.slice(1) : text,
            ),
          )
          .map(({ where, text }) => `${where}: ${JSON.stringify(text)}`),
      ).toEqual([]);
      await desk.unlock('supervisor');
    });

    it('changes nothing when it comes again', async () => {
      const before = await withStoreOf(desk, engine, (store) => hashTables(store, HISTORY));
      await desk.unlock('supervisor');
      expect(await importEstate()).toMatchObject({ created: 0, changed: 0, same: accepted.length });
      expect(await withStoreOf(desk, engine, (store) => hashTables(store, HISTORY))).toEqual(before);
      await desk.unlock('supervisor');
    });

    it('gives back what it did not take as cells of text, which are no formulas and come in no better', async () => {
      await importEstate();
      const path = join(folder, `${engine} ${format} rejects.xlsx`);
      desk.vault.offerFile(REJECTS, path, 'rejects');
      await ask('import.saveRejects', {
        fileId: REJECTS,
        language: 'en',
        supervisor: await desk.proofOf('supervisor'),
      });
      const book = XLSX.read(readFileSync(path), { dense: true, cellFormula: true, cellNF: true });
      const cells = (book.Sheets[book.SheetNames[0]!]!['!data'] as unknown as CellObject[][]).flatMap((row) =>
        row.filter((cell) => cell !== undefined),
      );
      expect(
        cells.filter(({ t, f, l, z }) => t !== 's' || f !== undefined || l !== undefined || z !== '@'),
      ).toEqual([]);
      expect(cells.map(({ v }) => v)).toEqual(
        expect.arrayContaining(['=1+1', '<script>window.planted=1</script>', "x' OR 1=1", '=14112341234']),
      );
      desk.vault.offerFile(FILE, path);
      const { sheets } = await ask('import.open', { fileId: FILE });
      const { counts } = await ask(
        'import.preview',
        previewOf(FILE, sheets, await desk.proofOf('supervisor')),
      );
      expect(counts).toMatchObject({ rejected: rows.length - accepted.length, new: 0, changed: 0 });
    });
  },
);
