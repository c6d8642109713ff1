/** The import as steps with a rail; nothing is written before the last PIN. */
import { type ComponentType, useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { bridge } from '../bridge.ts';
import { deskStore } from '../pages/stores.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell } from '../ui/CeremonyShell.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { IMPORT_STEPS, type ImportStep, isUnderWay } from './import-store.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { WriteStep } from './WriteStep.tsx';

export function Intake() {
  const { t } = useTranslation();
  const { step, busy, failure, rejects, tellProgress } = useStore(importStore);
  // Where a PIN is asked for, it says what went wrong beside it.
  const isInProof =
    step === 'columns' ||
    step === 'preview' ||
    (step === 'result' && rejects !== null && rejects.rows === null);
  useEffect(() => bridge.onVault['import.progress'](tellProgress), [tellProgress]);
  const underWay = isUnderWay({ step });
  useEffect(() => {
    deskStore.getState().markDirty(underWay);
    return () => deskStore.getState().markDirty(false);
  }, [underWay]);
  const Step = STEPS[step];
  return (
    <CeremonyShell
      title={t('import.title')}
      rail={t('import.rail')}
      steps={IMPORT_STEPS.map((name) => t(`import.steps.${name}`))}
      now={IMPORT_STEPS.indexOf(step)}
      leave={
        step !== 'result' && (
          <Button
            weight="plain"
            shortcut="escape"
            disabled={busy}
            data-testid="import-leave"
            onClick={() => deskStore.getState().go('counter')}
          >
            {t('import.leave')}
          </Button>
        )
      }
      wide
      testId="screen-import"
      data={{ 'data-step': step }}
    >
      {!isInProof && <FailureNote failure={failure} />}
      <Step />
    </CeremonyShell>
  );
}

const STEPS: Readonly<Record<ImportStep, ComponentType>> = {
  file: FileStep,
  columns: ColumnsStep,
  preview: PreviewStep,
  write: WriteStep,
  result: ResultStep,
};
