/** Words on prints that are no layout's own, in both languages. What stands on a paper is the vault's: a page that was taken over cannot call a field another. */
import { REASON_WORDS } from '../../../contract/vocabulary/reasons.ts';
import {
  FIELD_WORDS,
  PERSON_KIND_WORDS,
  RECORD_KIND_WORDS,
  RELATION_WORDS,
} from '../../../contract/vocabulary/records.ts';
import { ROLE_WORDS, SHIFT_SHEET_WORDS } from '../../../contract/vocabulary/staff.ts';
import { inLanguage, type WordTree } from '../../../contract/vocabulary/wording.ts';
import type { PdfLanguage } from '../pdf/document.ts';

const words = {
  kind: ['类别', 'Kind'],
  kinds: PERSON_KIND_WORDS,
  rooms: ['房号', 'Rooms'],
  relations: RELATION_WORDS,
  fields: FIELD_WORDS,
  records: RECORD_KIND_WORDS,
  clear: ['明文', 'in clear'],
  none: ['（空）', '(none)'],
  purpose: ['用途', 'Purpose'],
  approved: ['核准人', 'Approved by'],
  unit: ['本单元', 'This unit'],
  building: ['本栋', 'This building'],
  relation: ['关系', 'Relation'],
  period: ['期间', 'Months'],
  amount: ['金额（元）', 'Amount (CNY)'],
  total: ['合计', 'Total'],
  payBy: ['截止日期', 'Pay by'],
  posted: [
    '房号隐去末两位；是否为本户，请到前台或致电查询。',
    'The last two figures of each room are left out; ask at the desk or call whether it is yours.',
  ],
  reasons: REASON_WORDS,
  typed: ['另有说明，见操作记录', 'Said in words, see the log'],
  listed: ['、', ', '],
  shift: {
    ...SHIFT_SHEET_WORDS,
    of: ['交班人', 'Handed over by'],
    roles: ROLE_WORDS,
    span: ['本班时间', 'Shift'],
    signedFrom: ['交班人签字', 'Handed over by (signature)'],
    signedTo: ['接班人签字', 'Taken over by (signature)'],
  },
  count: {
    columns: {
      place: ['存放地点', 'Place'],
      number: ['编号', 'Number'],
      title: ['名称', 'Title'],
      pages: ['页数', 'Pages'],
      custodian: ['保管人', 'Custodian'],
      there: ['在（√）', 'There (✓)'],
    },
    papers: ['应有份数', 'Papers to be there'],
    counted: ['盘点人签字', 'Counted by (signature)'],
    witness: ['见证人签字', 'Witness (signature)'],
    day: ['盘点日期', 'Day'],
  },
  draft: ['草稿：公司信息未填全', 'DRAFT: company facts missing'],
  noSeal: ['草稿，不得盖章', 'Draft: no seal'],
  seam: ['骑缝章', 'SEAL'],
  practice: ['演练用，不是正式文件', 'For practice, not an official paper'],
} satisfies WordTree;

/** Texts around a value. */
const phrases = {
  'zh-CN': {
    deposit: (amount: number): string => `押金 ${amount} 元`,
    seal: (company: string, seal: string): string => `${company}（盖${seal}）`,
    vaccinated: (day: string): string => `${day} 接种`,
    cosigned: (name: string): string => `会签 ${name}`,
    moreReveals: (count: number): string => `只列出最近 ${count} 项，其余见操作记录。`,
    entry: (seq: number): string => `第 ${seq} 条`,
    line: (copy: number, copies: number, dueOn: string): string =>
      `第 ${copy} 份，共 ${copies} 份 · ${dueOn} 前交回`,
    who: (name: string, desk: number, time: string): string => `${name} · 第 ${desk} 台电脑 · ${time}`,
  },
  en: {
    deposit: (amount: number): string => `deposit CNY ${amount}`,
    seal: (company: string, seal: string): string => `${company} (${seal})`,
    vaccinated: (day: string): string => `vaccinated ${day}`,
    cosigned: (name: string): string => `with ${name}`,
    moreReveals: (count: number): string => `The last ${count}; the log has the others.`,
    entry: (seq: number): string => `Entry ${seq}`,
    line: (copy: number, copies: number, dueOn: string): string =>
      `Copy ${copy} of ${copies} · give back by ${dueOn}`,
    who: (name: string, desk: number, time: string): string => `${name} · Desk ${desk} · ${time}`,
  },
};

const said = {
  'zh-CN': { ...inLanguage(words, 'zh-CN'), ...phrases['zh-CN'] },
  en: { ...inLanguage(words, 'en'), ...phrases.en },
};

/** The words of a language. */
export const printWords = (language: PdfLanguage) => said[language];
