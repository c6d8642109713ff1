/** Tells a paper of practice apart from one that counts, at its head. */
import { useTranslation } from '../messages/translate.ts';
import { cx } from '../ui/cx.ts';
import css from './practice.module.css';
import './words.ts';

export function PaperMark() {
  const { t } = useTranslation();
  return <p className={cx(css.paper)}>{t('practice.paper')}</p>;
}
