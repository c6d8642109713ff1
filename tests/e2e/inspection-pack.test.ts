/** From an empty vault to an inspection pack in which nothing is missing, in the real application: by the links of the dashboard alone. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUTIES, type Duty } from '../../contract/evidence/lists.ts';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import type { MendWalk } from '../support/compliance/mend-steps.ts';
import { learnAll, makePack, mendAll, readDuties, signInAs } from '../support/compliance/reach-pack.ts';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { FACTS } from '../support/features/company.ts';
import { isFullRun } from '../support/full-run.ts';
import { draftOf } from '../support/people-drafts.ts';
import { removeFolder } from '../support/remove-folder.ts';
import { openTestDesk } from '../support/test-desk.ts';
import { DUTY_WORDS } from '../../contract/vocabulary/evidence.ts';

/** In both languages in `test:full`; in one of them here, since the way takes a minute. */
const EMPTY_IN = isFullRun ? LANGUAGES : (['en'] as const);

/** Asked for nothing. */
const NAME_ALONE = draftOf(1, { idType: null, plates: [], sealed: [] });
/** What only the computer that a test runs on decides: by what it answers, and by whether the checklist says the same. */
const OF_THE_COMPUTER = new Set<Duty>(['computer-checks', 'computer-checklist']);
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
