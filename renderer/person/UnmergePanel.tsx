/** Two records that were made one: what was edited since, masked, and a supervisor makes them two again. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { RECORD_KINDS } from '../../contract/fields.ts';
import type { MergeView } from '../../contract/records/views.ts';
import type { Failure } from '../../contract/result.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { EditedSince } from '../ui/EditedSince.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import { takeSaved } from './take-saved.ts';
import { useMerges } from './use-merges.ts';

interface UnmergePanelProps {
  readonly person: MaskedPerson;
  readonly mergeId: number;
}

export function UnmergePanel({ person: { personId, version }, mergeId }: UnmergePanelProps) {
  const { t } = useTranslation();
  const [keepEdited, setKeepEdited] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const proof = useRef<ChangeProofHandle>(null);
  const merge = useMerges(personId, setFailure)?.find((one) => one.mergeId === mergeId);

  const undo = (typed: Typed) => {
    const given = proof.current?.take(typed) ?? null;
    if (given === null) return null;
    const { pin, why } = given;
    return bridge.vault['people.undoMerge']({ personId, version, mergeId, keepEdited, pin, why });
  };
  const nameOf = (what: MergeView['edited'][number]['what']): string => {
    if (what === 'person') return t('merge.ownFacts');
    const kind = RECORD_KINDS.find((one) => one === what);
    return kind === undefined
      ? t(`fields.${what as Exclude<typeof what, 'person' | (typeof RECORD_KINDS)[number]>}`)
      : t(`recordKinds.${kind}`);
  };
  return (
    <Form
      name="unmerge"
      testIds={{ cancel: 'edit-cancel' }}
      title={t('merge.undoTitle', { name: merge?.otherMask ?? '' })}
      focus="back"
      failure={failure}
      yes={merge === undefined ? null : t('merge.undoSubmit')}
      busyWords={t('merge.undoing')}
      send={undo}
      onDone={({ person }) => takeSaved(person)}
      onClose={() => deskStore.getState().hidePanel()}
    >
      {merge === undefined && failure === null && <Waiting testId="unmerge-loading" />}
      {merge !== undefined && (
        <>
          <p className="quiet">
            {t('merge.when', {
              name: merge.staffName,
              at: formatDate(merge.at),
              until: formatDate(merge.until),
            })}
          </p>
          <p>{t('merge.undoLead')}</p>
          {merge.editedCount > 0 && (
            <EditedSince
              count={merge.editedCount}
              keep={keepEdited}
              onKeep={setKeepEdited}
              rows={merge.edited.map(({ what, words }, at) => ({
                key: `${at} ${what}`,
                cells: [nameOf(what), words],
              }))}
            />
          )}
          <ChangeProof handle={proof} />
        </>
      )}
    </Form>
  );
}
