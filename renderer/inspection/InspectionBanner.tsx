/** On every screen while somebody inspects: who, until when, and the way to its end. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { formatClock } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { inspectionStore } from './stores.ts';

export function InspectionBanner({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const { inspection, read } = useStore(inspectionStore);
  useEffect(() => void read(), [read]);
  if (inspection === null) return null;
  const { who, until, shared } = inspection;
  return (
    <div className={className} data-testid="inspection-banner">
      <Note kind="warn" live>
        {t('inspection.banner', { who, time: formatClock(until) })}
        {shared && ` ${t('inspection.isShared')}`}
      </Note>
      <Button onClick={() => deskStore.getState().go('inspection')} data-testid="inspection-to-end">
        {t('inspection.toEnd')}
      </Button>
    </div>
  );
}
