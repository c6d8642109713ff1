/** How it stands with the duties that documents answer: which are in force, and who has signed them. */
import type { Duty } from '../../../contract/evidence/lists.ts';
import { DUTY_POINTS, type PointOf, type PointState, worstOf } from '../../../contract/evidence/points.ts';
import { type TemplateKind, isSignedByAll } from '../../../contract/procedures/lists.ts';
import type { Evidence } from '../feature.ts';
import { type Publication, type PublishedProcedure, readProcedureLog, withTexts } from './read-published.ts';
import { isOutdated, readFilling } from './outdated.ts';
import { removedFrom } from './removed.ts';
import type { Session } from '../session/session.ts';
import { signersOf } from './register.ts';
import { type SignOff, signOffsOf } from './sign-offs.ts';

/** The duties that are answered by documents in force, with all of the kinds that one asks for. */
export const KINDS_OF = {
  'responsible-persons': ['information-officer', 'network-officer'],
  'management-system': ['management-system'],
  'counter-procedures': ['data-procedures', 'counter-procedures'],
  'incident-plan': ['incident-plan'],
  'resident-notices': ['resident-notice', 'posted-notice'],
} as const satisfies Partial<Record<Duty, readonly TemplateKind[]>>;
type DocumentDuty = keyof typeof KINDS_OF;
export const DOCUMENT_DUTIES = Object.keys(KINDS_OF) as readonly DocumentDuty[];

/** A document that everybody signs, and how it stands with each of them. */
export interface Signed {
  readonly procedure: PublishedProcedure;
  readonly staff: readonly SignOff[];
}

/** Documents found as evidence. */
export interface Found {
  readonly inForce: readonly PublishedProcedure[];
  /** Versions of these that contradict what the company or the vault says now. */
  readonly outdated: ReadonlySet<number>;
  /** Sections that versions of these lack of their template, of each that lacks any; null where nobody can tell. */
  readonly removed: ReadonlyMap<number, readonly string[] | null>;
  /** Of each that everybody signs. */
  readonly signed: readonly Signed[];
}

/** The documents in force, and who has signed those that everybody signs. */
export async function findProcedures(session: Session): Promise<Found> {
  const { publications, signatures } = await readProcedureLog(session, session.store);
  const inForce = await withTexts(session.store, publications);
  const staff = signersOf(session);
  const says = await readFilling(session, session.store);
  const outdated = new Set<number>();
  for (const one of inForce) if (await isOutdated(session.store, one, says)) outdated.add(one.versionId);
  const removed = new Map(
    inForce.flatMap(({ kind, blocks, versionId }) => {
      const lacked = removedFrom(kind, blocks, session.lawFolder);
      return lacked?.length === 0 ? [] : [[versionId, lacked] as const];
    }),
  );
  return {
    inForce,
    outdated,
    removed,
    signed: inForce
      .filter(({ kind }) => isSignedByAll(kind))
      .map((procedure) => ({
        procedure,
        staff: signOffsOf(procedure, signatures, staff, session.clock.now()),
      })),
  };
}

/** Whether it is an undertaking, which each of the staff signs for themselves. */
export const isUndertaking = ({ procedure }: Signed): boolean => procedure.kind === 'undertaking';

/** How it stands with each duty that documents answer. */
export const procedureEvidence = async (session: Session): Promise<readonly Evidence[]> =>
  evidenceFrom(await findProcedures(session));

/** The same, of what was found. */
export function evidenceFrom({ inForce, outdated, removed, signed }: Found): readonly Evidence[] {
  // Whoever left a section out may have signed why.
  const wholeness: Wholeness = ({ versionId, why }) =>
    !removed.has(versionId)
      ? 'there'
      : removed.get(versionId) === null
        ? 'unknown'
        : why === ''
          ? 'stale'
          : 'explained';
  const stateOf: StateOf = (wanted) => {
    const found = inForce.find(({ kind }) => kind === wanted);
    if (found === undefined) return 'missing';
    return outdated.has(found.versionId) ? 'stale' : wholeness(found);
  };
  return [
    ...DOCUMENT_DUTIES.map((duty) => documentEvidence(duty, inForce, stateOf)),
    waysEvidence(stateOf),
    signatureEvidence('undertakings', signed.filter(isUndertaking), wholeness),
    signatureEvidence(
      'sign-offs',
      signed.filter((one) => !isUndertaking(one)),
      wholeness,
    ),
  ];
}

type Wholeness = (publication: Publication) => PointState;

/** How it stands with the document of a kind: one that contradicts what is so now, or of which something was cut, is no evidence. */
type StateOf = (kind: TemplateKind | undefined) => PointState;

function documentEvidence(
  duty: DocumentDuty,
  inForce: readonly PublishedProcedure[],
  stateOf: StateOf,
): Evidence {
  const kinds: readonly TemplateKind[] = KINDS_OF[duty];
  const found = inForce.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
  // A duty of one document has one point, which is called otherwise.
  const points = DUTY_POINTS[duty].map((point, at) => [point, stateOf(kinds[at])]);
  return {
    duty,
    points: Object.fromEntries(points) as Partial<Record<PointOf, PointState>>,
    at: newestOf(found.map(({ at }) => at)),
    dueOn: null,
    count: found.length,
  } as Evidence;
}

/** The notice in force says how to ask. */
const waysEvidence = (stateOf: StateOf): Evidence => ({
  duty: 'requests',
  points: { ways: stateOf('resident-notice') },
  at: null,
  dueOn: null,
  count: null,
});

/** Missing while nobody has signed; stale while somebody who works here has not, or what they signed was cut. */
function signatureEvidence(
  duty: 'undertakings' | 'sign-offs',
  signed: readonly Signed[],
  wholeness: Wholeness,
): Evidence {
  const all = signed.flatMap(({ staff }) => staff);
  const counting = all.filter(({ counts }) => counts);
  const signedBy: PointState =
    counting.length === 0 ? 'missing' : counting.length < all.length ? 'stale' : 'there';
  const ends = counting.flatMap(({ againOn }) => againOn ?? []).toSorted();
  return {
    duty,
    points: {
      'signed-by-all': worstOf([signedBy, ...signed.map(({ procedure }) => wholeness(procedure))]),
    },
    at: newestOf(counting.flatMap(({ signedAt }) => signedAt ?? [])),
    dueOn: ends[0] ?? null,
    count: counting.length,
  };
}

const newestOf = (moments: readonly number[]): number | null =>
  moments.length === 0 ? null : Math.max(...moments);
