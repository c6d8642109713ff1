/** The two notices of an incident: drafted from what is known of it, edited by whoever answers for them, given out as they stand. */
import type { Company } from '../../../contract/company/lists.ts';
import { MAX_NOTICE_TEXT, type NoticeTo, incidentNumber } from '../../../contract/incidents/lists.ts';
import { minuteOf } from '../clock.ts';
import type { IncidentView } from '../../../contract/incidents/routes.ts';
import { sourceBlock } from '../law/source-blocks.ts';
import type { Block, PdfDocument } from '../pdf/document.ts';
import { type IncidentRow, fieldsOf } from './row.ts';
import { type IncidentRules, levelMet } from './rules.ts';
import { factList, paragraph } from '../pdf/blocks.ts';
import {
  CERTAINTY_WORDS,
  INCIDENT_KIND_WORDS,
  ORIGIN_WORDS,
} from '../../../contract/vocabulary/incidents.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { FIELD_WORDS } from '../../../contract/vocabulary/records.ts';
import {
  companyNameOf,
  contactOf,
  DRAFT,
  type DocumentFacts,
  officialDocument,
  sealBox,
} from '../company-facts/official-document.ts';

const TITLES: Readonly<Record<NoticeTo, string>> = {
  authority: '个人信息安全事件报告',
  people: '个人信息安全事件告知书',
};

/** Where nothing is known yet, to be filled in before it goes out. */
const OPEN = '（待补充）';
const OPEN_BLOCK: Block = {
  kind: 'paragraph',
  look: 'strong',
  text: `${DRAFT}：写有“${OPEN}”的地方补充完整前，本件不是正式文件，不得盖章、送出。`,
};
const orOpen = (text: string): string => (text === '' ? OPEN : text);

/**
 * Text of a notice with the contents of PIPL, Article 57: kinds, causes and possible harm; the measures taken and those that the people can take; the contact.
 * Lines of text. A function of its arguments alone.
 */
export function draftNotice(row: IncidentRow, to: NoticeTo, company: Company, rules: IncidentRules): string {
  const fields = fieldsOf(row).map((field) => inChinese(FIELD_WORDS[field]));
  const kinds = fields.length === 0 ? OPEN : fields.join('、');
  const happened = `${inChinese(CERTAINTY_WORDS[row.certainty])}个人信息${inChinese(INCIDENT_KIND_WORDS[row.kind])}`;
  const level = levelMet(rules, row);
  const lines =
    to === 'authority'
      ? [
          `${companyNameOf(company)} 于 ${minuteOf(row.noticedAt)} 发现${happened}（${inChinese(ORIGIN_WORDS[row.origin])}），现报告如下。`,
          `一、涉及的信息种类：${kinds}。`,
          `二、涉及人数：${row.people === null ? OPEN : `${row.people} 人`}。`,
          ...(level === null ? [] : [`三、初步研判等级：${level.zh}。`]),
          `${level === null ? '三' : '四'}、发生原因：${orOpen(row.causes)}`,
          `${level === null ? '四' : '五'}、可能造成的危害：${orOpen(row.harm)}`,
          `${level === null ? '五' : '六'}、已采取的补救措施：${orOpen(row.measures)}`,
          `${level === null ? '六' : '七'}、个人可以采取的减轻危害的措施：${orOpen(row.advice)}`,
          `${level === null ? '七' : '八'}、联系方式：${orOpen(row.contact || contactOf(company))}`,
        ]
      : [
          `${companyNameOf(company)} 于 ${minuteOf(row.noticedAt)} 发现${happened}，可能涉及您的个人信息。现告知如下。`,
          `一、涉及的信息种类：${kinds}。`,
          `二、发生原因：${orOpen(row.causes)}`,
          `三、可能造成的危害：${orOpen(row.harm)}`,
          `四、我们已采取的措施：${orOpen(row.measures)}`,
          `五、您可以采取的措施：${orOpen(row.advice)}`,
          `六、联系方式：${orOpen(row.contact || contactOf(company))}`,
        ];
  return lines.join('\n').slice(0, MAX_NOTICE_TEXT);
}

/** Stamp on each page of a drill's paper, which is no real document; undefined for others. */
export const stampOf = ({ drill }: Pick<IncidentRow, 'drill'>): string | undefined =>
  drill === 1 ? '【演练】' : undefined;

/** Where the level comes from that a paper names; nothing where it names none. */
export const levelSourceBlocks = ({
  clock,
  source,
}: Pick<IncidentView, 'clock' | 'source'>): readonly Block[] => (clock === null ? [] : [sourceBlock(source)]);

/** The cyberspace office that the company has named, and whoever the level of a network incident asks for. */
function recipientsOf({ facts }: Company, { clock }: Pick<IncidentView, 'clock'>): string {
  const office = facts.cyberspace === '' ? `网信部门${OPEN}` : facts.cyberspace;
  return clock === null ? office : `${office}；达到网络安全事件级别的，同时报${clock.to}`;
}

/** Police where it may be a crime, the street office where order in the estate is touched; null where the company has named neither. */
const alsoTold = ({ facts }: Company): string | null =>
  [
    facts.police === '' ? '' : `涉嫌违法犯罪的，向公安机关报案：${facts.police}`,
    facts.street === '' ? '' : `影响小区秩序的，告知街道（不含住户信息）：${facts.street}`,
  ]
    .filter((part) => part !== '')
    .join('；') || null;

/** The notice as a document. */
export function noticeDocument(
  row: IncidentRow,
  to: NoticeTo,
  incident: Pick<IncidentView, 'notices' | 'clock' | 'source'>,
  facts: DocumentFacts,
): PdfDocument {
  const title = TITLES[to];
  const recipients = to === 'authority' ? recipientsOf(facts.company, incident) : null;
  const isOpen = `${recipients ?? ''}${incident.notices[to]}`.includes(OPEN);
  return officialDocument(
    facts,
    title,
    [
      { kind: 'heading', level: 1, text: row.drill === 1 ? `【演练】${title}` : title },
      ...(isOpen ? [OPEN_BLOCK] : []),
      factList({
        事件编号: incidentNumber(row.incidentId),
        制作时间: minuteOf(facts.madeAt),
        致: recipients,
        另须告知: to === 'authority' ? alsoTold(facts.company) : null,
      }),
      ...incident.notices[to]
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => paragraph(line)),
      ...(row.drill === 1
        ? [{ kind: 'paragraph', look: 'strong', text: '本件为应急演练文书，事件并未发生。' } as const]
        : []),
      ...(to === 'authority' ? levelSourceBlocks(incident) : []),
      { kind: 'space', height: 20 },
      sealBox(facts, isOpen),
    ],
    stampOf(row) ?? (isOpen ? DRAFT : undefined),
  );
}
