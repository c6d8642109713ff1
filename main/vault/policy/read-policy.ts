/** The policy in force, and how it came to be: read from the log, which knows every choice of an admin, and held against the header. */
import { SWITCHED_FIELD_IDS } from '../../../contract/fields.ts';
import {
  type MaskPolicy,
  POLICY_SETTINGS,
  type Policy,
  type PolicySetting,
  type SettingValue,
  USUAL_POLICY,
  valuesOf,
  withSetting,
} from '../../../contract/policy/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { PolicyView } from '../../../contract/policy/views.ts';
import type { LogRow } from '../log/audit-log.ts';
import { allChains } from '../log/chains.ts';
import { type Decision, type KnowsStaff, decisionRows, readDecisions } from '../log/decisions.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { MAX_DESK, readDesk } from '../store/ids.ts';
import type { ReadableStore } from '../store/store.ts';
import { countAlike } from './count-alike.ts';
import { strictest } from './held-masks.ts';
import { countChoices } from './count-candidates.ts';

/** Choices that a page of the history shows, the newest. */
const MAX_SHOWN = 200;

/** One setting's entry in the log, read. */
interface Choice {
  readonly row: LogRow;
  readonly setting: PolicySetting;
  readonly was: SettingValue;
  readonly became: SettingValue;
  readonly remasked: number;
  /**
   * By it the choices are in order, whichever desk's log they stand in: a count that goes on from the highest choice that was known when it was made,
   * times 2¹⁶, and the desk.
   */
  readonly number: number;
}

const DESKS = MAX_DESK + 1;

/** The number of each choice (from 0 on) of those that are made together, in order, after all that the store knows of. */
export async function nextChoices(
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<(index: number) => number> {
  const [desk, known] = [await readDesk(store), await readChoices(staff, store)];
  const steps = Math.floor((known.at(-1)?.number ?? 0) / DESKS);
  return (index) => (steps + 1 + index) * DESKS + desk;
}

/** Of one log, oldest first. */
export const CHOICES = decisionRows(allChains, ['policy'], 'ORDER BY seq');

/** In the order of their numbers. */
const readChoices = async (staff: KnowsStaff, store: ReadableStore): Promise<readonly Choice[]> =>
  (await readDecisions(staff, store, allChains, 'policy'))
    .flatMap(choiceOf)
    .toSorted((one, other) => one.number - other.number);

/** A choice of a mask or level that there is no more says nothing, nor does one that cannot be read. */
function choiceOf({ row, detail }: Decision<'policy'>): readonly Choice[] {
  const setting = POLICY_SETTINGS.find((known) => known === row.field);
  if (setting === undefined) return [];
  const { was, became, remasked, choice: number } = detail;
  const values = valuesOf(setting);
  return values.includes(was) && values.includes(became)
    ? [{ row, setting, was, became, remasked, number }]
    : [];
}

/** A choice as papers have it. `at`: milliseconds since 1970. */
export interface PolicyChoice {
  readonly at: number;
  readonly setting: PolicySetting;
  readonly was: SettingValue;
  readonly became: SettingValue;
  readonly staffId: StaffId;
  readonly cosignerId: StaffId | null;
}

/** The newest choices, at most as many as a page of the history shows; oldest first. Errors: those of the store. */
export const lastChoices = async (
  staff: KnowsStaff,
  store: ReadableStore,
): Promise<readonly PolicyChoice[]> =>
  (await readChoices(staff, store)).slice(-MAX_SHOWN).map(({ row, setting, was, became }) => ({
    at: row.time,
    setting,
    was,
    became,
    staffId: row.staffId,
    cosignerId: row.cosignerId,
  }));

/** The usual policy with the last choice of each setting, and no mask that shows more than `held`, the header's. */
export async function readPolicy(staff: KnowsStaff, store: ReadableStore, held: MaskPolicy): Promise<Policy> {
  const chosen = (await readChoices(staff, store)).reduce(
    (policy, { setting, became }) => withSetting(policy, setting, became),
    USUAL_POLICY,
  );
  return { ...chosen, masks: strictest(chosen.masks, held) };
}

/** View of the masking rules: each setting with its options and how many values that leaves, and who has chosen which. */
export async function describePolicy(session: Session): Promise<PolicyView> {
  const { store, policy, clock } = session;
  const newest = (await readChoices(session, store)).slice(-MAX_SHOWN).reverse();
  return {
    masks: { ...policy.masks },
    switchedOn: [...policy.switchedOn],
    choices: countChoices(clock.now()),
    alike: await countAlike(store),
    switches: [...SWITCHED_FIELD_IDS],
    history: newest.map(({ row, setting, was, became, remasked }) => ({
      id: row.seq,
      at: row.time,
      staffName: nameOfStaff(session, row.staffId),
      cosignerName: row.cosignerId === null ? null : nameOfStaff(session, row.cosignerId),
      setting,
      was,
      became,
      words: row.reason ?? '',
      remasked,
    })),
  };
}
