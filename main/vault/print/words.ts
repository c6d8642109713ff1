/** Words on prints that are no layout's own, in both languages. What stands on a paper is the vault's: a page that was taken over cannot call a field another. */
import type { PersonKind, Relation } from '../../../contract/fields.ts';
import { FIELD_WORDS } from '../documents/words.ts';
import type { PdfLanguage } from '../pdf/document.ts';

const zhCN = {
  kind: '类别',
  kinds: { person: '个人', company: '单位' } satisfies Readonly<Record<PersonKind, string>>,
  rooms: '房号',
  relations: {
    owner: '业主',
    'co-owner': '共有人',
    family: '家属',
    tenant: '租客',
    temporary: '临时',
  } satisfies Readonly<Record<Relation, string>>,
  fields: FIELD_WORDS,
  clear: '明文',
  none: '（空）',
  purpose: '用途',
  approved: '核准人',
  unit: '本单元',
  building: '本栋',
  relation: '关系',
  period: '期间',
  amount: '金额（元）',
  total: '合计',
  payBy: '截止日期',
  seal: '公司盖章',
  seam: '骑缝章',
  practice: '演练用，不是正式文件',
  line: (copy: number, copies: number, dueOn: string): string =>
    `第 ${copy} 份，共 ${copies} 份 · ${dueOn} 前交回`,
  who: (name: string, desk: number, time: string): string => `${name} · 第 ${desk} 台电脑 · ${time}`,
};

const en: typeof zhCN = {
  kind: 'Kind',
  kinds: { person: 'Person', company: 'Company' },
  rooms: 'Rooms',
  relations: {
    owner: 'Owner',
    'co-owner': 'Co-owner',
    family: 'Family',
    tenant: 'Tenant',
    temporary: 'Temporary',
  },
  fields: {
    name: 'Name',
    sex: 'Sex',
    phone: 'Phone',
    email: 'Email',
    wechat: 'WeChat',
    address: 'Address',
    emergency: 'Emergency contact',
    remark: 'Remark',
    idNumber: 'ID number',
    birthday: 'Birthday',
    bankCard: 'Bank card',
    plate: 'Plate',
    note: 'Counter note',
    guardian: 'Guardian',
    certificate: 'Title certificate',
    contractor: 'Contractor',
    contractorPhone: 'Contractor phone',
    foreman: 'Foreman',
    petLicence: 'Pet licence',
  },
  clear: 'in clear',
  none: '(none)',
  purpose: 'Purpose',
  approved: 'Approved by',
  unit: 'This unit',
  building: 'This building',
  relation: 'Relation',
  period: 'Months',
  amount: 'Amount (CNY)',
  total: 'Total',
  payBy: 'Pay by',
  seal: 'Company seal',
  seam: 'SEAL',
  practice: 'For practice, not an official paper',
  line: (copy, copies, dueOn) => `Copy ${copy} of ${copies} · give back by ${dueOn}`,
  who: (name, desk, time) => `${name} · Desk ${desk} · ${time}`,
};

/** The words of a language. */
export const printWords = (language: PdfLanguage): typeof zhCN => (language === 'en' ? en : zhCN);
