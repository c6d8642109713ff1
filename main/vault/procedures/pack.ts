/** Procedures in an inspection pack: which documents are in force in which version, and who has signed when. */
import type { Duty } from '../../../contract/evidence/lists.ts';
import { minuteOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Publication, PublishedProcedure } from './read-published.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { originBlocks, textBlocks } from './procedure-pdf.ts';
import type { SignOff } from './sign-offs.ts';
import { readTextFacts } from './store.ts';
import {
  DOCUMENT_DUTIES,
  type Found,
  KINDS_OF,
  type Signed,
  findProcedures,
  isUndertaking,
} from './evidence.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { factList, smallPrint, table } from '../pdf/blocks.ts';
import { maskLongDigits, maskLongDigitsBut } from '../values/long-digits.ts';

/** Section of an inspection pack on procedures: which documents in which version, and who has signed when. */
export async function procedurePackParts(session: Session): Promise<readonly PackPart[]> {
  const { inForce, outdated, removed, signed } = await findProcedures(session);
  const partOf = (duty: Duty, blocks: readonly Block[]): readonly PackPart[] =>
    blocks.length === 0 ? [] : [{ duty, blocks }];
  const signedBlocks = (which: readonly Signed[]): readonly Block[] =>
    which.map((one) => signatureTable(session, one));
  const { facts } = await readCompany(session.store);
  const own = await ownNumbers(session);
  return [
    {
      duty: 'responsible-persons',
      blocks: [
        factList({
          个人信息保护负责人: facts.informationOfficer || '未填写',
          网络安全负责人: facts.networkOfficer || '未填写',
        }),
      ],
    },
    ...DOCUMENT_DUTIES.flatMap((duty) => {
      const found = inForce.filter(({ kind }) => (KINDS_OF[duty] as readonly string[]).includes(kind));
      return partOf(duty, found.length === 0 ? [] : documentBlocks(session, found, outdated, removed));
    }),
    { duty: 'management-system', blocks: [], annex: inForce.flatMap((one) => wholeText(one, own)) },
    ...partOf('undertakings', signedBlocks(signed.filter(isUndertaking))),
    ...partOf(
      'undertakings',
      removedBlocks(
        session,
        inForce.filter(({ kind }) => kind === 'undertaking'),
        removed,
      ),
    ),
    ...partOf('sign-offs', signedBlocks(signed.filter((one) => !isUndertaking(one)))),
  ];
}

/** A document in force as it was published, but for long numbers that are none of `own`. */
const wholeText = (
  { title, number, blocks, sha256 }: PublishedProcedure,
  own: readonly string[],
): readonly Block[] => [
  { kind: 'heading', level: 1, text: `${maskLongDigitsBut(title, own)}（第 ${number} 版）` },
  ...textBlocks(blocks).map((block) => masked(block, own)),
  smallPrint(`文本校验码（SHA-256）：${sha256}`),
];

/** What documents are filled with from the company and the law, the longest first. */
async function ownNumbers(session: Session): Promise<readonly string[]> {
  const filled = Object.values(await readTextFacts(session, session.store)).join('\n');
  return [...new Set(filled.match(/\d{7,}/g))].toSorted((one, other) => other.length - one.length);
}

function masked(block: Block, own: readonly string[]): Block {
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item) => maskLongDigitsBut(item, own)) };
  if (block.kind === 'paragraph') return { ...block, text: maskLongDigitsBut(block.text, own) };
  return block.kind === 'heading' ? { ...block, level: 3, text: maskLongDigitsBut(block.text, own) } : block;
}

const documentBlocks = (
  session: Session,
  found: readonly PublishedProcedure[],
  outdated: ReadonlySet<number>,
  removed: Found['removed'],
): readonly Block[] => [
  table({
    columns: { 文件: 4, 版本: 1, 发布时间: 2, 发布人: 2, 文本校验码: 3 },
    rows: found.map(({ title, number, at, by, sha256 }) => [
      maskLongDigits(title),
      `第 ${number} 版`,
      minuteOf(at),
      nameOfStaff(session, by),
      `${sha256.slice(0, 16)}…`,
    ]),
  }),
  ...outdatedBlocks(found.filter(({ versionId }) => outdated.has(versionId))),
  ...removedBlocks(session, found, removed),
  ...[...new Map(found.map(({ origin }) => [JSON.stringify(origin), origin])).values()].flatMap(originBlocks),
];

/** Documents that contradict what is so now, by their titles; nothing where none does. */
const outdatedBlocks = (found: readonly PublishedProcedure[]): readonly Block[] =>
  found.length === 0
    ? []
    : [smallPrint(`公司信息已变，待更新：${found.map(({ title }) => maskLongDigits(title)).join('、')}。`)];

/** What was taken out of each document, by the headings of its template. */
const removedBlocks = (
  session: Session,
  found: readonly PublishedProcedure[],
  removed: Found['removed'],
): readonly Block[] =>
  found.flatMap(({ title, versionId, by, why }) => {
    const sections = removed.get(versionId);
    if (sections === undefined) return [];
    const said = sections === null ? '模板无法读取，不能核对' : sections.join('、');
    const reason = why === '' ? '' : `${nameOfStaff(session, by)} 签名说明：${maskLongDigits(why)}。`;
    return [smallPrint(`与模板相比有缺失或者删减（${maskLongDigits(title)}）：${said}。${reason}`)];
  });

const signatureTable = (
  session: Session,
  {
    procedure,
    staff,
  }: { readonly procedure: Publication & { readonly title: string }; readonly staff: readonly SignOff[] },
): Block =>
  table({
    caption: `${maskLongDigits(procedure.title)}（第 ${procedure.number} 版）`,
    columns: { 姓名: 2, 签阅时间: 3, 情况: 2 },
    rows: staff.map(({ staffId, signedAt, counts }) => [
      nameOfStaff(session, staffId),
      signedAt === null ? '' : minuteOf(signedAt),
      signedAt === null ? '未签' : counts ? '有效' : '已过一年，待重签',
    ]),
  });
