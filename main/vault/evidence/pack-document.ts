/**
 * The inspection pack as a document: cover, summary in English, contents, a chapter for each duty in the order of the duties, and the packs that
 * were made before. What is missing has its chapter, which says so. A function of its facts alone.
 */
import {
  type Duty,
  EVIDENCE_STATES,
  type EvidenceState,
  countOpen,
} from '../../../contract/evidence/lists.ts';
import type { EveningFacts } from '../../../contract/evidence/findings.ts';
import { MATTERS, pointsOfMatter, stateOfMatter } from '../../../contract/evidence/matters.ts';
import type { StateCounts } from '../../../contract/evidence/log.ts';
import type { DutyEvidence, PackView } from '../../../contract/evidence/routes.ts';
import { dayOf, minuteOf } from '../clock.ts';
import { toHex } from '../crypto/bytes.ts';
import { factList, paragraph, smallPrint, table, tableOr } from '../pdf/blocks.ts';
import type { PackPart } from '../feature.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { COMPARE_FIRST, SOURCE_BEGINS } from '../law/source-blocks.ts';
import { filesOf, listFiles } from './pack-files.ts';
import { countStates } from './read-standing.ts';
import {
  DUTY_WORDS,
  EVIDENCE_STATE_WORDS,
  POINT_STATE_WORDS,
  MATTER_STATE_WORDS,
  MATTER_WORDS,
  pointWords,
  sayMatter,
} from '../../../contract/vocabulary/evidence.ts';
import { inChinese, inEnglish } from '../../../contract/vocabulary/wording.ts';
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
  /** When the log began: of nothing before it is there a record. */
  readonly begunAt: number;
  readonly evening: EveningFacts;
  /** One for each duty, in their order. */
  readonly standing: readonly DutyEvidence[];
  readonly parts: readonly PackPart[];
  /** Those of before, newest first. */
  readonly earlier: readonly PackView[];
}

/** The document. */
export function packDocument(facts: PackFacts): PdfDocument {
  const title = '迎检材料';
  const overview = summaryInChinese(facts);
  const files = filesOf([...overview, ...facts.parts.flatMap(({ blocks }) => blocks)]);
  return {
    ...officialDocument(facts, title, [
      ...cover(title, facts),
      { kind: 'page-break' },
      ...overview,
      ...matters(facts),
      { kind: 'page-break' },
      ...summary(facts),
      { kind: 'contents', title: '目录' },
      { kind: 'page-break' },
      ...facts.standing.flatMap((evidence, index) => chapter(index + 1, evidence, facts.parts)),
      ...register(facts),
      ...annex(facts.parts),
      ...listFiles(files),
      ...sources(facts.parts),
    ]),
    attachments: files,
  };
}

function cover(title: string, facts: PackFacts): readonly Block[] {
  const { company, madeAt, supervisor, head, fingerprint, standing } = facts;
  const counts = countStates(standing);
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
      是否齐备: whole(counts, WHOLE_IN_CHINESE),
      缺少的材料: dutiesThat('missing', standing),
      需更新的材料: dutiesThat('stale', standing),
      只有说明的材料: dutiesThat('explained', standing),
    }),
    paragraph(
      '本材料由系统按档案库和操作记录当场生成，住户只以数量出现，不写入其姓名、电话、证件号；人工填写的文字中，七位以上的数字已隐去，公司自己的号码除外。',
    ),
    sealBox(facts),
  ];
}

/** Whether it is complete, in words: what is open, else what is by a statement alone, else neither. */
const whole = (counts: StateCounts, [open, stated, all]: readonly Words[]): string =>
  (countOpen(counts) > 0 ? open : counts.explained > 0 ? stated : all)?.(counts) ?? '';
type Words = (counts: StateCounts) => string;
const WHOLE_IN_CHINESE: readonly Words[] = [
  (counts) => `尚未齐备，${countOpen(counts)} 项未解决；整改完成前不得称为完整材料`,
  ({ explained }) => `齐备，其中 ${explained} 项是签名说明，不是材料`,
  () => '齐备',
];

/** Names of the duties in that state; null where none is. */
const dutiesThat = (state: EvidenceState, standing: PackFacts['standing']): string | null =>
  standing.flatMap((one) => (one.state === state ? [inChinese(DUTY_WORDS[one.duty])] : [])).join('、') ||
  null;

/** What whoever is responsible for the network sees to; everything else is with whoever is responsible for personal information. */
const OF_THE_NETWORK: ReadonlySet<Duty> = new Set<Duty>([
  ...(['other-systems', 'encryption-and-keys', 'permission-matrix', 'leftover-files'] as const),
  ...(['backups', 'computer-checklist', 'computer-checks'] as const),
]);

