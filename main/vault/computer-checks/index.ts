/** Checks of the computer: what main finds is held against its schema, kept, and entered in the log, in one transaction. */
import {
  COMPUTER_CHECKS,
  type ComputerReadings,
  unknownReading,
} from '../../../contract/computer-checks/lists.ts';
import { type ComputerChecksView, computerReadingsSchema } from '../../../contract/computer-checks/routes.ts';
import { dayOf } from '../clock.ts';
import { readByHand } from './by-hand.ts';
import { AppError } from '../app-error.ts';
import type { ComputerLine } from '../computer-line.ts';
import { type PackPart, defineFeature } from '../feature.ts';
import { addRectification } from '../rectification/register.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { packBlocks } from './pack.ts';
import { nextAfter, readChecks } from './read-checks.ts';
import { computerEvidence } from './evidence.ts';
import { commitAndRead } from '../session/commit.ts';
import { done } from '../log/done.ts';
import { CHECK_WORDS } from '../../../contract/vocabulary/computer-checks.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

export const computerChecksFeature = defineFeature(({ computer }) => ({
  handlers: {
    'computer.read': (session) => readChecks(session, session.store),
    'computer.check': (session) => check(session, computer),
  },
  evidence: computerEvidence,
  packParts: async (session) => [await packPartOf(session)],
}));

/** Errors: `internal` where main says what it never does; nothing is kept then. */
async function check(session: Session, computer: ComputerLine): Promise<ComputerChecksView> {
  const found = readFound(await computer.look());
  return commitAndRead(session, readChecks, async (tx) => {
    const checkId = await takeId(tx, 'computer_check');
    await tx.run(sql`
      INSERT INTO computer_check (id, checked_at, checked_by, readings)
      VALUES (${checkId}, ${session.clock.now()}, ${session.signedIn.staffId}, ${JSON.stringify(found)})`);
    const opened = await openFindings(session, tx, found);
    return [done('computer-check', { check: checkId, ...found }), ...opened];
  });
}

/** Opens a finding for each failed check, to be resolved by the next check; only once, however often a check fails. */
async function openFindings(
  session: Session,
  tx: WritableStore,
  { readings }: ComputerReadings,
): Promise<readonly SessionEntry[]> {
  const entries: SessionEntry[] = [];
  for (const { check: sourceRef } of readings.filter(({ answer }) => answer === 'no')) {
    const opened = await addRectification(tx, session, {
      source: 'computer-check',
      sourceRef,
      title: `电脑检查不符合：${inChinese(CHECK_WORDS[sourceRef])}`,
      dueOn: nextAfter(session.clock.now()),
    });
    entries.push(...opened.entries);
  }
  return entries;
}

/** Readings parsed against their schema: main is trusted no more than a page. All are unknown (`no-answer`) where main has not answered. */
function readFound(found: unknown): ComputerReadings {
  if (found === null)
    return {
      system: 'other',
      readings: COMPUTER_CHECKS.map((one) => unknownReading(one, 'no-answer')),
    };
  const parsed = computerReadingsSchema.safeParse(found);
  if (!parsed.success) throw new AppError('internal', { what: 'computer-readings' });
  return parsed.data;
}

async function packPartOf(session: Session): Promise<PackPart> {
  const { checks, due } = await readChecks(session, session.store);
  const byHand = await readByHand(session.store, dayOf(session.clock.now()));
  return { duty: 'computer-checks', blocks: packBlocks(checks, due, byHand) };
}
