/** Something is on its way: said only once it is slow, so that nothing flickers. */
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import css from './ui.module.css';

export function Waiting({ testId }: { readonly testId: string }) {
  const { t } = useTranslation();
  return (
    <p className={cx(css.waiting)} role="status" data-testid={testId}>
      {t('common.loading')}
    </p>
  );
}
