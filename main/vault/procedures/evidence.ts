/** What a company can show of its documents: which are in force, who has signed them, and since when. */
import type { Duty } from '../../../contract/evidence/lists.ts';
import { type TemplateKind, isSignedByAll } from '../../../contract/procedures/lists.ts';
import { minuteOf } from '../clock.ts';
import type { Evidence, PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import { type Publication, type PublishedProcedure, readProcedureLog, withTexts } from './read-published.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { originBlocks } from './procedure-pdf.ts';
import { signersOf } from './register.ts';
import { type SignOff, signOffsOf } from './sign-offs.ts';

/** The duties that are answered by documents in force, with all of the kinds that one asks for. */
const KINDS_OF = {
  'responsible-persons': ['information-officer', 'network-officer'],
  'management-system': ['management-system'],
  'counter-procedures': ['data-procedures', 'counter-procedures'],
  'incident-plan': ['incident-plan'],
  'resident-notices': ['resident-notice', 'posted-notice'],
} as const satisfies Partial<Record<Duty, readonly TemplateKind[]>>;
type DocumentDuty = keyof typeof KINDS_OF;
const DOCUMENT_DUTIES = Object.keys(KINDS_OF) as readonly DocumentDuty[];

/** A document that everybody signs, and how it stands with each of them. */
export interface Signed {
  readonly procedure: PublishedProcedure;
  readonly staff: readonly SignOff[];
}

/** What there is. */
export interface Found {
  readonly inForce: readonly PublishedProcedure[];
  /** Of each that everybody signs. */
  readonly signed: readonly Signed[];
}

async function find(session: Session): Promise<Found> {
  const { publications, signatures } = await readProcedureLog(session, session.store);
  const inForce = await withTexts(session.store, publications);
  const staff = signersOf(session);
  return {
    inForce,
    signed: inForce
      .filter(({ kind }) => isSignedByAll(kind))
      .map((procedure) => ({
        procedure,
        staff: signOffsOf(procedure, signatures, staff, session.clock.now()),
      })),
  };
}

/** How it stands with each duty that documents answer. */
export const evidenceOf = async (session: Session): Promise<readonly Evidence[]> =>
  evidenceFrom(await find(session));

/** The same, of what was found. */
export function evidenceFrom({ inForce, signed }: Found): readonly Evidence[] {
  const isUndertaking = ({ procedure }: Signed): boolean => procedure.kind === 'undertaking';
  return [
    ...DOCUMENT_DUTIES.map((duty) => documentEvidence(duty, inForce)),
    signatureEvidence('undertakings', signed.filter(isUndertaking)),
    signatureEvidence(
      'sign-offs',
      signed.filter((one) => !isUndertaking(one)),
    ),
  ];
}

function documentEvidence(duty: DocumentDuty, inForce: readonly PublishedProcedure[]): Evidence {
  const found = inForce.filter(({ kind }) => (KINDS_OF[duty] as readonly string[]).includes(kind));
  return {
    duty,
    state: found.length === KINDS_OF[duty].length ? 'there' : 'missing',
    at: newestOf(found.map(({ at }) => at)),
    dueOn: null,
    count: found.length,
  };
}

/** Missing while nobody has signed; stale while somebody who works here has not. */
function signatureEvidence(duty: Duty, signed: readonly Signed[]): Evidence {
  const all = signed.flatMap(({ staff }) => staff);
  const counting = all.filter(({ counts }) => counts);
  const ends = counting.flatMap(({ againOn }) => againOn ?? []).toSorted();
  return {
    duty,
    state: counting.length === 0 ? 'missing' : counting.length < all.length ? 'stale' : 'there',
    at: newestOf(counting.flatMap(({ signedAt }) => signedAt ?? [])),
    dueOn: ends[0] ?? null,
    count: counting.length,
  };
}

const newestOf = (moments: readonly number[]): number | null =>
  moments.length === 0 ? null : Math.max(...moments);

/** What an inspection pack gets of it: which documents in which version, and who has signed when. */
export async function packPartsOf(session: Session): Promise<readonly PackPart[]> {
  const { inForce, signed } = await find(session);
  const partOf = (duty: Duty, blocks: readonly Block[]): readonly PackPart[] =>
    blocks.length === 0 ? [] : [{ duty, blocks }];
  const signedBlocks = (which: readonly Signed[]): readonly Block[] =>
    which.map((one) => signatureTable(session, one));
  return [
    ...DOCUMENT_DUTIES.flatMap((duty) => {
      const found = inForce.filter(({ kind }) => (KINDS_OF[duty] as readonly string[]).includes(kind));
      return partOf(duty, found.length === 0 ? [] : documentBlocks(session, found));
    }),
    ...partOf(
      'undertakings',
      signedBlocks(signed.filter(({ procedure }) => procedure.kind === 'undertaking')),
    ),
    ...partOf('sign-offs', signedBlocks(signed.filter(({ procedure }) => procedure.kind !== 'undertaking'))),
  ];
}

const documentBlocks = (session: Session, found: readonly PublishedProcedure[]): readonly Block[] => [
  {
    kind: 'table',
    columns: [
      { title: '文件', share: 4 },
      { title: '版本', share: 1 },
      { title: '发布时间', share: 2 },
      { title: '发布人', share: 2 },
      { title: '文本校验码', share: 3 },
    ],
    rows: found.map(({ title, number, at, by, sha256 }) => [
      title,
      `第 ${number} 版`,
      minuteOf(at),
      nameOfStaff(session, by),
      `${sha256.slice(0, 16)}…`,
    ]),
  },
  ...[...new Map(found.map(({ origin }) => [JSON.stringify(origin), origin])).values()].flatMap(originBlocks),
];

const signatureTable = (
  session: Session,
  {
    procedure,
    staff,
  }: { readonly procedure: Publication & { readonly title: string }; readonly staff: readonly SignOff[] },
): Block => ({
  kind: 'table',
  caption: `${procedure.title}（第 ${procedure.number} 版）`,
  columns: [
    { title: '姓名', share: 2 },
    { title: '签阅时间', share: 3 },
    { title: '情况', share: 2 },
  ],
  rows: staff.map(({ staffId, signedAt, counts }) => [
    nameOfStaff(session, staffId),
    signedAt === null ? '' : minuteOf(signedAt),
    signedAt === null ? '未签' : counts ? '有效' : '已过一年，待重签',
  ]),
});
