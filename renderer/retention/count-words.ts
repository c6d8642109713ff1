/** A count that is known up to a bound. */
import type { TFunction } from 'i18next';
import { MAX_COUNTED } from '../../contract/retention/lists.ts';

export const countWords = (t: TFunction, count: number): string =>
  count > MAX_COUNTED ? t('retention.more') : String(count);
