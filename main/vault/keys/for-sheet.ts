/**
 * What the recovery sheet alone opens, as digests. Nobody opens it before the disaster, so that noise in its place would be found out then: its digests
 * stand in a signed entry of the roster, and every sign-in compares them.
 */
import { createHash } from 'node:crypto';
import { bind } from '../crypto/bind.ts';
import { toHex } from '../crypto/bytes.ts';
import { ownChain } from '../log/chains.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { canonicalJson } from '../../files/canonical-json.ts';
import type { GrantContext } from './grants.ts';
import type { HeaderBody } from './header.ts';
import type { Roots } from './recovery-sheet.ts';
import {
  FOR_SHEET_PARTS,
  type ForSheet,
  type NewRosterEntry,
  RECOVERY,
  type Roster,
  type RosterEntry,
  type Signer,
  appendRosterEntries,
  headBehind,
  makeRosterEntry,
  readRosterEntries,
  verifyRoster,
} from './roster.ts';

/** Who signs for it, and when: milliseconds since 1970. */
interface SignedBy {
  readonly at: number;
  readonly signers: readonly Signer[];
}

/** The parts of a header that the sheet opens. */
type SheetHeader = Pick<HeaderBody, 'vaultId' | 'recovery' | 'oldSheets'>;

const digest = (...parts: Parameters<typeof bind>): string =>
  toHex(
    createHash('sha256')
      .update(bind(...parts))
      .digest(),
  );

/** The whole recovery slot, and the earlier sheets that it leads to. */
export const digestHeaderForSheet = ({
  vaultId,
  recovery,
  oldSheets = [],
}: SheetHeader): Pick<ForSheet, 'slot' | 'oldSheets'> => ({
  slot: digest('for-sheet-slot', vaultId, canonicalJson(recovery)),
  oldSheets: digest('for-sheet-old-sheets', vaultId, canonicalJson(oldSheets)),
});

/** The grants of the sheet and the first keys of the log's segments. Errors: those of the store. */
export async function digestStoreForSheet(
  vaultId: string,
  store: ReadableStore,
): Promise<Pick<ForSheet, 'grants' | 'segments'>> {
  const [grants, segments] = await Promise.all([
    store.all<GrantRow>(
      sql`SELECT tier, epoch, generation, sealed FROM tier_grant WHERE staff_id = ${RECOVERY} ORDER BY tier, epoch, generation`,
    ),
    store.all<SegmentRow>(
      ownChain(
        sql`SELECT id, first_seq, sealed_first_key, started_at, why, sheet_generation FROM $segments ORDER BY id`,
      ),
    ),
  ]);
  return {
    grants: digestGrants(vaultId, grants),
    segments: digestSegments(vaultId, segments),
  };
}

/** Of grants to the sheet, in the order of tier, epoch and generation. As text, since somebody with the store key may have written any number. */
const digestGrants = (vaultId: string, grants: readonly GrantRow[]): string =>
  digest(
    'for-sheet-grants',
    vaultId,
    ...grants.flatMap((row) => [row.tier, String(row.epoch), String(row.generation), row.sealed]),
  );

/** Of the log's segments in the order of their numbers: the first key of each as it is sealed, and why each began, which is all that says where a store was put back. */
export const digestSegments = (vaultId: string, segments: readonly SegmentRow[]): string =>
  digest(
    'for-sheet-segments',
    vaultId,
    ...segments.flatMap((row) => [
      String(row.id),
      String(row.first_seq),
      row.sealed_first_key,
      String(row.started_at),
      String(row.why),
      String(row.sheet_generation),
    ]),
  );

/** As the store will have them, of grants that are about to be written and are all that the sheet has. */
export const digestNewGrants = (
  vaultId: string,
  grants: readonly { readonly context: GrantContext; readonly sealed: Uint8Array }[],
): string =>
  digestGrants(
    vaultId,
    grants
      .filter(({ context }) => context.staffId === RECOVERY)
      .map(({ context: { tier, epoch, generation }, sealed }) => ({ tier, epoch, generation, sealed }))
      .toSorted(
        (a, b) =>
          (a.tier < b.tier ? -1 : a.tier > b.tier ? 1 : 0) ||
          a.epoch - b.epoch ||
          a.generation - b.generation,
      ),
  );

