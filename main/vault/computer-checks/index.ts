/** Checks of the computer: what main finds is held against its schema, kept, and entered in the log, in one transaction. */
import {
  CHECK_EVERY_DAYS,
  CHECK_SOON_DAYS,
  COMPUTER_CHECKS,
  type CheckAnswer,
  type CheckDueState,
  type ComputerReadings,
  MAX_CHECKS_LISTED,
  unknownReading,
} from '../../../contract/computer-checks/lists.ts';
import {
  type ComputerChecksView,
  type MadeCheck,
  computerReadingsSchema,
} from '../../../contract/computer-checks/routes.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { dayOf, startOfDay } from '../clock.ts';
import type { ComputerLine } from '../computer-line.ts';
import { type Evidence, type PackPart, defineFeature } from '../feature.ts';
import { addRectification } from '../rectification/register.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { type Session, entryOf, nameOfStaff } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { daysBetween } from '../values/days.ts';
import { CHECK_NAMES, packBlocks } from './pack-blocks.ts';

export const computerChecksFeature = defineFeature(({ computer }) => ({
  handlers: {
    'computer.read': (session) => readChecks(session, session.store),
    'computer.check': (session) => check(session, computer),
  },
  evidence: async (session) => [await evidenceOf(session)],
  packParts: async (session) => [await packPartOf(session)],
}));

/** Errors: `internal` where main says what it never does; nothing is kept then. */
async function check(session: Session, computer: ComputerLine): Promise<ComputerChecksView> {
  const found = readFound(await computer.look());
  return session.log.record(session.store, async (tx) => {
    const checkId = await takeId(tx, 'computer_check');
    await tx.run(sql`
      INSERT INTO computer_check (id, checked_at, checked_by, readings)
      VALUES (${checkId}, ${session.clock.now()}, ${session.signedIn.staffId}, ${JSON.stringify(found)})`);
    const opened = await openFindings(session, tx, found);
    return {
      value: await readChecks(session, tx),
      entries: [
        entryOf(session, {
          action: 'computer-check',
          outcome: 'done',
          detail: { check: checkId, ...found },
        }),
        ...opened.map((entry) => entryOf(session, entry)),
      ],
    };
  });
}

/** What is not as it should be has to be put right by the next check, and is opened once, however often it is found. */
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
      title: `电脑检查不符合：${CHECK_NAMES[sourceRef]}`,
      dueOn: nextAfter(session.clock.now()),
    });
    entries.push(...opened.entries);
  }
  return entries;
}

/** What comes from main is held against its schema as what comes from a page is; where nobody has answered, that is what is told. */
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

interface Row {
  readonly checkId: number;
  readonly at: number;
  readonly staffId: StaffId;
  readonly readings: string;
}

async function readChecks(session: Session, store: ReadableStore): Promise<ComputerChecksView> {
  const rows = await store.all<Row>(sql`
    SELECT id AS checkId, checked_at AS at, checked_by AS staffId, readings
    FROM computer_check ORDER BY checked_at DESC, id DESC LIMIT ${MAX_CHECKS_LISTED}`);
  const checks = rows.map(({ checkId, at, staffId, readings }) => ({
    checkId,
    at,
    staffName: nameOfStaff(session, staffId),
    ...readKept(readings),
  }));
  return { checks, due: dueOf(checks[0], dayOf(session.clock.now())) };
}

/** Errors: `store-damaged` for what is no reading. */
function readKept(text: string): ComputerReadings {
  try {
    return computerReadingsSchema.parse(JSON.parse(text));
  } catch {
    throw new AppError('store-damaged', { part: 'value', table: 'computer_check' });
  }
}

/** The day of the next check. */
const nextAfter = (at: number): string => dayOf(startOfDay(dayOf(at), CHECK_EVERY_DAYS));

function dueOf(last: MadeCheck | undefined, today: string): ComputerChecksView['due'] {
  if (last === undefined) return { state: 'never', on: null };
  const on = nextAfter(last.at);
  return { state: stateAt(daysBetween(today, on)), on };
}

const stateAt = (daysLeft: number): CheckDueState =>
  daysLeft < 0 ? 'overdue' : daysLeft <= CHECK_SOON_DAYS ? 'soon' : 'fine';

/** What is not as it should be is evidence as well: it is put right by what follows from it. */
async function evidenceOf(session: Session): Promise<Evidence> {
  const { checks, due } = await readChecks(session, session.store);
  const [last] = checks;
  return {
    duty: 'computer-checks',
    state: last === undefined ? 'missing' : due.state === 'overdue' ? 'stale' : 'there',
    at: last?.at ?? null,
    dueOn: due.on,
    count: last === undefined ? null : countOf(last, 'yes'),
  };
}

async function packPartOf(session: Session): Promise<PackPart> {
  const { checks, due } = await readChecks(session, session.store);
  return { duty: 'computer-checks', blocks: packBlocks(checks, due) };
}

/** How many checks were answered so. */
const countOf = ({ readings }: ComputerReadings, answer: CheckAnswer): number =>
  readings.filter((reading) => reading.answer === answer).length;
