/** How it stands with retention. */
import { dayOf } from '../clock.ts';
import { readErasures } from '../erasure/read-erasures.ts';
import type { Evidence } from '../feature.ts';
import { cutoffsDue } from '../retention-rules/purpose.ts';
import { readRules } from '../retention-rules/rules.ts';
import type { Session } from '../session/session.ts';
import { countPeople, countRecords, countReturned } from './read-due.ts';
import { readGap } from './read-gap.ts';

const NOTHING_DUE = { people: 0, records: 0 } as const;
/** Deletions that are looked at for one without a check. */
const LOOKED_AT = 20;

/** Counts of work on retention that waits for somebody. Errors: those of the store. */
export async function readDue(session: Session) {
  const { store } = session;
  const chosen = await readRules(session, store);
  const open = {
    unchecked: (await readErasures(store, LOOKED_AT)).filter(({ checkedAt }) => checkedAt === null).length,
    returned: (await countReturned(session)).notHeld,
    gap: (await readGap(session)) !== null,
  };
  if (chosen === null) return { ...NOTHING_DUE, ...open };
  const today = dayOf(session.clock.now());
  // Whether there are any: the bell is asked often.
  const records = await countRecords(store, chosen.rules, today, 1);
  return {
    people: await countPeople(store, cutoffsDue(chosen.rules, today)),
    records: Math.max(0, ...records.map(({ count }) => count)),
    ...open,
  };
}

/** Missing while nobody has confirmed the rules; stale while somebody is due or back by a restore, deletions may be missing, or one was not looked at. */
export async function retentionEvidence(session: Session): Promise<Evidence> {
  const chosen = await readRules(session, session.store);
  if (chosen === null) return { duty: 'retention', points: {}, at: null, dueOn: null, count: null };
  const { people, records, unchecked, returned, gap } = await readDue(session);
  return {
    duty: 'retention',
    points: {
      rules: 'there',
      deleted: gap || people + records + returned > 0 ? 'stale' : 'there',
      'looked-at': unchecked > 0 ? 'stale' : 'there',
    },
    at: chosen.at,
    dueOn: null,
    count: people,
  };
}
