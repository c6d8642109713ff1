/**
 * The one reader of what the vault goes by: choices, permissions, orders and acknowledgements in the log. Whoever has the store key can add an entry, or
 * write one of theirs anew where it stands. So an entry of an action that decides counts only with its own hash, signed by everybody who has to, each
 * with a key of a role that a route lets do it; one without keeps everybody from what it decides. `scripts/check-layers.ts` knows whoever reads one otherwise.
 */
import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import {
  ACTIONS,
  type DecidingAction,
  type LogAction,
  type LogDetail,
  UNREADABLE,
} from '../../../contract/log/entries.ts';
import type { ActionFacts } from '../../../contract/manifest.ts';
import { EVERYONE, OVERSIGHT, type Route } from '../../../contract/route.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { bytesOfHex } from '../crypto/bytes.ts';
import { verify } from '../crypto/ed25519.ts';
import { IDS_OF_A_DESK } from '../store/ids.ts';
import type { Sql, SqlValue } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { LogRow } from './canonical.ts';
import { hasOwnHash } from './chain.ts';
import { type Chains, inOrder } from './chains.ts';
import { readAnyDetail } from './detail.ts';
import { selectRows } from './read-log.ts';
import {
  type RequiredSigner,
  type SignatureChecker,
  type SignatureClaim,
  type SignerRoster,
  createSignatureChecker,
  requiredSigners,
} from './signatures.ts';

/** The staff with their keys and roles, from a verified roster. */
export interface DecisionRoster extends SignerRoster {
  readonly vaultId: string;
  /** The key with which somebody could sign in that role while roster entry n was the last; null if they could not. */
  keyOf(staffId: StaffId, role: Role, n: number): Uint8Array | null;
}

/** Whatever knows the staff: a session, as a rule. */
export interface KnowsStaff {
  readonly roster: DecisionRoster;
}

/** An entry that counts. */
export type Decision<A extends DecidingAction = DecidingAction> = {
  readonly [B in A]: { readonly action: B; readonly row: LogRow; readonly detail: LogDetail<B> };
}[A];

/** Other desks have not decided against what it says, nor have they still to decide. */
const IS_DONE = 'seq NOT IN (SELECT seq FROM undone_entry)';

/** Selects entries of these actions; `rest` follows the condition and takes `values`. Exported for the tests of plans. */
export const decisionRows = (
  chains: Chains,
  actions: readonly DecidingAction[],
  rest: string,
  ...values: readonly SqlValue[]
): Sql => {
  const names = actions.map((action) => `'${action}'`);
  return selectRows(
    chains,
    `WHERE action ${names.length === 1 ? `= ${names[0]}` : `IN (${names.join(', ')})`} AND ${IS_DONE} ${rest}`,
    ...values,
  );
};

/**
 * All of these actions in these chains, oldest first, without those whose detail no version of ours would read. The actions in the order in which an index names them.
 * Errors: AppError `store-tampered` {part: 'log'} where one does not count; those of the store.
 */
export async function readDecisions<A extends DecidingAction>(
  staff: KnowsStaff,
  store: ReadableStore,
  chains: Chains,
  ...actions: readonly A[]
): Promise<readonly Decision<A>[]> {
  const rows = await store.all<LogRow>(decisionRows(chains, actions, 'ORDER BY seq'));
  return decisionsIn(staff, inOrder(rows), actions);
}

/** The last of an action in each chain. */
const lastOfEach = (action: DecidingAction): string =>
  `WHERE seq IN (SELECT max(seq) FROM $log WHERE action = '${action}' AND ${IS_DONE} GROUP BY seq / ${IDS_OF_A_DESK}) ORDER BY seq`;

/** The last of an action; null where there is none, or it cannot be read. Errors: those of `readDecisions`. */
export async function readLastDecision<A extends DecidingAction>(
  staff: KnowsStaff,
  store: ReadableStore,
  chains: Chains,
  action: A,
): Promise<Decision<A> | null> {
  const rows = await store.all<LogRow>(selectRows(chains, lastOfEach(action)));
  return decisionsIn<A>(staff, inOrder(rows).slice(-1), [action])[0] ?? null;
}

/** Those of rows in the order of the log that are of these actions. Errors: AppError `store-tampered` {part: 'log'}. */
export function decisionsIn<A extends DecidingAction>(
  { roster }: KnowsStaff,
  rows: readonly LogRow[],
  actions: readonly A[],
): readonly Decision<A>[] {
  const vaultId = bytesOfHex(roster.vaultId);
  const checker = createSignatureChecker(vaultId, roster);
  const wanted: ReadonlySet<string> = new Set(actions);
  return rows.flatMap((row): readonly Decision<A>[] => {
    if (!wanted.has(row.action)) return [];
    if (!hasOwnHash(vaultId, row) || !isSigned(roster, checker, row))
      throw new AppError('store-tampered', { part: 'log' });
    const detail = readAnyDetail(row);
    return detail === UNREADABLE ? [] : [{ action: row.action, row, detail } as unknown as Decision<A>];
  });
}

/** Whether each of these rows is signed by everybody who has to, and one that decides by whom a route lets do it. Of rows that another desk has written. */
export function areSigned(roster: DecisionRoster, rows: readonly LogRow[]): boolean {
  const checker = createSignatureChecker(bytesOfHex(roster.vaultId), roster);
  return rows.every((row) =>
    (ACTIONS[row.action] as ActionFacts).decides === undefined
      ? checker.next(row)
      : isSigned(roster, checker, row),
  );
}

/** Entries whose signatures were found to hold, by their hashes, which say everything of them. */
const verified = new WeakMap<DecisionRoster, Set<string>>();

function isSigned(roster: DecisionRoster, checker: SignatureChecker, row: LogRow): boolean {
  const claims = checker.claimsOf(row);
  if (claims === null || !requiredSigners(row).every((signer) => mayDecide(roster, row, signer)))
    return false;
  const known = verified.get(roster) ?? new Set();
  verified.set(roster, known);
  const key = Buffer.from(row.hash).toString('latin1');
  if (!known.has(key) && !claims.every(holds)) return false;
  known.add(key);
  return true;
}

const holds = ({ key, message, sig }: SignatureClaim): boolean => verify(key, message, sig);

/** Whether somebody had one of the roles that may do it, when they signed. Whoever agrees, or signs for somebody else at the desk, oversees. */
function mayDecide(
  roster: DecisionRoster,
  row: LogRow,
  { who, staffId, rosterN, signing }: RequiredSigner,
): boolean {
  const roles = who === 'staffId' && signing === 'own' ? rolesThatEnter(row.action) : OVERSIGHT;
  return roles.some((role) => roster.keyOf(staffId, role, rosterN) !== null);
}

const entering = new Map<LogAction, readonly Role[]>();

/** Roles that may call a route which takes their own PIN and enters the action. What is done before a sign-in takes an admin, or it is anybody's. */
function rolesThatEnter(action: LogAction): readonly Role[] {
  const known = entering.get(action);
  if (known !== undefined) return known;
  const routes = Object.values<Route>(ROUTES).filter(
    ({ facts: { enters, proof } }) =>
      typeof enters !== 'string' && enters.includes(action) && (proof === 'own' || proof === 'both'),
  );
  const roles = new Set<Role>(
    routes.flatMap(({ access }) => (typeof access === 'string' ? (['admin'] as const) : access)),
  );
  const isAnybodys = (ACTIONS[action] as ActionFacts).decides === 'anybody';
  const found = EVERYONE.filter((role) => isAnybodys || roles.has(role));
  entering.set(action, found);
  return found;
}
