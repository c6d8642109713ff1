/** Remaining steps of the ceremony after a theft, from the signed roster and the log alone. Pure. */
import { SEALED_TIERS } from '../../../contract/fields.ts';
import {
  THEFT_KEYS,
  THEFT_STEPS,
  type TheftKey,
  type TheftState,
  type TheftStep,
} from '../../../contract/key-management/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Roster, RosterMember } from '../keys/roster.ts';
import { type Begun, type Rotation, rosterAt } from '../key-change/rotation-log.ts';
import { chainOf } from '../log/chains.ts';

export interface TheftPerson {
  readonly staffId: StaffId;
  readonly state: TheftState;
}

export interface TheftLeft {
  readonly people: readonly TheftPerson[];
  /** In their order; never empty as long as nobody has ended it. */
  readonly left: readonly TheftStep[];
}

/** The entry of the roster that the ceremony began with, up to which all keys may have been copied; beyond every entry where this roster has no such one, so that nothing counts as changed. */
export const headOfTheft = (roster: Pick<Roster, 'hashAt'>, from: Begun | null): number =>
  rosterAt(roster, from) ?? Number.MAX_SAFE_INTEGER;

/** `begun` is the ceremony that is under way, `rotations` are those of the log, oldest first. */
export function theftLeft(
  roster: Pick<Roster, 'members' | 'tierKeys' | 'hashAt'>,
  begun: Pick<Rotation, 'seq' | 'begun'>,
  rotations: readonly Pick<Rotation, 'key' | 'seq' | 'end'>[],
): TheftLeft {
  const head = headOfTheft(roster, begun.begun);
  const people = [...roster.members.values()].map((member): TheftPerson => ({
    staffId: member.staffId,
    state: stateOf(member, head),
  }));
  const made = keysMade(roster, { head, seq: begun.seq }, rotations);
  const isLeft = (step: TheftStep): boolean =>
    step === 'people'
      ? people.some(({ state }) => state === 'old')
      : step !== 'begin' && !made.some((key) => key === step);
  return { people, left: THEFT_STEPS.filter(isLeft) };
}

function stateOf(
  { keysFrom, suspended }: Pick<RosterMember, 'keysFrom' | 'suspended'>,
  head: number,
): TheftState {
  if (suspended) return 'shut-out';
  return keysFrom > head ? 'renewed' : 'old';
}

/** Each counts if it was made after the one before it; the tier keys only if the roster has them too. */
function keysMade(
  roster: Pick<Roster, 'tierKeys'>,
  since: { readonly head: number; readonly seq: number },
  rotations: readonly Pick<Rotation, 'key' | 'seq' | 'end'>[],
): readonly TheftKey[] {
  const made: TheftKey[] = [];
  let { seq } = since;
  const here = rotations.filter((rotation) => chainOf(rotation.seq) === chainOf(since.seq));
  for (const key of THEFT_KEYS) {
    const one = here.find(
      (rotation) => rotation.key === key && rotation.end === 'done' && rotation.seq > seq,
    );
    if (
      one === undefined ||
      (key === 'tier-keys' && !SEALED_TIERS.every((tier) => (roster.tierKeys.get(tier)?.n ?? 0) > since.head))
    )
      return made;
    made.push(key);
    ({ seq } = one);
  }
  return made;
}
