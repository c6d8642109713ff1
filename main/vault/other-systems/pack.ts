/** Other systems and places in an inspection pack: what is kept where, by whom, and when it was checked last. */
import { OTHER_SYSTEM_KINDS, isHolder, missingClauses } from '../../../contract/other-systems/lists.ts';
import type { OtherSystem } from '../../../contract/other-systems/routes.ts';
import type { Block } from '../pdf/document.ts';
import type { Register } from './register.ts';
import { paragraph } from '../pdf/blocks.ts';
import { maskLongDigits } from '../values/long-digits.ts';
import {
  CLAUSE_WORDS,
  PASSWORD_WORDS,
  SYSTEM_KIND_WORDS,
} from '../../../contract/vocabulary/other-systems.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** A table of all, by kind. */
export function otherSystemsPart({ systems }: Register): readonly Block[] {
  if (systems.length === 0) return [paragraph('尚未登记。')];
  const kinds = OTHER_SYSTEM_KINDS.filter((kind) => systems.some((one) => one.kind === kind));
  return [
    {
      kind: 'table',
      caption: '其他系统和其他存放处',
      attachedAs: '其他系统',
      columns: ['类别', '名称', '所含资料', '厂家、合同和委托协议', '谁管', '密码或保管', '上次检查'].map(
        (title, at) => ({ title, share: [2, 3, 3, 3, 2, 3, 2.6][at] ?? 1 }),
      ),
      rows: kinds.flatMap((kind) =>
        systems
          .filter((one) => one.kind === kind)
          .map((one) => [
            inChinese(SYSTEM_KIND_WORDS[kind]),
            maskLongDigits(one.name),
            maskLongDigits(one.holds),
            [
              maskLongDigits(one.vendor),
              maskLongDigits(one.contract),
              one.contractEnds === null
                ? ''
                : `至 ${one.contractEnds}${one.contractEnded ? '（已到期）' : ''}`,
              agreementOf(one),
            ]
              .filter((part) => part !== '')
              .join(' · '),
            maskLongDigits(one.holder),
            inChinese(PASSWORD_WORDS[one.password]),
            one.check.last ?? '未检查',
          ]),
      ),
    },
  ];
}

/** Empty of a holder; what it lacks is named. */
function agreementOf({ kind, agreement }: OtherSystem): string {
  if (isHolder(kind)) return '';
  if (agreement === null) return '委托协议未核对';
  const { isProcessor, signedOn, readBy, readOn } = agreement;
  const missing = missingClauses(agreement).map((one) => inChinese(CLAUSE_WORDS[one]));
  const found = missing.length === 0 ? '条款齐全' : `缺：${missing.join('、')}`;
  return `${isProcessor ? `委托协议 ${signedOn ?? ''} ${found}` : '厂家不处理业主资料'}（${readBy} ${readOn} 核对）`;
}
