/** The sheet that goes with every workbook that leaves the house. */
import type { Company } from '../../../contract/company/lists.ts';
import { companyNameOf, missingWords } from '../company-facts/official-document.ts';
import type { SheetOfText } from '../sealed-files/workbook.ts';

/** Sheet that stays with the file: its recipient, its purpose, its end, and the mark that leads back. */
export const aboutSheet = (
  company: Company,
  {
    scope,
    recipient,
    officer,
    document,
    purpose,
    dueOn,
  }: Readonly<Record<'scope' | 'recipient' | 'officer' | 'document' | 'purpose' | 'dueOn', string>>,
  mark: { readonly line: string; readonly code: string },
): SheetOfText => {
  const missing = missingWords(company);
  return {
    name: '说明',
    lines: [
      ['提供单位', companyNameOf(company)],
      ...(missing === null ? [] : [['状态', missing]]),
      ['范围', scope],
      ['接收单位', recipient],
      ['经办人', officer],
      ['文书编号', document],
      ['用途', purpose],
      ['删除期限', dueOn],
      ['要求', '仅用于上述用途，不得转发，到期删除并告知提供单位。'],
      ['标记', `${mark.line} ${mark.code}`],
    ],
    widths: [12, 60],
  };
};
