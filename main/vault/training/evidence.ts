/** How it stands with training: stale where somebody is not trained, missing where nobody ever was. */
import { isTrained } from '../../../contract/training/lists.ts';
import type { TrainingLedger } from '../../../contract/training/routes.ts';
import type { Evidence } from '../feature.ts';

// --- what is shown to whoever inspects

/** One who is not trained makes it stale; nobody who ever was makes it missing. */
export function trainingEvidence({ members, results }: TrainingLedger): Evidence {
  const trained = members.filter(({ standing }) => isTrained(standing.state));
  const ever = members.some(({ standing }) => standing.state !== 'never');
  const due = members.flatMap(({ standing }) => standing.on ?? []).toSorted();
  return {
    duty: 'training',
    points: {
      'passed-by-all': !ever ? 'missing' : trained.length === members.length ? 'there' : 'stale',
    },
    at: results.find(({ passed }) => passed)?.at ?? null,
    dueOn: due[0] ?? null,
    count: trained.length,
  };
}
