/** SIGKILL while a file leaves the house. Afterwards it is in the register with its entries or not at all, and no file is out without both. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DisclosureView } from '../../contract/disclosures/routes.ts';
import { askForCopy } from '../support/features/disclosures.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { readLog } from '../support/kills/read-log.ts';
import { inTwoTransactions } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { createHarness, PINS } from '../support/vault-harness.ts';

describeKill('kill of an export', {
  title: 'leaves no file without its line and its entries',
  // Register and entries before the file; that it was written.
  changes: {
    disclosure: {
      route: 'disclosures.ownCopy',
      ...inTwoTransactions('writing', 'written'),
      few: ['writing'],
    },
  },
  by: 'supervisor',
  putBack: true,
  async setUp(engine) {
    const path = join(makeTempDir(), 'copy.pdf');
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(9), 'supervisor');
    const request = await askForCopy(desk.call.bind(desk), { personId, phone: phoneOf(9) });
    return {
      desk,
      request(asked) {
        rmSync(path, { force: true });
        asked.offerFile(request.fileId, path, 'disclosure');
        return { ...request, pin: PINS.supervisor };
      },
      async expectAfter(what) {
        await expectSound(desk, what);
        const { disclosures } = await desk.call('disclosures.list', {});
        const entered = (await readLog(desk)).flatMap(({ action, detail }) =>
          action === 'disclosure' ? [(detail as { disclosure: number }).disclosure] : [],
        );
        expect(
          disclosures.map(({ disclosureId }) => disclosureId),
          what,
        ).toEqual(entered);
        expect(disclosures.length, what).toBeLessThanOrEqual(1);
        expectTrue(path, disclosures[0] ?? null, what);
      },
    };
  },
});

/** A file that is there is whole and has its line; one that is told as given is there. */
function expectTrue(path: string, line: DisclosureView | null, what: string): void {
  const isThere = existsSync(path);
  if (isThere) {
    expect(line, what).not.toBeNull();
    expect(createHash('sha256').update(readFileSync(path)).digest('hex'), what).toBe(line?.sha256);
  }
  if (line?.state === 'given') expect(isThere, what).toBe(true);
  expect(line?.state ?? 'writing', what).toMatch(/^(?:writing|given)$/);
}
