/**
 * The case file for the police, as a document: what was asked, who had it and when, the entries with their hashes, and how to check them. Masks alone.
 * In Chinese, since that is whom it is for, with a summary in English; its sentences are here, words of actions are the page's.
 */
import type { Role } from '../../../contract/fields.ts';
import type {
  FormerPerson,
  NamedPerson,
  AccessHistorySummary,
} from '../../../contract/access-history/views.ts';
import { minuteOf } from '../clock.ts';
import { toHex } from '../crypto/bytes.ts';
import { actWords, wordIn } from '../pdf/words.ts';
import type { LogRow } from '../log/audit-log.ts';
import type { Block, Fact, PdfDocument } from '../pdf/document.ts';
import { fact, factList, paragraph, right, table } from '../pdf/blocks.ts';
import { DETAIL_WORDS, FIELD_WORDS, RECORD_KIND_WORDS } from '../../../contract/vocabulary/records.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';
import { REASON_WORDS } from '../../../contract/vocabulary/reasons.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import {
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** Content of a case file. */
interface CaseFacts extends DocumentFacts {
  readonly asked: CaseQuestion;
  /** Why, in the words of whoever asked. */
  readonly purpose: string;
  readonly madeBy: string;
  readonly supervisor: string;
  /** Oldest first, at most as many as a case file takes; `total` is of all. */
  readonly rows: readonly LogRow[];
  readonly total: number;
  readonly staff: AccessHistorySummary['staff'];
  /** Masks of the residents whom entries name. */
  readonly masks: ReadonlyMap<number, string>;
  readonly nameOf: (staffId: LogRow['staffId']) => string;
  /** The end of the log as the file was made, and the fingerprint of the vault's roots. */
  readonly head: { readonly seq: number; readonly hash: Uint8Array };
  readonly fingerprint: string;
  /** Words of the reasons that an admin has added, by their ids. */
  readonly ownReasons: ReadonlyMap<string, string>;
}

export type CaseQuestion =
  | {
      readonly of: 'number';
      readonly mask: string;
      readonly field: 'phone' | 'idNumber';
      readonly people: readonly NamedPerson[];
      readonly former: readonly FormerPerson[];
      readonly more: boolean;
    }
  | {
      readonly of: 'mark';
      readonly code: string;
      readonly staffName: string;
      readonly role: Role | null;
      readonly desk: number;
      readonly at: number;
      readonly since: number;
    };

/** The document. A function of the facts alone. */
export function caseFile(facts: CaseFacts): PdfDocument {
  return officialDocument(facts, '泄露追查材料', [
    ...cover(facts),
    ...summary(facts),
    ...question(facts),
    ...answer(facts),
    ...records(facts),
    ...checking(facts),
  ]);
}

function cover(facts: CaseFacts): readonly Block[] {
  const { company, purpose, madeAt, madeBy, supervisor, head } = facts;
  return [
    { kind: 'heading', level: 1, text: '泄露追查材料' },
    factList({
      ...processorFacts(company),
      用途: purpose,
      制作时间: minuteOf(madeAt),
      制作人: madeBy,
      核准主管: supervisor,
      操作记录末条: `第 ${head.seq} 条`,
    }),
    paragraph('本材料由系统按操作记录生成。住户姓名、号码均以掩码显示；如需明文，请凭调取文书另行办理。'),
    sealBox(facts),
  ];
}

function summary({ asked, total, staff, fingerprint, head, madeAt }: CaseFacts): readonly Block[] {
  const text =
    asked.of === 'number'
      ? `This file lists who opened, checked or entered the ${asked.field === 'phone' ? 'phone' : 'ID'} number ${asked.mask} in the records of this residential property company. ${staff.length} members of staff appear in ${total} entries of the log.`
      : `This file tells whom the mark ${asked.code} leads to: ${asked.staffName}, at desk ${asked.desk}, at ${minuteOf(asked.at)}, with ${total} entries of the log around that minute.`;
  return [
    { kind: 'heading', level: 2, text: 'Summary', language: 'en' },
    {
      kind: 'paragraph',
      language: 'en',
      text: `${text} Names and numbers of residents are masked. Times are those of the computer's clock. Made ${minuteOf(madeAt)}; end of the log: entry ${head.seq}; fingerprint of the vault: ${fingerprint}.`,
    },
  ];
}

