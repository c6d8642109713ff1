/** Text that exists in both languages, in that of the screen. */
import { useTranslation } from '../messages/translate.ts';
import type { Both } from '../../contract/training/routes.ts';

export function useBoth(): (both: Both) => string {
  const { i18n } = useTranslation();
  return ({ zh, en }) => (i18n.language === 'en' ? en : zh);
}
