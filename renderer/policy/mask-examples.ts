/** Examples of each level of each mask, for whoever chooses; a hidden one is told in words. */
import type { MaskLevel, PolicyMask } from '../../contract/policy/lists.ts';

type Examples = { readonly [M in PolicyMask]: Readonly<Record<Exclude<MaskLevel<M>, 'hidden'>, string>> };

const MASK_EXAMPLES: Examples = {
  name: { usual: '张**' },
  phone: { usual: '138****1234', 'last-four': '1******1234' },
  email: { usual: 'z***@qq.com', domain: '***@qq.com' },
  wechat: { usual: 'z****3' },
  address: { usual: '广西河池市***', province: '广西***' },
  'contact-person': { usual: '张* 138****1234' },
  'id-number': { usual: '4****************0' },
  birthday: { usual: '1980-**-**' },
  plate: { usual: '桂M***45', province: '桂******' },
  'bank-card': { usual: '**** 1234' },
};

/** Null for what shows nothing. */
export const exampleOf = (mask: PolicyMask, level: MaskLevel): string | null =>
  (MASK_EXAMPLES[mask] as Readonly<Partial<Record<MaskLevel, string>>>)[level] ?? null;
