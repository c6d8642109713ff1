/**
 * The inspection pack as a document: cover, summary in English, contents, a chapter for each duty in the order of the duties, and the packs that
 * were made before. What is missing has its chapter, which says so. A function of its facts alone.
 */
import { EVIDENCE_STATES } from '../../../contract/evidence/lists.ts';
import type { DutyEvidence, PackView } from '../../../contract/evidence/routes.ts';
import { dayOf, minuteOf } from '../clock.ts';
import { toHex } from '../crypto/bytes.ts';
import { factList, paragraph, table, tableOr } from '../pdf/blocks.ts';
import type { PackPart } from '../feature.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { countStates } from './read-standing.ts';
import {
  DUTY_WORDS,
  EVIDENCE_STATE_WORDS,
  POINT_STATE_WORDS,
  POINT_WORDS,
} from '../../../contract/vocabulary/evidence.ts';
import { type Wording, inChinese, inEnglish } from '../../../contract/vocabulary/wording.ts';
import {
  companyNameOf,
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** Content of a pack. */
export interface PackFacts extends DocumentFacts {
  readonly supervisor: string;
  /** The end of the log as the pack was made, and the fingerprint of the vault's roots. */
  readonly head: { readonly seq: number; readonly hash: Uint8Array };
  readonly fingerprint: string;
  /** One for each duty, in their order. */
  readonly standing: readonly DutyEvidence[];
  readonly parts: readonly PackPart[];
  /** Those of before, newest first. */
  readonly earlier: readonly PackView[];
}

/** The document. */
export function packDocument(facts: PackFacts): PdfDocument {
  const title = '迎检材料';
  return officialDocument(facts, title, [
    ...cover(title, facts),
    { kind: 'page-break' },
    ...summary(facts),
    { kind: 'contents', title: '目录' },
    { kind: 'page-break' },
    ...facts.standing.flatMap((evidence, index) => chapter(index + 1, evidence, facts.parts)),
    ...register(facts),
  ]);
}

function cover(title: string, facts: PackFacts): readonly Block[] {
  const { company, madeAt, supervisor, head, fingerprint, standing } = facts;
  const counts = countStates(standing);
  const missing = standing.filter(({ state }) => state === 'missing');
  return [
    { kind: 'heading', level: 1, text: title },
    factList({
      ...processorFacts(company),
      制作时间: minuteOf(madeAt),
      制作人: `${supervisor}（主管，已输入 PIN 并签名）`,
      操作记录末条: `第 ${head.seq} 条`,
      末条校验值: toHex(head.hash),
      恢复单上的校验码: fingerprint,
      应备材料: `${standing.length} 项：${EVIDENCE_STATES.map((state) => `${inChinese(EVIDENCE_STATE_WORDS[state])} ${counts[state]} 项`).join('，')}`,
      缺少的材料:
        missing.length === 0 ? null : missing.map(({ duty }) => inChinese(DUTY_WORDS[duty])).join('、'),
    }),
    paragraph(
      '本材料由系统按档案库和操作记录当场生成，没有住户的姓名、电话、证件号等资料；住户只以数量出现。',
    ),
    paragraph('条目按公开资料整理，使用前请与官方附件核对。'),
    sealBox(facts),
  ];
}

/** In English, whole on its own: how it stands with each duty, and the totals. */
function summary({ company, madeAt, supervisor, head, fingerprint, standing }: PackFacts): readonly Block[] {
  const counts = countStates(standing);
  const language = 'en';
  return [
    { kind: 'heading', level: 1, text: 'Summary in English', language },
    {
      kind: 'paragraph',
      language,
      text: `Inspection pack of ${companyNameOf(company)}, made ${minuteOf(madeAt)} by the supervisor ${supervisor}. It was generated from the encrypted records and the tamper-evident log, which ended at entry ${head.seq}. It holds no name, number or address of a resident; residents appear as counts. Fingerprint of the vault: ${fingerprint}.`,
    },
    {
      kind: 'paragraph',
      language,
      look: 'strong',
      text: EVIDENCE_STATES.map(
        (state) => `${inEnglish(EVIDENCE_STATE_WORDS[state])}: ${counts[state]}`,
      ).join(' · '),
    },
    {
      kind: 'table',
      language,
      columns: [
        { title: 'No.', share: 0.6 },
        { title: 'Item', share: 4 },
        { title: 'State', share: 1.8 },
        { title: 'Latest', share: 1.8 },
        { title: 'Due', share: 1.6 },
        { title: 'Count', share: 1, align: 'right' },
      ],
      rows: standing.map(({ duty, state, at, dueOn, count }, index) => [
        String(index + 1),
        inEnglish(DUTY_WORDS[duty]),
        inEnglish(EVIDENCE_STATE_WORDS[state]),
        at === null ? '' : dayOf(at),
        dueOn ?? '',
        count === null ? '' : String(count),
      ]),
    },
  ];
}

/** A duty: how it stands, and what its features have put in; where it is missing, that. */
function chapter(number: number, evidence: DutyEvidence, parts: readonly PackPart[]): readonly Block[] {
  const { duty, state, points, at, dueOn, count } = evidence;
  const words: Readonly<Record<string, Wording>> = POINT_WORDS[duty];
  const zh = inChinese(DUTY_WORDS[duty]);
  const blocks = parts.filter((part) => part.duty === duty).flatMap((part) => part.blocks);
  return [
    { kind: 'heading', level: 1, text: `${number}. ${zh}` },
    factList({
      情况: inChinese(EVIDENCE_STATE_WORDS[state]),
      最近日期: at === null ? null : dayOf(at),
      应更新日期: dueOn === null ? null : dueOn,
      数量: count === null ? null : String(count),
    }),
    ...(state === 'missing'
      ? [{ kind: 'paragraph', look: 'strong', text: `缺：${zh}目前没有材料。` } as const]
      : []),
    table({
      caption: '要点',
      columns: { 要点: 4, 情况: 1.4 },
      rows: points.flatMap(({ point, state: of }) => {
        const word = words[point];
        return word === undefined ? [] : [[inChinese(word), inChinese(POINT_STATE_WORDS[of])]];
      }),
    }),
    ...blocks.map(lowered),
  ];
}

/** A heading of a feature stands under that of its chapter. */
const lowered = (block: Block): Block =>
  block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block;

function register({ earlier }: PackFacts): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: '以前制作的迎检材料' },
    tableOr(
      '以前没有制作过。',
      { 时间: 2, 制作人: 1.4, 页数: 0.8, '有／说明／需更新／缺': 1.8, '文件校验值（SHA-256）': 4 },
      earlier.map(({ at, staffName, pages, sha256, states, outcome }) => [
        minuteOf(at),
        staffName,
        String(pages),
        EVIDENCE_STATES.map((state) => states[state]).join('／'),
        outcome === 'done' ? sha256 : `${sha256}（文件没有写成）`,
      ]),
    ),
  ];
}
