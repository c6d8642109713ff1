/** From an empty vault, and from the estate of the case, to an inspection pack in which nothing is missing, in the real application: by the links of the dashboard alone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUTIES, type Duty } from '../../contract/evidence/lists.ts';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import type { MendWalk } from '../support/compliance/mend-steps.ts';
import { learnAll, makePack, mendAll, readDuties, signInAs } from '../support/compliance/reach-pack.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { FACTS } from '../support/features/company.ts';
import { writeResidents } from '../support/desk-residents.ts';
import { isFullRun } from '../support/full-run.ts';
import { draftOf } from '../support/people-drafts.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { openTestDesk } from '../support/test-desk.ts';
import { DUTY_WORDS } from '../../contract/vocabulary/evidence.ts';

/** Both ways in both languages in `test:full`; each in one of them here, since a way takes a minute. */
const EMPTY_IN = isFullRun ? LANGUAGES : (['en'] as const);
const CASE_IN = isFullRun ? LANGUAGES : (['zh-CN'] as const);

/** Asked for nothing. */
const NAME_ALONE = draftOf(1, { idType: null, plates: [], sealed: [] });
/** As many as the case had. */
const OWNERS = 400;

/** What only the computer that a test runs on decides: by what it answers, and by whether the checklist says the same. */
const OF_THE_COMPUTER = new Set<Duty>(['computer-checks', 'computer-checklist']);
/** In the case everybody is told by what hangs in the estate, and each is still to be asked for what takes a consent of their own. */
const STILL_TO_BE_ASKED: readonly Duty[] = ['notice-and-consent'];

/** Text of each page. */
const pagesOf = (path: string): readonly string[] =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    .split('\f')
    .map((page) => page.replaceAll(/\s/g, ''))
    .filter((page) => page !== '');

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
  const pages = pagesOf(pack.path);
  expect(pages.filter((page) => !page.startsWith(`${FACTS.company}·迎检材料`))).toEqual([]);
  const text = pages.join('');
  for (const duty of DUTIES) expect(text, duty).not.toContain(`缺：${DUTY_WORDS[duty][0]}目前没有材料。`);
  return { missing: pack.missing, stale: pack.stale.filter((duty) => !OF_THE_COMPUTER.has(duty)) };
}

describe.each(EMPTY_IN)('an empty vault, in %s', (language) => {
  const { desk } = openTestDesk('set-up', async () => ({ idleSeconds: 600, language }));

  it('reaches a pack with no item missing, by the links of the dashboard alone', async () => {
    const walk: MendWalk = { desk, folder: join(folder, `empty-${language}`), isLivedIn: false };
    await signInAs(walk, 'supervisor', true);
    await desk.open('evidence');
    // Nothing ticks where nobody has done anything.
    expect(await readDuties(walk, 'missing')).toEqual(DUTIES);
    await desk.request('people.add', { person: NAME_ALONE, pin: DESK_STAFF.supervisor.pin });
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
    // Every finding of the case is put right, but for what the computer of the test itself has to answer, and what that is is said.
    await desk.open('evening');
    for (const id of ['booklet', 'no-custodian', 'no-procedures', 'leak'])
      await desk.page.locator(`[data-testid=finding-${id}][data-done=true]`).waitFor();
    expect(await get('finding-unmanaged-computer-open').textContent()).toContain(
      DUTY_WORDS['computer-checks'][language === 'en' ? 1 : 0],
    );
  });
});
