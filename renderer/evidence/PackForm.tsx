/** A new pack: the supervisor's PIN, then where it goes; how far it has come, and the way out. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatDuration } from '../messages/format.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { evidenceStore } from './stores.ts';

export function PackForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { dashboard, isMaking, makePack } = useStore(evidenceStore);
  const missing = dashboard?.evidence.filter(({ state }) => state === 'missing').length ?? 0;
  return (
    <>
      <PinForm
        name="pack"
        title={t('evidence.makeTitle')}
        lead={t('evidence.makeLead')}
        yes={t('evidence.makeYes')}
        pinAlone
        send={makePack}
        onClose={onClose}
      >
        {missing > 0 && <Note kind="warn">{t('evidence.makeMissing', { number: missing })}</Note>}
      </PinForm>
      {isMaking && <Progress />}
    </>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, isCancelling, cancel } = useStore(evidenceStore);
  const words = progress === null ? t('evidence.picking') : t(`evidence.phases.${progress.phase}`);
  const left = progress?.secondsLeft ?? null;
  return (
    <div data-testid="pack-progress">
      <p>
        {words} {left !== null && <span className="quiet">{formatDuration(t, left)}</span>}
      </p>
      <ProgressBar
        label={words}
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
      />
      <FormActions>
        <Button
          disabled={progress === null || isCancelling}
          data-testid="pack-stop"
          onClick={() => void cancel()}
        >
          {t('common.cancel')}
        </Button>
      </FormActions>
    </div>
  );
}
