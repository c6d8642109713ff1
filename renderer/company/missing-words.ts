/** What papers lack of the company's facts, in words. */
import type { Company } from '../../contract/company/lists.ts';
import type { Translate } from '../messages/translate.ts';

/** Null where nothing is missing. */
export const missingOf = (t: Translate, { missing }: Pick<Company, 'missing'>): string | null =>
  missing.length === 0
    ? null
    : t('company.missing', {
        facts: missing.map((fact) => t(`company.factNames.${fact}`)).join(t('scope.and')),
      });
