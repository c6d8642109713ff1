/** Step that says what an import needs, and takes the file. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';

export function FileStep() {
  const { t } = useTranslation();
  const { busy, pick } = useStore(importStore);
  return (
    <div className={cx('stack4', css.body)}>
      <h2>{t('import.file.title')}</h2>
      <p>{t('import.file.lead')}</p>
      <p className="quiet">{t('import.file.need')}</p>
      <div>
        <Button weight="main" disabled={busy} autoFocus data-testid="pick-file" onClick={() => void pick()}>
          {busy ? t('import.file.reading') : t('import.file.pick')}
        </Button>
      </div>
    </div>
  );
}
