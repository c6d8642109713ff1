/** A scope in words: 3栋、5栋2单元. */
import type { Translate } from '../messages/translate.ts';
import { type Area, type Scope, labelOfArea } from '../../contract/scope/lists.ts';

/** An estate that no room names is the only one, as a rule. */
export const areaWords = (t: Translate, area: Area): string => {
  const label = labelOfArea(area);
  return label === '' ? t('scope.unnamed') : label;
};

export const scopeWords = (t: Translate, scope: Scope): string =>
  scope.length === 0 ? t('scope.everything') : scope.map((area) => areaWords(t, area)).join(t('scope.and'));
