/** A new pack: where it goes, then the supervisor's PIN; how far it has come, and the way out. */
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatDuration } from '../messages/format.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { StepForm } from '../pages/StepForm.tsx';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { evidenceStore } from './stores.ts';

export function PackForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { place, isMaking, makePack } = useStore(evidenceStore);
  if (place === null) return <PlaceForm onClose={onClose} />;
  return (
    <>
      <PinForm
        name="pack"
        title={t('evidence.makeTitle')}
        lead={t('evidence.saveTo', { file: place.fileName })}
        yes={t('evidence.makeYes')}
        pinAlone
        send={(pin) => makePack(place, pin)}
        onClose={onClose}
      />
      {isMaking && <Progress />}
    </>
  );
}

/** Before there is a PIN to hold: the dialog of the system stays open for as long as somebody likes. */
function PlaceForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { dashboard, makeFailure, pick } = useStore(evidenceStore);
  const missing = dashboard?.evidence.filter(({ state }) => state === 'missing').length ?? 0;
  return (
    <StepForm
      name="pack-place"
      title={t('evidence.makeTitle')}
      lead={t('evidence.makeLead')}
      yes={t('evidence.choosePlace')}
      focus="title"
      send={pick}
      onClose={(asked) => {
        if (asked === undefined) onClose();
      }}
    >
      {missing > 0 && <Note kind="warn">{t('evidence.makeMissing', { number: missing })}</Note>}
      <FailureNote failure={makeFailure} />
    </StepForm>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, isCancelling, cancel } = useStore(evidenceStore);
  const words = t(`evidence.phases.${progress?.phase ?? 'reading'}`);
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
