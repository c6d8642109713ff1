/** A place in the language of the screen. */
import type { WalkMonths } from '../../contract/walk-round/lists.ts';
import type { WalkPlace } from '../../contract/walk-round/routes.ts';
import { i18n } from '../messages/i18n.ts';

type Titled = Pick<WalkPlace, 'title' | 'titleEn'>;

const isEnglish = (): boolean => i18n.language === 'en';
export const titleOf = ({ title, titleEn }: Titled): string => (isEnglish() ? titleEn : title);
export const lookOf = ({ look, lookEn }: Pick<WalkPlace, 'look' | 'lookEn'>): readonly string[] =>
  isEnglish() ? lookEn : look;

/** Names of the words for how often. */
export const EVERY = {
  1: 'monthly',
  3: 'quarterly',
  6: 'halfYearly',
  12: 'yearly',
} as const satisfies Record<WalkMonths, string>;
