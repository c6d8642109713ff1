/** The layouts that there are, as data: what each is called, where it has room for a seal, what is filled in by hand. */
import type { BlankLayout, PrintLayout } from '../../../contract/print/lists.ts';
import type { PdfLanguage } from '../pdf/document.ts';

/** Words in both languages. */
export type Both = Readonly<Record<PdfLanguage, string>>;

/** Properties of every layout. */
export interface Layout {
  readonly title: Both;
  /** Below the title. */
  readonly lead: Both | null;
  /** A box for the company's seal. */
  readonly seal: boolean;
  /** A margin for a seal that is set across all pages. */
  readonly seam: boolean;
  /** Says why it was printed and who approved it; what is posted or given to a visitor says no more than it has to. */
  readonly approval: boolean;
}

const both = (zhCN: string, en: string): Both => ({ 'zh-CN': zhCN, en });

/** Every layout by its name. */
export const LAYOUTS = {
  record: {
    title: both('住户档案', 'Resident record'),
    lead: both(
      '未经核准的项目以掩码显示。用毕请交回保管人，不得复印、拍照。',
      'What was not approved is masked. Give it back after use; do not copy or photograph it.',
    ),
    seal: true,
    seam: true,
    approval: true,
  },
  roster: {
    title: both('住户名册', 'Roster of residents'),
    lead: both('姓名和电话均以掩码显示。', 'Names and phones are masked.'),
    seal: true,
    seam: true,
    approval: true,
  },
  arrears: {
    title: both('物业费催缴通知', 'Notice of unpaid charges'),
    lead: both(
      '以下房号的费用尚未缴清，请在截止日期前到服务中心办理。',
      'Charges of these rooms are unpaid. Please settle them at the service desk by the day below.',
    ),
    seal: true,
    seam: false,
    approval: false,
  },
  'shift-sheet': {
    title: both('交接班单', 'Handover of a shift'),
    lead: both(
      '日后有人改动记录，以纸上的序号和校验码为准。',
      'Should somebody change the log, number and fingerprint on this paper are what counts.',
    ),
    seal: true,
    seam: true,
    approval: true,
  },
  'count-sheet': {
    title: both('纸质资料盘点表', 'Count sheet of paper'),
    lead: both(
      '逐个存放地点清点，在的打 √，再到“登记簿”里登记结果。',
      'Tick what is there, place by place, then enter the result in the register.',
    ),
    seal: true,
    seam: true,
    approval: true,
  },
  receipt: { title: both('收据', 'Receipt'), lead: null, seal: true, seam: false, approval: false },
  renovation: {
    title: both('装修申请表', 'Renovation application'),
    lead: both(
      '请用黑色笔填写。施工时间：工作日 8:30–12:00，14:00–18:00。',
      'Please fill in with a black pen.',
    ),
    seal: true,
    seam: false,
    approval: false,
  },
  'goods-pass': {
    title: both('物品放行条', 'Goods pass'),
    lead: both('凭本条出门，当日有效，由门岗收回。', 'Valid on the day; the guard keeps it.'),
    seal: true,
    seam: false,
    approval: false,
  },
  'loan-slip': {
    title: both('物品借用单', 'Loan slip'),
    lead: null,
    seal: false,
    seam: false,
    approval: false,
  },
} as const satisfies Readonly<Record<PrintLayout, Layout>>;

/** Lines to be filled in by hand on each form. */
export const BLANK_LINES: Readonly<Record<BlankLayout, readonly Both[]>> = {
  receipt: [
    both('日期', 'Date'),
    both('房号', 'Room'),
    both('收款事由', 'For'),
    both('金额（大写）', 'Amount in words'),
    both('金额（小写）', 'Amount'),
    both('付款方式', 'Paid by'),
    both('收款人', 'Received by'),
  ],
  renovation: [
    both('房号', 'Room'),
    both('申请人', 'Applicant'),
    both('装修内容', 'Work'),
    both('装修单位', 'Contractor'),
    both('现场负责人', 'Foreman'),
    both('开工日期', 'Begins on'),
    both('完工日期', 'Ends on'),
    both('押金', 'Deposit'),
    both('申请人签名', 'Signed by applicant'),
    both('物业审批', 'Approved by'),
  ],
  'goods-pass': [
    both('日期', 'Date'),
    both('房号', 'Room'),
    both('物品和件数', 'Goods and number'),
    both('经办人', 'Issued by'),
    both('门岗签名', 'Guard'),
  ],
  'loan-slip': [
    both('借用物品（门禁卡、钥匙等）', 'What (card, key)'),
    both('借用人', 'Borrower'),
    both('借用时间', 'Taken at'),
    both('归还时间', 'Returned at'),
    both('借用人签名', 'Signed by borrower'),
    both('经办人', 'Desk'),
  ],
};
