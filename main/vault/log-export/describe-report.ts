/** Findings of a check of an export, in Chinese and in English: whoever checks it may have neither the application nor its language. */
import { dayOf } from '../clock.ts';
import type { ExportProblem, ExportReport } from './verify-export.ts';

const PROBLEMS: Readonly<Record<ExportProblem, readonly [chinese: string, english: string]>> = {
  format: ['格式不对，不是导出文件的一行', 'it is no line of an export, or stands where it may not'],
  root: [
    '人员名册不是从所给的校验码开始的，或不连续',
    'the roster does not begin at the fingerprint that was given, or does not hold',
  ],
  changed: ['内容与写入时不同', 'its content is not what was written'],
  order: ['次序不对：与上一条不相接', 'order: it does not follow the entry before it'],
  person: ['人员不对：缺少应有的签名，或签名不是本人的', 'person: a signature is missing, or is not theirs'],
  end: [
    '结尾不对：缺少结尾，或条数、末条与内容不符',
    'end: the trailer is missing, or its count or head is not that of the entries',
  ],
};
const ROLES = { supervisor: '主管', admin: '管理员' } as const;

/** Lines to print. */
export function describeReport({
  entries,
  first,
  last,
  witnessed,
  signer,
  header,
  bad,
}: ExportReport): readonly string[] {
  const lines: readonly (readonly [string, string] | null)[] = [
    header && [
      `用途：${header.purpose}；交给：${header.recipient}；导出于 ${dayOf(header.at)}`,
      `made ${dayOf(header.at)} for: ${header.purpose}; given to: ${header.recipient}`,
    ],
    [`核对无误的记录：${entries} 条`, `entries checked and good: ${entries}`],
    first &&
      last && [
        `第 ${first.seq} 至 ${last.seq} 条，${dayOf(first.time)} 至 ${dayOf(last.time)}`,
        `entries ${first.seq} to ${last.seq}, ${dayOf(first.time)} to ${dayOf(last.time)}`,
      ],
    first && [
      '其中凡用过 PIN 的都有本人签名',
      'every deed among them that took a PIN is signed by the person it names',
    ],
    witnessed === null
      ? [
          '除了申请和批准导出的人，没有别人签过名：未签名的记录是否被这两人改写过，从文件本身看不出',
          'nobody but those who asked for and approved the export has signed: whether they rewrote entries without a signature cannot be told from the file',
        ]
      : [
          `第 ${witnessed.upTo} 条及以前：另有 ${witnessed.people} 人签名，签名包含此前全部记录，申请和批准导出的人改不了`,
          `up to entry ${witnessed.upTo}: ${witnessed.people} other people signed, each over all entries before; those who made the export cannot have rewritten them`,
        ],
    witnessed !== null && last !== null && witnessed.upTo < last.seq
      ? [
          `第 ${witnessed.upTo + 1} 条起：未签名的记录只由申请和批准导出的人作证`,
          `from entry ${witnessed.upTo + 1} on: entries without a signature stand on the word of those who made the export`,
        ]
      : null,
    [
      '次序标签（HMAC）的密钥不离开档案柜，这里无法核对',
      'order tags (HMAC) are not checked: their key never leaves the vault',
    ],
    signer && [
      `导出签名：${signer.name}（${ROLES[signer.role]}），密钥 ${signer.key}`,
      `signed by: ${signer.name} (${signer.role}), key ${signer.key}`,
    ],
    signer && [
      `以名册第 ${signer.rosterN} 条为准：此后离职或换了职务的人，文件里看不出`,
      `in office as of entry ${signer.rosterN} of the roster: who has left or changed role since cannot be told from the file`,
    ],
    bad === null
      ? ['结果：完整', 'result: WHOLE']
      : [
          `结果：第 ${bad.line} 行有问题：${PROBLEMS[bad.problem][0]}`,
          `result: BROKEN at line ${bad.line}: ${PROBLEMS[bad.problem][1]}`,
        ],
  ];
  return lines.flatMap((pair) => pair ?? []);
}
