/** A log of 240 entries over two days, listed and narrowed as the vault does it, for what a page does with more than a page of them. */
import type { PersonId } from '../../contract/ids.ts';
import { ACTIONS, type LogEntryView } from '../../contract/log/entries.ts';
import type { LogFilter } from '../../contract/log/routes.ts';
import { dayOf } from '../../main/vault/clock.ts';
import { type AnsweringVault, changeReply } from './recorded-bridge.ts';

/** Entries of a narrowed log that one question looks through: fewer than there are, so that the page has to ask on. */
const SCANNED = 150;

/** Has `vault` list them. */
export function answerLog(vault: AnsweringVault): void {
  const log = inventLog(240);
  changeReply(vault, 'log.list', (_, { before, limit, filter }) => {
    const below = log.filter((entry) => before === null || entry.seq < before);
    const piece = filter === undefined ? below : below.slice(0, SCANNED);
    const found = piece.filter((entry) => fits(entry, filter ?? {}));
    const entries = found.slice(0, limit);
    const last =
      found.length > limit ? entries.at(-1) : below.length > piece.length ? piece.at(-1) : undefined;
    return { entries, next: last?.seq ?? null };
  });
}

/** Nobody of the staff has done anything of it. */
function fits(entry: LogEntryView, { from, to, staffId, group, outcome, personId }: LogFilter): boolean {
  const day = dayOf(entry.time);
  return (
    (from === undefined || day >= from) &&
    (to === undefined || day <= to) &&
    staffId === undefined &&
    (group === undefined || ACTIONS[entry.action].group === group) &&
    (outcome === undefined || entry.outcome === outcome) &&
    (personId === undefined || entry.personId === personId)
  );
}

function inventLog(count: number): readonly LogEntryView[] {
  const kinds = [
    { action: 'reveal', field: 'phone', reason: 'repair', outcome: 'done' },
    { action: 'open', field: null, reason: null, outcome: 'done' },
    { action: 'verify', field: 'phone', reason: null, outcome: 'no-match' },
    { action: 'search', field: null, reason: null, outcome: 'done' },
    { action: 'reveal', field: 'idNumber', reason: 'other: 核对过户材料', outcome: 'done' },
    { action: 'pin-failed', field: null, reason: null, outcome: 'failed' },
  ] as const;
  return Array.from({ length: count }, (_, index): LogEntryView => {
    const kind = kinds[index % kinds.length]!;
    const aboutSomebody = kind.action !== 'search' && kind.action !== 'pin-failed';
    return {
      seq: count - index,
      time: Date.UTC(2026, 9, 14, 9) - index * 437_000,
      staffName: '韦晓棠',
      cosignerName: kind.field === 'idNumber' ? '覃 主管' : null,
      ...kind,
      personId: aboutSomebody ? ((index + 1) as PersonId) : null,
      personMask: aboutSomebody ? '张** · 3栋 2单元 1801' : null,
      ticket: index % 5 === 0 ? 'BX-0417' : null,
      signed: kind.action === 'reveal',
      detail:
        kind.action === 'search'
          ? { of: 'found', kinds: [{ kind: 'name', count: 12, more: false }] }
          : kind.action === 'pin-failed'
            ? { of: 'own' }
            : kind.action === 'verify'
              ? { kind: 'phone' }
              : null,
    } as LogEntryView;
  });
}
