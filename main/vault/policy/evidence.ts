/** How it stands with the masking policy: it is always in force, as the usual one or as an admin has chosen it, once there is anybody to mask. */
import type { Evidence } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { lastChoices } from './read-policy.ts';

/** Errors: those of the store. */
export async function policyEvidence(session: Session): Promise<readonly Evidence[]> {
  const choices = await lastChoices(session, session.store);
  return [
    {
      duty: 'policy',
      points: {},
      at: choices.at(-1)?.at ?? null,
      dueOn: null,
      count: choices.length,
    },
  ];
}
