/** A new pack: where it goes, then the supervisor's PIN; how far it has come, and the way out. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { type EvidenceState, countOpen } from '../../contract/evidence/lists.ts';
import { useTranslation } from '../messages/translate.ts';
import { WorkProgress } from '../pages/WorkProgress.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { evidenceStore } from './stores.ts';

export function PackForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { place, isMaking, makePack } = useStore(evidenceStore);
  const [pictures, setPictures] = useState(false);
  if (place === null) return <PlaceForm onClose={onClose} />;
  return (
    <>
      <Form
        name="pack"
        title={t('evidence.makeTitle')}
        lead={t('evidence.saveTo', { file: place.fileName })}
        yes={t('evidence.makeYes')}
        pin="alone"
        gathers={false}
        send={({ pin }) => makePack(place, pictures, pin)}
        onClose={onClose}
      >
        <Switch
          label={t('evidence.pictures')}
          value={pictures}
          testId="pack-pictures"
          onChange={setPictures}
        />
      </Form>
      {isMaking && <Progress />}
    </>
  );
}

/** Before there is a PIN to hold: the dialog of the system stays open for as long as somebody likes. */
function PlaceForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { dashboard, makeFailure, pick } = useStore(evidenceStore);
  const countOf = (wanted: EvidenceState): number =>
    dashboard?.evidence.filter(({ state }) => state === wanted).length ?? 0;
  const counts = { missing: countOf('missing'), stale: countOf('stale'), explained: countOf('explained') };
  return (
    <Form
      name="pack-place"
      title={t('evidence.makeTitle')}
      lead={t('evidence.makeLead')}
      yes={t('evidence.choosePlace')}
      send={pick}
      onClose={(asked) => {
        if (asked === undefined) onClose();
      }}
    >
      {countOpen(counts) + counts.explained > 0 && (
        <Note kind="warn" testId="pack-not-whole">
          {t('evidence.makeOpen', counts)}
        </Note>
      )}
      <FailureNote failure={makeFailure} />
    </Form>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { progress, isCancelling, cancel } = useStore(evidenceStore);
  return (
    <WorkProgress
      words={t(`evidence.phases.${progress?.phase ?? 'reading'}`)}
      progress={progress}
      testId="pack-progress"
      stop={{ testId: 'pack-stop', waits: progress === null || isCancelling, onStop: () => void cancel() }}
    />
  );
}
