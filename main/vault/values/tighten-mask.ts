/** Tightens a mask from the mask alone, so that stored masks can follow the policy without opening values. */
import type { MaskName } from '../../../contract/fields.ts';
import type { MaskPolicy } from '../../../contract/policy/lists.ts';
import { assertNever } from '../../../contract/result.ts';

/** The mask that shows nothing. */
export const HIDDEN = '***';
/** The mask of a name that shows nothing, neither its length nor its structure. */
const HIDDEN_NAME = '**';

/**
 * The mask by the policy. `text` is the default mask or one that an earlier policy made of it. Tightening
 * twice equals tightening once by the later policy, if that hides no less.
 */
export function tightenMask(policy: MaskPolicy, mask: MaskName, text: string): string {
  switch (mask) {
    case 'none':
    case 'hidden':
      return text;
    case 'name':
      return policy.name === 'hidden' ? HIDDEN_NAME : text;
    case 'phone':
      return tightenPhone(policy, text);
    case 'email':
      return policy.email === 'usual'
        ? text
        : policy.email === 'domain'
          ? text.replace(/^[^@]+(?=@)/, HIDDEN)
          : HIDDEN;
    // A WeChat id that is a phone number has a phone's mask.
    case 'wechat':
      return policy.wechat === 'hidden' ? HIDDEN : isMobileMask(text) ? tightenPhone(policy, text) : text;
    case 'address':
      return policy.address === 'usual'
        ? text
        : policy.address === 'province'
          ? `${provinceOf(text)}${HIDDEN}`
          : HIDDEN;
    case 'contact-person':
      return tightenContact(policy, text);
    case 'id-number':
    case 'birthday':
    case 'bank-card':
      return policy[mask] === 'hidden' ? HIDDEN : text;
    case 'plate':
      return policy.plate === 'usual' ? text : policy.plate === 'province' ? plateByProvince(text) : HIDDEN;
    default:
      return assertNever(mask);
  }
}

const MOBILE_MASK = /^1(?:\d\d\*{4}|\*{6})(\d{4})$/;
const LANDLINE_MASK = /^0\d{2,3}(?=-\*{4}\d{3}$)/;
const isMobileMask = (text: string): boolean => MOBILE_MASK.test(text);

/**
 * `last-four`: 1******1234 hides the network digits of a mobile, 0***-****123 the area of a landline; a
 * number from abroad already shows no more than that.
 */
function tightenPhone({ phone }: MaskPolicy, text: string): string {
  if (phone === 'usual') return text;
  return phone === 'hidden' ? HIDDEN : text.replace(MOBILE_MASK, '1******$1').replace(LANDLINE_MASK, '0***');
}

/** Name and phone of a contact as strict as others; a hidden phone is left out. */
function tightenContact(policy: MaskPolicy, text: string): string {
  if (policy['contact-person'] === 'hidden' || text === HIDDEN) return HIDDEN;
  const [, name = '', phone = ''] = /^(.*?)(?:(?:^| )([+\d]\S*))?$/.exec(text) ?? [];
  const shown = [
    name === '' ? '' : tightenMask(policy, 'name', name),
    phone === '' || policy.phone === 'hidden' ? '' : tightenPhone(policy, phone),
  ];
  return shown.filter((part) => part !== '').join(' ') || HIDDEN;
}

/** The four municipalities; no city name follows them. */
const MUNICIPALITY = '(?:北京|天津|上海|重庆)市?';
const PROVINCE =
  '(?:(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?' +
  '|(?:内蒙古|西藏)(?:自治区)?|广西(?:壮族)?(?:自治区)?|宁夏(?:回族)?(?:自治区)?|新疆(?:维吾尔)?(?:自治区)?|(?:香港|澳门)(?:特别行政区)?)';
const BEGINS_WITH_PROVINCE = new RegExp(`^(?:${MUNICIPALITY}|${PROVINCE})`, 'u');
/** Name of a prefecture: it contains no road, village or district, and neither 超市 nor 市场 is a city. */
const CITY = '(?:(?![路街巷村号栋弄区县])\\p{Script=Han}){2,8}?(?:(?<![超夜菜集])市(?!场)|自治州|地区|盟)';
const PROVINCE_AND_CITY = new RegExp(`^(?:${MUNICIPALITY}|${PROVINCE}(?:${CITY})?)`, 'u');

/**
 * Province and city of an address that begins with a province, else an empty text, because free text may
 * begin with anything.
 */
export const provinceAndCityOf = (text: string): string =>
  PROVINCE_AND_CITY.exec(text.replace(/ /g, ''))?.[0] ?? '';

const provinceOf = (text: string): string => BEGINS_WITH_PROVINCE.exec(text)?.[0] ?? '';

/** 桂******, one character for each of the plate; a mask without a province becomes hidden. */
const plateByProvince = (text: string): string =>
  /^\p{Script=Han}/u.test(text) ? `${text.slice(0, 1)}${'*'.repeat(text.length - 1)}` : HIDDEN;
