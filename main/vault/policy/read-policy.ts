/** The policy in force, and how it came to be: read from the choices of admins in the store. */
import { SWITCHED_FIELD_IDS } from '../../../contract/fields.ts';
import type { Policy, PolicySetting, SettingValue } from '../../../contract/policy.ts';
import { POLICY_SETTINGS, USUAL_POLICY, valuesOf, withSetting } from '../../../contract/policy.ts';
import type { PolicyView, StaffId } from '../../../contract/views.ts';
import type { Session } from '../session/session.ts';
import { nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import { countChoices } from './count-candidates.ts';

/** Choices that a page of the history shows, the newest. */
const MOST_SHOWN = 200;

interface ChangeRow {
  readonly id: number;
  readonly at: number;
  readonly staff_id: StaffId;
  readonly cosigner_id: StaffId | null;
  readonly setting: string;
  readonly was: string;
  readonly became: string;
  readonly words: string;
  readonly remasked: number;
}

/** The usual policy with the last choice of each setting. */
export async function readPolicy(store: ReadableStore): Promise<Policy> {
  const rows = await store.all<Pick<ChangeRow, 'setting' | 'became'>>(sql`SELECT setting, became FROM policy_change ORDER BY id`);
  return rows.filter(isKnown).reduce((policy, { setting, became }) => withSetting(policy, setting, became), USUAL_POLICY);
}

type Known<Row> = Row & { readonly setting: PolicySetting; readonly became: SettingValue };

/** A choice of a mask or level that there is no more says nothing. */
function isKnown<Row extends Pick<ChangeRow, 'setting' | 'became'>>(row: Row): row is Known<Row> {
  const setting = POLICY_SETTINGS.find((known) => known === row.setting);
  return setting !== undefined && valuesOf(setting).some((value) => value === row.became);
}

/** What the page shows: each setting with what it may be and how many values that leaves, and who has chosen what. */
export async function describePolicy(session: Session): Promise<PolicyView> {
  const { store, policy, clock } = session;
  const rows = await store.all<ChangeRow>(sql`SELECT id, at, staff_id, cosigner_id, setting, was, became, words, remasked FROM policy_change ORDER BY id DESC LIMIT ${MOST_SHOWN}`);
  return {
    masks: { ...policy.masks }, switchedOn: [...policy.switchedOn], choices: countChoices(clock.now()), switches: [...SWITCHED_FIELD_IDS],
    history: rows.filter(isKnown).map(({ id, at, staff_id: staffId, cosigner_id: cosignerId, setting, was, became, words, remasked }) => ({
      id, at, staffName: nameOfStaff(session, staffId), cosignerName: cosignerId === null ? null : nameOfStaff(session, cosignerId), setting, was: was as SettingValue, became, words, remasked,
    })),
  };
}
