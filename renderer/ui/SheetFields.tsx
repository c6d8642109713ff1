/** The recovery sheet as it is typed from paper, its lines under one heading. */
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import { SheetLines, type SheetLinesProps } from './SheetLines.tsx';
import css from './ui.module.css';

export type { SheetHandle } from './SheetLines.tsx';

export function SheetFields(props: SheetLinesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={cx(css.sheetLines)}>
      <legend>{t('sheetInput.title')}</legend>
      <SheetLines {...props} />
    </fieldset>
  );
}
