/** The code by which a company is registered. */

const COMPANY_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Its region is a province, or the whole country (10). */
const CODE =
  /^[0-9A-HJ-NP-RT-UWXY]{2}(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}[0-9A-HJ-NP-RT-UWXY]{10}$/;

/** Whether it is a unified social credit code (GB 32100): 17 characters weighted by powers of 3 modulo 31, and a check character. */
export function isCompanyCode(text: string): boolean {
  if (!CODE.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += COMPANY_ALPHABET.indexOf(text.charAt(i)) * weight;
    weight = (weight * 3) % 31;
  }
  return COMPANY_ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
