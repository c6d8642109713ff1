/** From an empty vault, and from the estate of the case, to the inspection pack, in the real application: by the links of the dashboard alone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUTY_NAMES } from '../../contract/evidence/duty-names.ts';
import { DUTIES } from '../../contract/evidence/lists.ts';
import type { Duty } from '../../contract/evidence/lists.ts';
import { MEND_STEPS } from '../support/compliance/mend-steps.ts';
import { makePack, mendAll, signInAs } from '../support/compliance/reach-pack.ts';
import { writeResidents } from '../support/desk-residents.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { openTestDesk } from '../support/test-desk.ts';

/** As many as the case had. */
const OWNERS = 400;

/** Always there. */
const ALWAYS: readonly Duty[] = ['encryption-and-keys', 'permission-matrix', 'policy', 'access-oversight'];
/** Mended by a step, each from its button. A page that comes later adds its step to `MEND_STEPS`. */
const MENDED = MEND_STEPS.flatMap(({ duty, also = [] }) => [duty, ...also]);
const UNANSWERED = DUTIES.filter((duty) => ![...ALWAYS, ...MENDED].includes(duty));

const textOf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rv-pack-'));
  chmodSync(folder, 0o1777);
});
afterAll(() => removeFolder(folder));

describe('an empty vault, in Chinese', () => {
  const { desk } = openTestDesk('set-up');

  it('reaches a pack with no item missing but those that no page answers yet, by the links of the dashboard', async () => {
    const walk = { desk, folder: join(folder, 'empty') };
    await mendAll(walk);
    await signInAs(walk, 'supervisor', false);
    const { path, missing } = await makePack(walk);
    expect(missing).toEqual(UNANSWERED);
    const text = textOf(path);
    for (const duty of DUTIES)
      expect(text.includes(`缺：${DUTY_NAMES[duty].zh}目前没有材料。`), duty).toBe(UNANSWERED.includes(duty));
  });
});

describe('the estate of the case, in English', () => {
  const { desk, get } = openTestDesk('set-up', async () => ({ idleSeconds: 600, language: 'en' }));

  it('reaches a pack with no item missing but those that no page answers yet, from one spreadsheet, by the guided evening', async () => {
    const walk = { desk, folder: join(folder, 'case') };
    const workbook = join(folder, 'owners.xlsx');
    writeResidents(workbook, OWNERS);
    chmodSync(workbook, 0o644);
    await signInAs(walk, 'supervisor', true);
    await desk.open('evening');
    expect(await get('evening-import').getAttribute('data-done')).toBe('false');
    await get('evening-import-go').click();
    const { created } = await desk.importWorkbook(workbook);
    expect(created).toBeGreaterThanOrEqual(OWNERS);
    await desk.open('evening');
    expect(await get('evening-import').getAttribute('data-done')).toBe('true');
    await desk.lock();
    await mendAll(walk, MEND_STEPS);
    await signInAs(walk, 'supervisor', false);
    const { missing } = await makePack(walk);
    expect(missing).toEqual(UNANSWERED);
  });
});
