import type { Role } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { type DecidingAction, type LogDetail } from '../../../contract/log/entries.ts';
import type { Sql, SqlValue } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';
import type { LogRow } from './canonical.ts';
import { type SignerRoster } from './signatures.ts';
export interface DecisionRoster extends SignerRoster {
  readonly vaultId: string;
  keyOf(staffId: StaffId, role: Role, n: number): Uint8Array | null;
}
export interface KnowsStaff {
  readonly roster: DecisionRoster;
}
export type Decision<A extends DecidingAction = DecidingAction> = {
  readonly [B in A]: {
    readonly action: B;
    readonly row: LogRow;
    readonly detail: LogDetail<B>;
  };
}[A];
export declare const decisionRows: (
  actions: readonly DecidingAction[],
  rest: string,
  ...values: readonly SqlValue[]
) => Sql;
export declare function readDecisions<A extends DecidingAction>(
  staff: KnowsStaff,
  store: ReadableStore,
  ...actions: readonly A[]
): Promise<readonly Decision<A>[]>;
export declare function readLastDecision<A extends DecidingAction>(
  staff: KnowsStaff,
  store: ReadableStore,
  action: A,
): Promise<Decision<A> | null>;
export declare function decisionsIn<A extends DecidingAction>(
  { roster }: KnowsStaff,
  rows: readonly LogRow[],
  actions: readonly A[],
): readonly Decision<A>[];
