/** The code by which a company is registered. */

const COMPANY_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether it is a unified social credit code (GB 32100): 17 characters weighted by powers of 3 modulo 31, and
 * a check character.
 */
export function isCompanyCode(text: string): boolean {
  if (!/^[0-9A-HJ-NP-RT-UWXY]{2}\d{6}[0-9A-HJ-NP-RT-UWXY]{10}$/.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += COMPANY_ALPHABET.indexOf(text.charAt(i)) * weight;
    weight = (weight * 3) % 31;
  }
  return COMPANY_ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
