/** A count that is known up to a bound. */
import type { Translate } from '../messages/translate.ts';
import { MAX_COUNTED } from '../../contract/retention/lists.ts';

export const countWords = (t: Translate, count: number): string =>
  count > MAX_COUNTED ? t('retention.more') : String(count);
