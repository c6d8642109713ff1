/** Other systems and places in an inspection pack: what is kept where, by whom, and when it was checked last. */
import {
  OTHER_SYSTEM_KINDS,
  type OtherSystemKind,
  type PasswordState,
} from '../../../contract/other-systems/lists.ts';
import type { Block } from '../pdf/document.ts';
import type { Register } from './register.ts';
import { paragraph } from '../pdf/blocks.ts';

/** In the words of the pack, which is Chinese. */
const KINDS: Readonly<Record<OtherSystemKind, string>> = {
  parking: '停车系统',
  door: '门禁系统',
  payment: '缴费系统',
  video: '监控系统',
  'property-software': '物业软件',
  other: '其他系统',
  'guard-post': '门岗',
  phone: '工作手机',
  chat: '工作群',
  'visitor-book': '访客登记本',
};
const STATES: Readonly<Record<PasswordState, string>> = {
  changed: '密码已改，专人保管',
  default: '仍是出厂密码',
  shared: '密码几个人共用',
  locked: '专人保管，已上锁或加锁屏',
  open: '别人拿得到',
  unknown: '不清楚',
};

/** A table of all, by kind. */
export function otherSystemsPart({ systems }: Register): readonly Block[] {
  if (systems.length === 0) return [paragraph('尚未登记。')];
  const kinds = OTHER_SYSTEM_KINDS.filter((kind) => systems.some((one) => one.kind === kind));
  return [
    {
      kind: 'table',
      caption: '其他系统和其他存放处',
      columns: ['类别', '名称', '有哪些资料', '厂家和合同', '谁管', '密码或保管', '上次检查'].map(
        (title, at) => ({ title, share: [2, 3, 3, 3, 2, 3, 2.6][at] ?? 1 }),
      ),
      rows: kinds.flatMap((kind) =>
        systems
          .filter((one) => one.kind === kind)
          .map((one) => [
            KINDS[kind],
            one.name,
            one.holds,
            [one.vendor, one.contract, one.contractEnds === null ? '' : `至 ${one.contractEnds}`]
              .filter((part) => part !== '')
              .join(' · '),
            one.holder,
            STATES[one.password],
            one.check.last ?? '未检查',
          ]),
      ),
    },
  ];
}
