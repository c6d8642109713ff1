/** How keys, backups, staff and other systems stand, in a word, a tone and one fact each. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { BackupWarning } from '../../contract/backup/lists.ts';
import type { KeysView, KeyView } from '../../contract/key-management/views.ts';
import type { DutyEvidence } from '../../contract/evidence/routes.ts';
import type { OtherSystem } from '../../contract/other-systems/routes.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import { daysUntil, dueState } from '../key-management/due.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import type { StatReading, StatTone } from '../ui/StatTile.tsx';

/** `urgent`: what the bell says of the keys, which goes before any date; null where it says nothing. `now` in milliseconds since 1970. */
export function readKeys(
  t: Translate,
  { keys }: Pick<KeysView, 'keys'>,
  urgent: string | null,
  now: number,
): StatReading | null {
  if (urgent !== null) return { tone: 'harm', state: t('overview.keys.urgent'), fact: urgent };
  const [worst] = keys.toSorted((one, other) => one.dueAt - other.dueAt);
  return worst === undefined ? null : readKey(t, worst, now);
}

const TONE_OF_DUE = { over: 'harm', soon: 'amber', later: 'good' } as const satisfies Record<
  ReturnType<typeof dueState>,
  StatTone
>;

function readKey(t: Translate, { key, dueAt }: KeyView, now: number): StatReading {
  const due = dueState(dueAt, now);
  return {
    tone: TONE_OF_DUE[due],
    state: t(`overview.keys.${due}`),
    fact: t(due === 'over' ? 'overview.keys.overFact' : 'overview.keys.leftFact', {
      name: t(`keysPage.names.${key}`),
      days: Math.abs(daysUntil(dueAt, now)),
      date: formatDate(dueAt),
    }),
  };
}

interface BackupFacts {
  readonly warning: BackupWarning | null;
  readonly lastAt: number | null;
}

export function readBackups(t: Translate, { warning, lastAt }: BackupFacts): StatReading {
  const state = warning ?? (lastAt === null ? 'none' : 'fine');
  const fact =
    lastAt === null
      ? t('overview.backup.neverFact')
      : t('overview.backup.last', { at: formatMoment(lastAt) });
  return { tone: TONE_OF_BACKUP[state], state: t(`overview.backup.${state}`), fact };
}

const TONE_OF_BACKUP = {
  never: 'harm',
  overdue: 'harm',
  'same-disk': 'amber',
  none: 'amber',
  fine: 'good',
} as const satisfies Record<BackupWarning | 'none' | 'fine', StatTone>;

/** Whoever has no way in, or is suspended, does not count. */
export function readStaff(t: Translate, members: readonly StaffMember[]): StatReading {
  const present = members.filter(({ slotId, suspended }) => slotId !== null && !suspended);
  const admins = present.filter(({ role }) => role === 'admin').length;
  return {
    tone: admins > 1 ? 'good' : 'amber',
    state: t(admins > 1 ? 'overview.staff.fine' : 'overview.staff.oneAdmin'),
    fact: t('overview.staff.fact', { people: present.length, admins }),
  };
}

export function readSystems(t: Translate, systems: readonly OtherSystem[]): StatReading {
  const count = (...states: readonly OtherSystem['check']['state'][]): number =>
    systems.filter(({ check }) => states.includes(check.state)).length;
  const [due, soon] = [count('never', 'overdue'), count('soon')];
  if (systems.length === 0) return systemsReading(t, 'amber', 'none', 0);
  if (due > 0) return systemsReading(t, 'harm', 'due', due);
  if (soon > 0) return systemsReading(t, 'amber', 'soon', soon);
  return systemsReading(t, 'good', 'fine', systems.length);
}

const systemsReading = (
  t: Translate,
  tone: StatTone,
  state: 'none' | 'due' | 'soon' | 'fine',
  number: number,
): StatReading => ({
  tone,
  state: t(`overview.systems.${state}`),
  fact: t(`overview.systems.${state}Fact`, { number }),
});

/** Returns the reading of the evidence; missing duties go before those that have to be renewed. */
export function readEvidence(t: Translate, evidence: readonly Pick<DutyEvidence, 'state'>[]): StatReading {
  const count = (state: DutyEvidence['state']): number =>
    evidence.filter((one) => one.state === state).length;
  const [missing, stale] = [count('missing'), count('stale')];
  const state = missing > 0 ? 'missing' : stale > 0 ? 'stale' : 'there';
  return {
    tone: TONE_OF_EVIDENCE[state],
    state: t(`overview.evidence.${state}`),
    fact: t('overview.evidence.fact', { there: count('there'), stale, missing }),
  };
}

const TONE_OF_EVIDENCE = {
  there: 'good',
  stale: 'amber',
  missing: 'harm',
} as const satisfies Record<Exclude<DutyEvidence['state'], 'explained'>, StatTone>;
