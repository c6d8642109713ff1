/** Exports of the log of a whole vault: who may, what is in the file, what the verifier says of it, and that none leaves without its entry. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { LogExportFormat } from '../../../contract/log-export/lists.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { runVerify } from '../../../main/vault/log-export/run-verify.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { exportOf, pickExport } from '../../support/features/log-export.ts';
import { searchFiles } from '../../support/file-search.ts';
import { driveStaff, NEWCOMER_PINS } from '../../support/staff-desk.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('an export of the log on %s', (engine) => {
  let desk: VaultHarness;
  let onProgress: () => void = () => undefined;
  const planted = PLANTED[0]!;

  beforeEach(async () => {
    onProgress = () => undefined;
    desk = await createHarness({
      engine,
      onEvent: (event) => {
        if (event === 'exports.progress') onProgress();
      },
    });
    const personId = await desk.setUpWith(draftOfPlanted(planted), 'receptionist');
    await desk.call('people.open', { personId });
    await desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist));
    await desk.call('people.search', { text: planted.name.value });
    await desk.switchTo('supervisor');
  });

  const approvedBy = async (role: Role) => ({ approver: await desk.proofOf(role) });
  const request = async (format: LogExportFormat, changes: object = {}) => ({
    ...exportOf(format),
    pin: PINS.supervisor,
    ...(await approvedBy('admin')),
    ...changes,
  });
  const register = async () => (await desk.call('exports.list', {})).exports;
  const nothingIn = (path: string): void => expect(readdirSync(dirname(path))).toEqual([]);

  it('is checked outside with nothing but the file and the fingerprint', async () => {
    const path = pickExport(desk, 'jsonl');
    const { count, sha256, root } = await desk.call('exports.write', await request('jsonl'));
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
    expect(readdirSync(dirname(path))).toHaveLength(1);
    const found = await runVerify([path, '--root', root]);
    expect(found.code).toBe(0);
    expect(found.out).toContain(`entries checked and good: ${count}`);
    expect(found.out.join('\n')).toContain('signed by: Admin One (admin)');
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('is told from a changed one by its line', async () => {
    const path = pickExport(desk, 'jsonl');
    const { root } = await desk.call('exports.write', await request('jsonl'));
    const lines = readFileSync(path, 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"action":"reveal"'));
    expect(at).toBeGreaterThan(0);
    writeFileSync(
      path,
      lines.with(at, lines[at]!.replace('"action":"reveal"', '"action":"verify"')).join('\n'),
    );
    const { code, out } = await runVerify([path, '--root', root]);
    expect({ code, last: out.at(-1) }).toEqual({
      code: 1,
      last: expect.stringContaining(`BROKEN at line ${at + 1}:`),
    });
  });

  it.each(['jsonl', 'csv'] as const)('holds no value of a resident as %s', async (format) => {
    const path = pickExport(desk, format);
    await desk.call('exports.write', await request(format));
    const values = [planted.name, planted.pinyin, ...planted.plates, ...Object.values(planted.sealed).flat()]
      .map(({ value }) => value)
      .filter((value) => value !== '');
    expect(values.length).toBeGreaterThan(6);
    expect(searchFiles([dirname(path)], values)).toEqual([]);
    // The search finds what is there.
    expect(searchFiles([dirname(path)], ['repair'])).toHaveLength(1);
  });

  it('opens as a table with one row an entry', async () => {
    const path = pickExport(desk, 'csv');
    const { count } = await desk.call('exports.write', await request('csv'));
    const book = XLSX.read(readFileSync(path), { type: 'buffer', raw: true });
    const rows = XLSX.utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0]!]!, {
      raw: false,
    });
    expect(rows).toHaveLength(count + 1);
    expect(rows.some((row) => row['操作'] === '显示一项' && row['操作人'] === 'Desk One')).toBe(true);
  });

  it('ends as a table with the mark that leads back to who exported it', async () => {
    const path = pickExport(desk, 'csv');
    await desk.call('exports.write', await request('csv'));
    const last = readFileSync(path, 'utf8').trimEnd().split('\r\n').at(-1)!.split(',');
    expect(last).toContain('Super One');
    const { traced } = await desk.call('trace.find', { code: last.at(-3)! });
    expect(traced!.staffName).toBe('Super One');
  });

  it('has its entry, signed by both, and stands in the register', async () => {
    pickExport(desk, 'jsonl');
    const { count, sha256 } = await desk.call('exports.write', await request('jsonl'));
    expect(await register()).toEqual([
      expect.objectContaining({
        staffName: 'Super One',
        approverName: 'Admin One',
        format: 'jsonl',
        first: 1,
        last: count,
        count,
        purpose: '物业检查',
        recipient: '街道办',
        hash: sha256.slice(0, 12),
        outcome: 'done',
      }),
    ]);
    expect((await desk.logged('log-export', 5))[0]).toMatchObject({
      signed: true,
      cosignerName: 'Admin One',
    });
  });

  it('is of the days that were asked for', async () => {
    const today = dayOf(Date.now());
    pickExport(desk, 'jsonl');
    const { count } = await desk.call('exports.write', await request('jsonl', { from: today, to: today }));
    expect(count).toBeGreaterThan(3);
    pickExport(desk, 'jsonl');
    const before = await request('jsonl', { from: '2020-01-01', to: '2020-01-02' });
    expect(await desk.codeOf('exports.write', before)).toBe('not-found');
  });

  it('takes a second person where a supervisor asks, and an admin alone', async () => {
    const ask = async (changes: object) => {
      const path = pickExport(desk, 'jsonl');
      const code = await desk.codeOf('exports.write', await request('jsonl', changes));
      if (code !== 'ok') nothingIn(path);
      return code;
    };
    expect(await ask({ approver: undefined })).toBe('not-allowed');
    expect(await ask(await approvedBy('receptionist'))).toBe('not-allowed');
    expect(await ask(await approvedBy('supervisor'))).toBe('same-person');
    expect(await ask({ pin: 'wrong-82-tries' })).toBe('wrong-pin-either');
    expect(await ask({ purpose: '查14127365084' })).toBe('bad-request');
    expect(await ask({ recipient: '１２３' })).toBe('bad-request');
    expect(await register()).toEqual([]);
    await desk.switchTo('admin');
    expect(await ask({ pin: PINS.admin, approver: undefined })).toBe('ok');
    await desk.switchTo('receptionist');
    expect(await ask({ pin: PINS.receptionist })).toBe('not-allowed');
  });

  it('is approved by another supervisor as by an admin, who then signs it', async () => {
    await desk.switchTo('admin');
    const staff = driveStaff(desk);
    expect(await staff.add('supervisor', 'Super Two')).toBe('ok');
    const approver = { slotId: await staff.slotNamed('Super Two'), pin: NEWCOMER_PINS.supervisor };
    await desk.switchTo('supervisor');
    const path = pickExport(desk, 'jsonl');
    const { root } = await desk.call('exports.write', { ...(await request('jsonl')), approver });
    const { code, out } = await runVerify([path, '--root', root]);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('signed by: Super Two (supervisor)');
  });

  it('is not written to a file that was picked for something else, nor to the same one twice', async () => {
    const path = pickExport(desk, 'jsonl');
    const again = await request('jsonl');
    desk.vault.offerFile(again.fileId, path, 'rejects');
    expect(await desk.codeOf('exports.write', again)).toBe('not-found');
    pickExport(desk, 'jsonl');
    expect(await desk.codeOf('exports.write', again)).toBe('ok');
    expect(await desk.codeOf('exports.write', again)).toBe('not-found');
  });

  it('is refused where the log cannot be written, and leaves nothing', async () => {
    const path = pickExport(desk, 'jsonl');
    // Once the PINs have been counted, which the keychain holds as well.
    onProgress = () => void (desk.keychain.refusing = true);
    expect(await desk.codeOf('exports.write', await request('jsonl'))).toBe('log-unavailable');
    desk.keychain.refusing = false;
    nothingIn(path);
  });

  it('ends where it is cancelled, and leaves nothing', async () => {
    const path = pickExport(desk, 'jsonl');
    onProgress = () => void desk.call('exports.cancel', {});
    const code = await desk.codeOf('exports.write', await request('jsonl'));
    nothingIn(path);
    expect(code).toBe('cancelled');
  });

  it('has an entry that it failed where the folder is gone', async () => {
    const path = pickExport(desk, 'jsonl');
    const gone = await request('jsonl');
    desk.vault.offerFile(gone.fileId, `${path}-none/log.jsonl`, 'log-export');
    expect(await desk.codeOf('exports.write', gone)).toBe('file-not-written');
    expect(existsSync(`${path}-none`)).toBe(false);
    expect((await register()).map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });
});
