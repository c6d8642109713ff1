/** SIGKILL while a file leaves the house. Afterwards it is in the register with its entries or not at all, and no file is out without both. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../contract/ids.ts';
import type { DisclosureView } from '../../contract/disclosures/routes.ts';
import { copyOf } from '../support/features/disclosures.ts';
import { type PhaseOf, createPace, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  aimedAt,
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
} from '../support/kills/kill-plan.ts';
import { isBegin, isCommit } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const DISCLOSURE = [
  'asked',
  'PIN counted',
  'entering',
  'entered',
  'anchoring',
  'writing',
  'written',
  'acknowledged',
] as const;
const AIMED = aimedAt(DISCLOSURE, ['writing']);

/** Two transactions: register and entries before the file, and that it was written. The PIN may still be anchored when the first has begun. */
const disclosurePhase: PhaseOf = (sign, before) => {
  const isBefore = (phase: (typeof DISCLOSURE)[number]): boolean =>
    DISCLOSURE.indexOf(before as 'asked') < DISCLOSURE.indexOf(phase);
  if (sign.type === 'write-anchor') return isBefore('entered') ? 'PIN counted' : 'anchoring';
  if (isBegin(sign)) return isBefore('entered') ? 'entering' : 'writing';
  if (isCommit(sign)) return isBefore('entered') ? 'entered' : 'written';
  return null;
};

describe.each(KILL_ENGINES)('kill of an export on %s', (engine) => {
  it('leaves no file without its line and its entries', { timeout: killsTimeout() }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'resident-vault-test-'));
    const desk = await createHarness({ engine });
    const personId = await desk.setUpWith(draftOf(9), 'supervisor');
    await desk.vault.close();
    const killed = createKillRecord('disclosure', engine);
    const pace = createPace(97);
    const aims = createAims({ disclosure: AIMED });
    let known = 0;
    for (let at = 0, aim = aims.next(); aim !== undefined; at += 1, aim = aims.next()) {
      const path = join(folder, `${at}.pdf`);
      const work = {
        route: 'disclosures.ownCopy',
        phases: DISCLOSURE,
        phaseOf: disclosurePhase,
        request: (child: { offerFile: (fileId: FileId, path: string, use: 'disclosure') => void }) => {
          const request = copyOf(personId);
          child.offerFile(request.fileId, path, 'disclosure');
          return { ...request, pin: PINS.supervisor };
        },
      } as const;
      const kill = await killInPhase(desk, engine, work, aim, pace, 'supervisor');
      const what = `after a kill in ${kill.phase}`;
      await expectSound(desk, what);
      const { disclosures } = await desk.call('disclosures.list', {});
      expect(disclosures.map(({ disclosureId }) => disclosureId).toSorted(), what).toEqual(
        (await readEntered(desk)).toSorted(),
      );
      expect(disclosures.length - known, what).toBeLessThanOrEqual(1);
      const isNew = disclosures.length > known;
      expectTrue(path, isNew ? newestOf(disclosures) : null, what);
      known = disclosures.length;
      killed.record(kill.phase);
      await desk.vault.close();
    }
    expect(killed.tooFew(AIMED)).toEqual([]);
    await desk.dispose();
    rmSync(folder, { recursive: true });
  });
});

const newestOf = (disclosures: readonly DisclosureView[]): DisclosureView =>
  disclosures.toSorted((one, other) => other.disclosureId - one.disclosureId)[0]!;

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

/** Numbers of what entries tell of as disclosed. */
async function readEntered(desk: VaultHarness): Promise<readonly number[]> {
  const found: number[] = [];
  let before = null as number | null;
  do {
    const { entries, next } = await desk.call('log.list', { before, limit: 200 });
    for (const { action, detail } of entries)
      if (action === 'disclosure') found.push((detail as { disclosure: number }).disclosure);
    before = next;
  } while (before !== null);
  return found;
}