/** How it stands with each duty, what of it is open, and who answers for it: before anything in another language. */
function summaryInChinese({ company, standing }: PackFacts): readonly Block[] {
  const { informationOfficer, networkOfficer } = company.facts;
  return [
    { kind: 'heading', level: 1, text: '摘要' },
    paragraph(
      whole(countStates(standing), [
        () => '下表逐项列出情况、尚未解决的要点和责任人；“说明”是签名声明，不代替材料。',
        () => '各项都有材料或者签名说明；“说明”是签名声明，不代替材料。',
        () => '各项材料均已齐备。',
      ]),
    ),
    table({
      attachedAs: '材料清单',
      columns: { 序号: 0.7, 材料: 2.6, 情况: 1.2, 尚未解决: 4.5, 责任人: 1.6 },
      rows: standing.map((evidence, index) => [
        String(index + 1),
        inChinese(DUTY_WORDS[evidence.duty]),
        inChinese(EVIDENCE_STATE_WORDS[evidence.state]),
        openPoints(evidence).join('；'),
        (OF_THE_NETWORK.has(evidence.duty) ? networkOfficer : informationOfficer) || '未任命',
      ]),
    }),
  ];
}

/** What an inspector would ask whatever has a tick: settled or open, who answers for it, and what no program can show. */
function matters({ standing, evening, begunAt }: PackFacts): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: '仍未解决和须说明的事项' },
    paragraph(`操作记录自 ${dayOf(begunAt)} 开始。“无法得知”的，任何系统都不能证明。`),
    table({
      columns: { 事项: 2.6, 情况: 1.3, 说明: 5, 责任人: 1.4 },
      rows: MATTERS.map((matter) => [
        inChinese(MATTER_WORDS[matter.id]),
        inChinese(MATTER_STATE_WORDS[stateOfMatter(matter, { evidence: standing, evening })]),
        [
          ...(sayMatter(matter.id, evening)?.slice(0, 1) ?? []),
          ...pointsOfMatter(matter, { evidence: standing }).map(
            ({ duty, point, state }) =>
              `${inChinese(pointWords(duty, point))}（${inChinese(POINT_STATE_WORDS[state])}）`,
          ),
        ].join('；'),
        evening.officers[matter.officer] || '未任命',
      ]),
    }),
  ];
}

/** Points of a duty that do not hold, each with how it stands. */
const openPoints = (evidence: DutyEvidence): readonly string[] =>
  pointsInWords(evidence).flatMap(([point, state], at) =>
    evidence.points[at]?.state === 'there' ? [] : [`${point}（${state}）`],
  );

/** Each point of a duty, and how it stands. */
function pointsInWords({ duty, points }: DutyEvidence): readonly (readonly [string, string])[] {
  return points.map(({ point, state }) => [
    inChinese(pointWords(duty, point)),
    inChinese(POINT_STATE_WORDS[state]),
  ]);
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
      text: `Inspection pack of ${companyNameOf(company)}, made ${minuteOf(madeAt)} by the supervisor ${supervisor}. It was generated from the encrypted records and the tamper-evident log, which ended at entry ${head.seq}. Residents appear as counts: the system writes no name, number or address of theirs into it, and long numbers in what staff wrote are masked, but those of the company itself. Fingerprint of the vault: ${fingerprint}.`,
    },
    {
      kind: 'paragraph',
      language,
      look: 'strong',
      text: [
        whole(counts, [
          () => 'Not complete',
          () => 'Complete, in part by signed statement',
          () => 'Complete',
        ]),
        ...EVIDENCE_STATES.map((state) => `${inEnglish(EVIDENCE_STATE_WORDS[state])}: ${counts[state]}`),
      ].join(' · '),
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
  const { duty, state, at, dueOn, count } = evidence;
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
      rows: pointsInWords(evidence),
    }),
    ...blocks.filter((block) => sourceOf(block) === null).map(lowered),
  ];
}

/** Where a part says that the content of a data file comes from; null of any other block. */
const sourceOf = (block: Block): string | null =>
  block.kind === 'paragraph' && block.look === 'small' && block.text.startsWith(SOURCE_BEGINS)
    ? block.text
    : null;

/** Once for the whole pack, and not beside every line; so is what holds for whatever nobody has compared. */
function sources(parts: readonly PackPart[]): readonly Block[] {
  const said = parts.flatMap(({ blocks }) => blocks.flatMap((block) => sourceOf(block) ?? []));
  return said.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: '资料来源' },
        ...[...new Set(said.map((text) => text.replace(COMPARE_FIRST, '')))].map(smallPrint),
        ...(said.some((text) => text.includes(COMPARE_FIRST)) ? [smallPrint(COMPARE_FIRST)] : []),
      ];
}

/** Texts that chapters name, whole. */
function annex(parts: readonly PackPart[]): readonly Block[] {
  const blocks = parts.flatMap((part) => part.annex ?? []);
  return blocks.length === 0
    ? []
    : [
        { kind: 'page-break' },
        { kind: 'heading', level: 1, text: '附录：现行制度全文' },
        smallPrint(
          '以下是系统中发布的文本。横线处由签字人填写；手写的签字、日期和盖章在纸质件上，系统不保存。',
        ),
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
