/** Two records that were made one: what was edited since, masked, and a supervisor makes them two again. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { RECORD_KINDS } from '../../contract/fields.ts';
import type { MergeView } from '../../contract/records/views.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { EditedSince } from '../ui/EditedSince.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import css from './person.module.css';
import { takeSaved } from './take-saved.ts';
import { useMerges } from './use-merges.ts';

interface UnmergePanelProps {
  readonly person: MaskedPerson;
  readonly mergeId: number;
}

export function UnmergePanel({ person: { personId, version }, mergeId }: UnmergePanelProps) {
  const { t } = useTranslation();
  const [keepEdited, setKeepEdited] = useState(true);
  const { failure, setFailure, busy, submit } = useSubmit();
  const proof = useRef<ChangeProofHandle>(null);
  const { cancel, onKeyDown } = useEscapeToCancel();
  const merge = useMerges(personId, setFailure)?.find((one) => one.mergeId === mergeId);

  const undo = async (event: FormEvent) => {
    event.preventDefault();
    const given = busy ? null : (proof.current?.take() ?? null);
    if (given === null) return;
    await submit(
      () =>
        bridge.vault['people.undoMerge']({
          personId,
          version,
          mergeId,
          keepEdited,
          pin: given.pin,
          why: given.why,
        }),
      ({ person }) => takeSaved(person),
    );
  };
  const nameOf = (what: MergeView['edited'][number]['what']): string => {
    if (what === 'person') return t('merge.ownFacts');
    const kind = RECORD_KINDS.find((one) => one === what);
    return kind === undefined
      ? t(`fields.${what as Exclude<typeof what, 'person' | (typeof RECORD_KINDS)[number]>}`)
      : t(`recordKinds.${kind}`);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      className={cx(css.form)}
      onSubmit={(event) => void undo(event)}
      onKeyDown={onKeyDown}
      data-testid="unmerge-form"
    >
      <h1>{t('merge.undoTitle', { name: merge?.otherMask ?? '' })}</h1>
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
          <ChangeProof handle={proof} identity={false} failure={failure} busy={busy} />
        </>
      )}
      <FailureNote failure={failure} />
      <FormActions>
        {merge !== undefined && (
          <Button weight="main" type="submit" disabled={busy} data-testid="unmerge-submit">
            {busy ? t('merge.undoing') : t('merge.undoSubmit')}
          </Button>
        )}
        <Button ref={cancel} autoFocus onClick={deskStore.getState().hidePanel} data-testid="edit-cancel">
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
