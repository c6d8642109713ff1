/** What can be shown, as the fake bridge answers it: something of each state, two packs, the history of a duty. */
import type { Bridge } from '../../contract/bridge.ts';
import { DUTIES, type EvidenceState } from '../../contract/evidence/lists.ts';
import { actionsOfDuty } from '../../contract/log/entries.ts';
import type { DutyEvidence, PackView } from '../../contract/evidence/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';

type Name = Extract<RouteName, `evidence.${string}`>;

const NOW = Date.UTC(2026, 4, 16, 1, 30);
const STATES = ['there', 'there', 'stale', 'missing'] as const satisfies readonly EvidenceState[];

const EVIDENCE: readonly DutyEvidence[] = DUTIES.map((duty, index) => {
  const state = STATES[index % STATES.length]!;
  return {
    duty,
    state,
    at: state === 'missing' ? null : NOW - index * 86_400_000,
    dueOn: state === 'stale' ? '2026-05-01' : null,
    count: state === 'missing' ? null : index,
  };
});
const STATE_COUNTS = {
  there: EVIDENCE.filter(({ state }) => state === 'there').length,
  stale: EVIDENCE.filter(({ state }) => state === 'stale').length,
  missing: EVIDENCE.filter(({ state }) => state === 'missing').length,
};

export function fakeEvidence(after: After): Pick<Bridge['vault'], Name> {
  const packs: PackView[] = [
    {
      packId: 4711,
      at: NOW - 86_400_000,
      staffName: '主乙',
      pages: 31,
      sha256: 'c0ffee'.repeat(11).slice(0, 64),
      states: STATE_COUNTS,
      outcome: 'done',
    },
  ];
  return {
    'evidence.read': (request) =>
      after('evidence.read', request, () =>
        ok({
          evidence: [...EVIDENCE],
          evening: { hasResidents: true, originalsLeft: 1, hasWholePack: false },
        }),
      ),
    'evidence.history': (request) =>
      after('evidence.history', request, () =>
        ok({
          entries: actionsOfDuty(request.duty)
            .slice(0, 3)
            .map((action, index) => ({
              seq: 900 - index,
              at: NOW - index * 3_600_000,
              action,
              outcome: index === 1 ? ('failed' as const) : ('done' as const),
              staffName: '管甲',
              cosignerName: index === 2 ? '主乙' : null,
            })),
          more: false,
        }),
      ),
    'evidence.packs': (request) =>
      after('evidence.packs', request, () => ok({ packs: packs.toReversed(), more: false })),
    'evidence.makePack': ({ pin, fileId }) =>
      after('evidence.makePack', { fileId }, () => {
        if (pin === '') return fail('wrong-pin');
        const made = { pages: 32, sha256: 'beef'.repeat(16), states: STATE_COUNTS };
        packs.push({ packId: 4800 + packs.length, at: NOW, staffName: '主乙', outcome: 'done', ...made });
        return ok(made);
      }),
    'evidence.cancelPack': (request) => after('evidence.cancelPack', request, () => ok({})),
  };
}
