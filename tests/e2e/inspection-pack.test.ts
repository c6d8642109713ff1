/** From an empty vault, and from the estate of the case, to an inspection pack in which nothing is missing, in the real application: by the links of the dashboard alone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUTIES, type Duty } from '../../contract/evidence/lists.ts';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import { MEND_STEPS, type MendWalk } from '../support/compliance/mend-steps.ts';
import { learnAll, makePack, mendAll, readDuties, signInAs } from '../support/compliance/reach-pack.ts';
import { writeResidents } from '../support/desk-residents.ts';
import { isFullRun } from '../support/full-run.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { openTestDesk } from '../support/test-desk.ts';
import { DUTY_WORDS } from '../../contract/vocabulary/evidence.ts';

/** Both ways in both languages in `test:full`; each in one of them here, since a way takes a minute. */
const EMPTY_IN = isFullRun ? LANGUAGES : (['en'] as const);
const CASE_IN = isFullRun ? LANGUAGES : (['zh-CN'] as const);

/** As many as the case had. */
const OWNERS = 400;

/** Mended by a step, each from its button. Everything else is there in a vault that is new. */
const MENDED = new Set(MEND_STEPS.flatMap(({ duty, also = [] }) => [duty, ...also]));
/** What only the computer that a test runs on decides. */
const OF_THE_COMPUTER: Duty = 'computer-checks';
/** In the case everybody is told by what hangs in the estate, and each is still to be asked for what takes a consent of their own. */
const STILL_TO_BE_ASKED: readonly Duty[] = ['notice-and-consent'];

const textOf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rv-pack-'));
  chmodSync(folder, 0o1777);
});
afterAll(() => removeFolder(folder));

/** Everybody does what is theirs, then a supervisor makes the pack; what it says of duties. */
async function reachPack(walk: MendWalk): Promise<Omit<Awaited<ReturnType<typeof makePack>>, 'path'>> {
  await mendAll(walk);
  await learnAll(walk);
  await signInAs(walk, 'supervisor', false);
  const pack = await makePack(walk);
  const text = textOf(pack.path);
  for (const duty of DUTIES) expect(text, duty).not.toContain(`缺：${DUTY_WORDS[duty][0]}目前没有材料。`);
  return { missing: pack.missing, stale: pack.stale.filter((duty) => duty !== OF_THE_COMPUTER) };
}

describe.each(EMPTY_IN)('an empty vault, in %s', (language) => {
  const { desk } = openTestDesk('set-up', async () => ({ idleSeconds: 600, language }));

  it('reaches a pack with no item missing, by the links of the dashboard alone', async () => {
    const walk: MendWalk = { desk, folder: join(folder, `empty-${language}`), isLivedIn: false };
    await signInAs(walk, 'supervisor', true);
    await desk.open('evidence');
    expect(await readDuties(walk, 'missing')).toEqual(DUTIES.filter((duty) => MENDED.has(duty)));
    await desk.lock();
    expect(await reachPack(walk)).toEqual({ missing: [], stale: [] });
  });
});

describe.each(CASE_IN)('the estate of the case, in %s', (language) => {
  const { desk, get } = openTestDesk('set-up', async () => ({ idleSeconds: 600, language }));
  const isDone = (step: string): Promise<void> =>
    desk.page.locator(`[data-testid=evening-${step}][data-done=true]`).waitFor();

  it('reaches a pack with no item missing, from one spreadsheet and a booklet, by the guided evening', async () => {
    const walk: MendWalk = { desk, folder: join(folder, `case-${language}`), isLivedIn: true };
    // The application's user is another, who is to dispose of what lies there.
    const originals = join(folder, `originals-${language}`);
    mkdirSync(originals);
    chmodSync(originals, 0o777);
    const workbook = join(originals, 'owners.xlsx');
    writeResidents(workbook, OWNERS);
    chmodSync(workbook, 0o666);
    await signInAs(walk, 'supervisor', true);
    await desk.open('evening');
    expect(await get('evening-import').getAttribute('data-done')).toBe('false');
    await get('evening-import-go').click();
    const { created } = await desk.importWorkbook(workbook, async (step) => {
      if (step !== 'result') return;
      await get('dispose').click();
      await get('dispose-confirm').click();
      await get('original-gone').waitFor({ timeout: 20_000 });
    });
    expect(created).toBeGreaterThanOrEqual(OWNERS);
    expect(existsSync(workbook)).toBe(false);
    await desk.open('evening');
    await isDone('import');
    await isDone('dispose');
    await desk.lock();
    expect(await reachPack(walk)).toEqual({ missing: [], stale: STILL_TO_BE_ASKED });
    // Every finding of the case is put right.
    await desk.open('evening');
    await get('evening-done').waitFor();
  });
});
