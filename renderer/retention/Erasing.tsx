/** How far a deletion has come, and the way to stop it between two batches. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import pageCss from '../ui/page.module.css';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { erasingStore } from './stores.ts';

export function Erasing() {
  const { t } = useTranslation();
  const { progress } = useStore(erasingStore);
  const [isCancelling, setIsCancelling] = useState(false);
  return (
    <section className={cx(pageCss.section)} data-testid="retention-erasing">
      <ProgressBar
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
        label={t('retention.erasing')}
      />
      <p className="quiet">
        {progress === null
          ? t('retention.erasing')
          : t(`retention.progress.${progress.phase}`, { done: progress.done, total: progress.total })}
      </p>
      <div>
        <Button
          disabled={isCancelling}
          data-testid="retention-cancel-erasing"
          onClick={() => {
            setIsCancelling(true);
            void bridge.vault['retention.cancel']({});
          }}
        >
          {t(isCancelling ? 'retention.cancelling' : 'retention.cancel')}
        </Button>
      </div>
    </section>
  );
}
