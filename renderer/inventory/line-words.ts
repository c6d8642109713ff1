/** Words of a line of the inventory. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { InventoryLine, PeopleLimit } from '../../contract/inventory/routes.ts';

/** The purposes, or that there are none. */
export const purposeWords = (t: Translate, { purposes }: Pick<InventoryLine, 'purposes'>): string =>
  purposes.length === 0
    ? t('inventory.none')
    : purposes.map((purpose) => t(`purposes.${purpose}`)).join(t('scope.and'));

/** The bases alone, each once. */
export const basisNames = (t: Translate, { bases }: Pick<InventoryLine, 'bases'>): string =>
  [...new Set(bases.map(({ basis }) => (basis === null ? t('inventory.none') : t(`bases.${basis}`))))].join(
    t('scope.and'),
  );

/** Each basis with those whose it is, the same one once. */
export function basisWords(t: Translate, { bases }: Pick<InventoryLine, 'bases'>): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { subject, basis } of bases) {
    const words = basis === null ? t('inventory.none') : t(`bases.${basis}`);
    groups.set(words, [...(groups.get(words) ?? []), t(`inventory.subjects.${subject}`)]);
  }
  return [...groups].map(([words, subjects]) => `${words} · ${subjects.join(t('scope.and'))}`);
}

/** The limit that the number of people is near or over, and the colour of it. */
export const limitTone = ({ state }: Pick<PeopleLimit, 'state'>): 'plain' | 'amber' | 'harm' =>
  ({ below: 'plain', near: 'amber', reached: 'harm' } as const)[state];

/** Text in the language of the screen, of one that is kept in both. */
export const said = (language: string, { zh, en }: { readonly zh: string; readonly en: string }): string =>
  language === 'en' ? en : zh;