function question({ asked }: CaseFacts): readonly Block[] {
  const rows: readonly Fact[] =
    asked.of === 'number'
      ? [
          fact('追查的号码', asked.mask),
          fact('登记此号码的住户', peopleWords(asked.people, asked.more)),
          ...formerRow(asked.former),
        ]
      : [fact('追查的标记', asked.code), fact('标记的时间', minuteOf(asked.at))];
  return [
    { kind: 'heading', level: 2, text: '一、追查什么' },
    { kind: 'facts', rows },
  ];
}

const formerRow = (former: readonly FormerPerson[]): readonly Fact[] =>
  former.length === 0
    ? []
    : [
        fact(
          '曾登记此号码的住户',
          former
            .map(
              ({ from, until, ...person }) =>
                `${personWords(person)}（${minuteOf(from)} 至 ${minuteOf(until)}）`,
            )
            .join('\n'),
        ),
      ];

const personWords = ({ mask, rooms }: NamedPerson): string => [mask ?? '档案已不在', ...rooms].join(' ');

const peopleWords = (people: readonly NamedPerson[], more: boolean): string =>
  people.length === 0
    ? '没有住户登记此号码'
    : people.map(personWords).join('\n') + (more ? '\n还有其他住户' : '');

function answer({ asked, staff }: CaseFacts): readonly Block[] {
  const who: readonly Block[] =
    asked.of === 'mark'
      ? [
          factList({
            人员: asked.staffName,
            岗位: roleWords(asked.role),
            电脑: `第 ${asked.desk} 台`,
            登录时间: minuteOf(asked.since),
          }),
        ]
      : [];
  const counted: readonly Block[] =
    staff.length === 0
      ? [paragraph('操作记录中没有查看过的人。')]
      : [
          table({
            columns: {
              人员: 3,
              岗位: 2,
              本人操作: right(2),
              会签: right(1.5),
              看到明文: right(2),
              最近一次: 3.5,
            },
            rows: staff.map(({ name, role, done, cosigned, clear, last }) => [
              name,
              roleWords(role),
              String(done),
              String(cosigned),
              String(clear),
              minuteOf(last),
            ]),
          }),
        ];
  return [{ kind: 'heading', level: 2, text: '二、谁看过' }, ...who, ...counted];
}

function records(facts: CaseFacts): readonly Block[] {
  const { rows, total, masks, nameOf } = facts;
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: '三、操作记录' },
    ...(rows.length < total ? [paragraph(`共 ${total} 条，以下为最近的 ${rows.length} 条。`)] : []),
    table({
      columns: { 编号: right(1.3), 时间: 2.4, 人员: 2.4, 操作: 3, 住户: 1.6, 内容与原因: 3.2 },
      rows: rows.map((row) => [
        String(row.seq),
        minuteOf(row.time),
        [nameOf(row.staffId), ...(row.cosignerId === null ? [] : [`会签：${nameOf(row.cosignerId)}`])].join(
          '\n',
        ),
        actWords(row).join('\n'),
        row.personId === null ? '' : (masks.get(row.personId) ?? '档案已不在'),
        [fieldWords(row.field), reasonWords(facts, row.reason), row.ticket ?? '']
          .filter((part) => part !== '')
          .join('\n'),
      ]),
    }),
    table({
      caption: '记录校验值（SHA-256）',
      columns: { 编号: right(1), 校验值: 8 },
      rows: rows.map(({ seq, hash }) => [String(seq), toHex(hash)]),
    }),
  ];
}

function checking({ head, fingerprint }: CaseFacts): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: '四、如何核对' },
    factList({
      操作记录末条: `第 ${head.seq} 条`,
      末条校验值: toHex(head.hash),
      恢复单上的校验码: fingerprint,
    }),
    paragraph(
      '每条记录的校验值都包含前一条的校验值，改动任何一条，其后所有校验值都会不同。请单位导出签名的操作记录，用校验码核对，再与上表逐条比较。',
    ),
  ];
}

const roleWords = (role: Role | null): string => (role === null ? '已离职' : inChinese(ROLE_WORDS[role]));

/** Entries name details of rooms and kinds of records in the same column. */
const NAMED_IN_FIELDS = { ...RECORD_KIND_WORDS, ...DETAIL_WORDS, ...FIELD_WORDS };
const fieldWords = (names: string | null): string =>
  names === null
    ? ''
    : [...new Set(names.split(',').map((name) => wordIn(NAMED_IN_FIELDS, name)))].join('、');

/** The reason of the list alone: what was typed beside it may hold anything. */
function reasonWords({ ownReasons }: CaseFacts, reason: string | null): string {
  const [id = ''] = (reason ?? '').split(':');
  return ownReasons.get(id) ?? wordIn(REASON_WORDS, id);
}
