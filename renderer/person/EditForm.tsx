/** Adds a resident or changes one. A sealed value that exists is never shown: it is kept, replaced or removed. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { OwnPin } from '../pages/OwnPin.tsx';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { taskStore } from '../tasks/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import { changesFrom, draftOf, wholeFrom } from './edit-draft.ts';
import { OpenSection } from './OpenSection.tsx';
import { CoSign, ownProofOf } from './OwnProof.tsx';
import { takeSaved } from './take-saved.ts';
import { touchesIdentity, withPlaceFor } from './sealed-draft.ts';
import { type SealedInputs, SealedSection } from './SealedSection.tsx';
import { focusWrong, withoutWrongField, wrongField } from './wrong-field.ts';

interface EditFormProps {
  /** Null where somebody is added. */
  readonly person: MaskedPerson | null;
  /** The room that they move into as a tenant. */
  readonly room?: string | undefined;
}

export function EditForm({ person, room }: EditFormProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { draft, put, of } = useDraft(
    () => draftOf(person, room),
    () => {
      setComplaint(null);
      setFailure(withoutWrongField);
    },
  );
  /** Which sealed inputs hold something: that alone, not what. */
  const [filled, setFilled] = useState<Readonly<Record<string, boolean>>>({});
  const inputs = useRef<SealedInputs>(new Map());
  const proof = useRef<ChangeProofHandle>(null);
  const form = useRef<HTMLFormElement>(null);
  const sections = {
    draft,
    put,
    of,
    /** Returns the problem of an input in words, to show at the input; of several values of a field the last is meant. */
    problemAt: (name: string): string | null =>
      failure !== null && wrongField(failure) === name ? t(`errors.${failure.code}.what`) : null,
  };
  const isSealedTouched = draft.entries.some(
    ({ key, fate }) => fate === 'remove' || (fate !== 'keep' && filled[key] === true),
  );
  const identity = touchesIdentity(draft.entries, (key) => filled[key] === true);
  const read = (key: string) => inputs.current.get(key)?.peek() ?? '';

  const add = (typed: Typed) =>
    draft.name.trim() === ''
      ? setComplaint(t('edit.nameMissing'))
      : bridge.vault['people.add']({ person: wholeFrom(draft, read), ...ownProofOf(typed) });

  const edit = (edited: MaskedPerson, typed: Typed) => {
    const changes = changesFrom(edited, draft, read);
    if (Object.keys(changes).length === 0) return setComplaint(t('edit.nothingChanged'));
    const given = isSealedTouched ? (proof.current?.take(typed) ?? null) : undefined;
    if (given === null) return;
    return bridge.vault['people.edit']({
      personId: edited.personId,
      version: edited.version,
      changes,
      ...(given === undefined ? {} : { proof: given }),
    });
  };

  const finish = (reply: Result<MaskedPerson>): void => {
    if (reply.ok) {
      // Whoever was added is another than whom the task began with.
      if (person === null) taskStore.getState().tell('add', null);
      return takeSaved(reply.value);
    }
    // First: what is typed into the draft takes back what was said of a field.
    if (reply.error.code === 'guardian-needed') put({ entries: withPlaceFor(draft.entries, 'guardian') });
    setFailure(reply.error);
    focusWrong(form.current);
  };

  return (
    <Form
      formRef={form}
      name={person === null ? 'add' : 'edit'}
      testIds={{ submit: 'edit-save', cancel: 'edit-cancel' }}
      about=""
      title={person === null ? t('edit.addTitle') : `${t('edit.editTitle')} · ${person.nameMask}`}
      focus="field"
      complaint={complaint}
      failure={failure}
      yes={t('common.save')}
      busyWords={t('edit.saving')}
      send={async (typed) => {
        const asked = person === null ? add(typed) : edit(person, typed);
        if (asked === undefined) return;
        setFailure(null);
        finish(await asked);
      }}
      onClose={() => deskStore.getState().hidePanel()}
    >
      {person !== null && person.verifiedAt === null && <VerifyFirst />}
      {person === null && <OpenSection {...sections} person={null} />}
      <SealedSection
        {...sections}
        filled={filled}
        inputs={inputs}
        isNew={person === null}
        isKept={person !== null && isSealedTouched}
        onInput={(key) => {
          setFilled((old) => ({ ...old, [key]: read(key) !== '' }));
          put({});
        }}
      />
      {person !== null && <OpenSection {...sections} person={person} />}
      {person === null && (
        <>
          <OwnPin label={t('edit.proof')} />
          <CoSign identity={identity} />
        </>
      )}
      {person !== null && isSealedTouched && <ChangeProof handle={proof} identity={identity} />}
    </Form>
  );
}

/** Who asks for a change was not compared with the record today. */
function VerifyFirst() {
  const { t } = useTranslation();
  return (
    <Note testId="edit-verify-first">
      {t('edit.verifyFirst')}{' '}
      <Button
        weight="plain"
        data-testid="edit-verify"
        onClick={() => deskStore.getState().show({ kind: 'verify' })}
      >
        {t('person.verify')}
      </Button>
    </Note>
  );
}