interface GrantRow {
  readonly tier: string;
  readonly epoch: number;
  readonly generation: number;
  readonly sealed: Uint8Array;
}
interface SegmentRow {
  readonly id: number;
  readonly first_seq: number;
  readonly sealed_first_key: Uint8Array;
  readonly started_at: number;
  readonly why: string;
  readonly sheet_generation: number;
}

/** All of it. Errors: those of the store. */
export const digestForSheet = async (header: SheetHeader, store: ReadableStore): Promise<ForSheet> => ({
  ...digestHeaderForSheet(header),
  ...(await digestStoreForSheet(header.vaultId, store)),
});

/** Whether it is as it was signed for. A desk that has joined has nobody's word yet, until an admin signs in there while the others can be reached. */
export const isAsSigned = (
  { forSheet: signed, chain }: Pick<Roster, 'forSheet' | 'chain'>,
  found: ForSheet,
): boolean =>
  (signed === null && chain !== 0) || FOR_SHEET_PARTS.every((part) => signed?.[part] === found[part]);

/**
 * What is signed for behind a change, of parts that are carried over by it: a part that was not as signed before keeps the digest that it had, so that it is never signed for,
 * and goes on being told until the sheet is another one.
 */
export function carryForSheet(
  { forSheet: signed }: Pick<Roster, 'forSheet'>,
  before: Partial<ForSheet>,
  after: Partial<ForSheet>,
): Partial<ForSheet> {
  return Object.fromEntries(
    FOR_SHEET_PARTS.flatMap((part) => {
      const becomes = after[part];
      if (becomes === undefined) return [];
      return [[part, signed === null || before[part] === signed[part] ? becomes : signed[part]]];
    }),
  );
}

/**
 * The entry that signs for it, behind `roster`; null where nothing would change. Parts that are left out stay as they are signed for. Errors: those of `makeRosterEntry`.
 */
export function signForSheet(
  roster: Pick<Roster, 'vaultId' | 'head' | 'forSheet' | 'chain'>,
  changed: Partial<ForSheet>,
  { at, signers }: SignedBy,
): RosterEntry | null {
  const { vaultId, head, forSheet, chain } = roster;
  const isChange = FOR_SHEET_PARTS.some(
    (part) => changed[part] !== undefined && changed[part] !== forSheet?.[part],
  );
  if (!isChange) return null;
  return makeRosterEntry(vaultId, head, forSheetEntry(chain, at, { ...forSheet, ...changed }), signers);
}

const forSheetEntry = (chain: number, at: number, parts: Partial<ForSheet>): NewRosterEntry =>
  ({ kind: 'for-sheet', at, ...(chain === 0 ? {} : { chain }), ...parts }) as NewRosterEntry;

/** The entries that carry the sheet's grants over for other desks, where those go by the grants of before: all desks have the same. Errors: those of `makeRosterEntry`. */
export function carryGrants(
  { vaultId, head, chain: own, forSheets }: Pick<Roster, 'vaultId' | 'head' | 'chain' | 'forSheets'>,
  before: Pick<ForSheet, 'grants'>,
  { grants }: Pick<ForSheet, 'grants'>,
  { at, signers }: SignedBy,
): readonly RosterEntry[] {
  const entries: RosterEntry[] = [];
  for (const [chain, signed] of forSheets) {
    if (chain === own || signed.grants !== before.grants) continue;
    const entry = forSheetEntry(chain, at, { ...signed, grants });
    entries.push(makeRosterEntry(vaultId, headBehind(entries, head), entry, signers));
  }
  return entries;
}

/** As `signForSheet`, within a transaction, behind `others`; the roster with all of them, verified as the store has it. Errors: those of `verifyRoster`. */
export async function appendForSheet(
  tx: WritableStore,
  { roster, roots }: { readonly roster: Roster; readonly roots: Roots },
  changed: Partial<ForSheet>,
  by: SignedBy,
  others: readonly RosterEntry[] = [],
): Promise<Roster> {
  const own = signForSheet({ ...roster, head: headBehind(others, roster.head) }, changed, by);
  const entries = own === null ? others : [...others, own];
  if (entries.length === 0) return roster;
  await appendRosterEntries(tx, entries);
  return verifyRoster(roster.vaultId, await readRosterEntries(tx), roots, roster.chain);
}
