/** Adds a resident or changes one. A sealed value that exists is never shown: it is kept, replaced or removed. */
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import {
  ID_TYPES,
  type IdType,
  OWN_SEALED_FIELD_IDS,
  type OwnSealedFieldId,
  PERSON_KINDS,
  type PersonKind,
  RELATIONS,
  type Relation,
  SEXES,
  type Sex,
  isOffered,
} from '../../contract/fields.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { PersonChanges } from '../../contract/people/requests.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Select } from '../ui/Select.tsx';
import { type SecretHandle, TextInput } from '../ui/TextInput.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import css from './person.module.css';
import {
  type SealedEntry,
  addEntry,
  changesOf,
  entriesOf,
  mayAdd,
  touchesIdentity,
  withFate,
  withPlaceFor,
} from './sealed-draft.ts';
import { SealedInput } from './SealedInput.tsx';
import { focusWrong, withoutWrongField, wrongField } from './wrong-field.ts';
import { useOwnProof } from './use-own-proof.tsx';

interface RoomDraft {
  readonly key: number;
  readonly text: string;
  readonly relation: Relation;
}

interface PlateDraft {
  readonly key: number;
  readonly text: string;
}

interface Draft {
  readonly kind: PersonKind;
  readonly name: string;
  readonly pinyin: string;
  readonly dropsPinyin: boolean;
  readonly sex: Sex;
  readonly idType: IdType | null;
  readonly rooms: readonly RoomDraft[];
  readonly plates: readonly PlateDraft[];
  readonly removedPlates: readonly number[];
  readonly entries: readonly SealedEntry[];
}

const draftOf = (person: MaskedPerson | null): Draft => ({
  kind: person?.kind ?? 'person',
  name: '',
  pinyin: '',
  dropsPinyin: false,
  sex: person?.sex ?? 'unknown',
  idType: person === null ? 'resident-id' : person.idType,
  rooms:
    person === null
      ? [{ key: 0, text: '', relation: 'owner' }]
      : person.rooms.map((room, key) => ({ key, text: room.label, relation: room.relation })),
  plates: [],
  removedPlates: [],
  entries: entriesOf(person),
});

export function EditForm({ person }: { readonly person: MaskedPerson | null }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [draft, setDraft] = useState(() => draftOf(person));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** Which sealed inputs hold something: that alone, not what. */
  const [filled, setFilled] = useState<Readonly<Record<string, boolean>>>({});
  const inputs = useRef(new Map<string, Pick<SecretHandle, 'peek'>>());
  const proof = useRef<ChangeProofHandle>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const nextKey = useRef(1000);
  const markDirty = useUnsaved();
  const touch = () => {
    markDirty();
    setFailure(withoutWrongField);
  };
  const change = (changes: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...changes }));
    setComplaint(null);
    touch();
  };

  const sealedTouched = draft.entries.some(
    ({ key, fate }) => fate === 'remove' || (fate !== 'keep' && filled[key] === true),
  );
  const needsProof = person === null || sealedTouched;
  const identity = touchesIdentity(draft.entries, (key) => filled[key] === true);
  const own = useOwnProof({ label: t('edit.proof'), identity, failure, busy });
  const read = (key: string) => inputs.current.get(key)?.peek() ?? '';

  /** What is to be asked of the vault, or null while a PIN or a reason is missing. */
  const request = (changes: PersonChanges | null): (() => Promise<Result<MaskedPerson>>) | null => {
    if (person === null || changes === null) {
      const given = own.take();
      return given === null
        ? null
        : () => bridge.vault['people.add']({ person: wholeFrom(draft, read), ...given });
    }
    const given = needsProof ? (proof.current?.take() ?? null) : null;
    if (needsProof && given === null) return null;
    return () =>
      bridge.vault['people.edit']({
        personId: person.personId,
        version: person.version,
        changes,
        ...(given === null ? {} : { proof: given }),
      });
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (person === null && draft.name.trim() === '') return setComplaint(t('edit.nameMissing'));
    const changes = person === null ? null : changesFrom(person, draft, read);
    if (changes !== null && Object.keys(changes).length === 0) return setComplaint(t('edit.nothingChanged'));
    const send = request(changes);
    if (send === null) return;
    setBusy(true);
    setFailure(null);
    const reply = await send();
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.error);
      if (reply.error.code === 'guardian-needed')
        setDraft((old) => ({ ...old, entries: withPlaceFor(old.entries, 'guardian') }));
      return focusWrong(form.current);
    }
    personStore.getState().take(reply.value);
    deskStore.getState().tellSaved();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Escape alone would throw away what was typed: it leads to the button that does.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) cancel.current?.focus();
  };
  const wrong = wrongField(failure);
  /** What is wrong with an input, said at the input; the last of several is meant. */
  const problemAt = (name: string): string | null =>
    wrong === name && failure !== null ? t(`errors.${failure.code}.what`) : null;
  const addable = OWN_SEALED_FIELD_IDS.filter(
    (field) => isOffered(field, signedIn.switchedOn) && mayAdd(draft.entries, field),
  );
  const plates = person?.fields.filter((one) => one.field === 'plate') ?? [];

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(css.form)}
      onSubmit={(event) => void save(event)}
      onKeyDown={onKeyDown}
      data-testid={person === null ? 'add-form' : 'edit-form'}
    >
      <h1>{person === null ? t('edit.addTitle') : `${t('edit.editTitle')} · ${person.nameMask}`}</h1>

      <section className={cx(css.formSection)} aria-label={t('edit.openTitle')}>
        <h2>
          <Icon name="search" /> {t('edit.openTitle')}
        </h2>
        {person === null && (
          <Chips
            label={t('edit.kind')}
            testId="kind"
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
            options={PERSON_KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          />
        )}
        <div className={cx(css.two)}>
          <Field
            label={person === null ? t('edit.name') : t('edit.nameNew')}
            hint={person === null ? null : t('edit.nameKeep', { mask: person.nameMask })}
            problem={problemAt('name')}
          >
            {(ids) => (
              <TextInput
                {...ids}
                value={draft.name}
                maxLength={100}
                autoFocus
                data-testid="edit-name"
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t('edit.sex')}>
            {(ids) => (
              <Select
                ids={ids}
                value={draft.sex}
                choices={SEXES.map((sex) => ({ value: sex, words: t(`sexes.${sex}`) }))}
                testId="edit-sex"
                onChoose={(sex) => change({ sex })}
              />
            )}
          </Field>
        </div>
        <div className={cx(css.two)}>
          <Field
            label={t('edit.pinyin')}
            hint={t(person?.hasPinyin === true ? 'edit.pinyinKept' : 'edit.pinyinHint')}
            problem={problemAt('pinyin')}
          >
            {(ids) => (
              <TextInput
                {...ids}
                value={draft.pinyin}
                maxLength={400}
                data-testid="edit-pinyin"
                onChange={(event) => change({ pinyin: event.currentTarget.value })}
              />
            )}
          </Field>
          {person?.hasPinyin === true && (
            <Switch
              label={t('edit.pinyinDrop')}
              on={draft.dropsPinyin}
              onChange={(dropsPinyin) => change({ dropsPinyin })}
              testId="edit-pinyin-drop"
            />
          )}
        </div>
        {draft.rooms.map((room, index) => (
          <div key={room.key} className={cx(css.line)}>
            <Field
              label={t('edit.room')}
              hint={index === draft.rooms.length - 1 ? t('edit.roomHint') : null}
              problem={index === draft.rooms.length - 1 ? problemAt('room') : null}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  value={room.text}
                  maxLength={60}
                  data-testid={`edit-room-${index}`}
                  onChange={(event) =>
                    change({
                      rooms: replaceAt(draft.rooms, index, { ...room, text: event.currentTarget.value }),
                    })
                  }
                />
              )}
            </Field>
            <Field label={t('edit.relation')} hint={index === draft.rooms.length - 1 ? '\u00a0' : null}>
              {(ids) => (
                <Select
                  ids={ids}
                  value={room.relation}
                  choices={RELATIONS.map((one) => ({ value: one, words: t(`relations.${one}`) }))}
                  testId={`edit-relation-${index}`}
                  onChoose={(relation) =>
                    change({ rooms: replaceAt(draft.rooms, index, { ...room, relation }) })
                  }
                />
              )}
            </Field>
            <Button
              weight="plain"
              onClick={() => change({ rooms: draft.rooms.filter((one) => one.key !== room.key) })}
            >
              {t('common.remove')}
              <span className="hidden-text"> {room.text}</span>
            </Button>
          </div>
        ))}
        {plates.map((plate) => {
          const removed = draft.removedPlates.includes(plate.ordinal);
          return (
            <div key={plate.ordinal} className={cx(css.kept)}>
              <span className="quiet">{t('edit.plate')}</span>
              <span className={cx('digits', removed && css.gone)}>{plate.mask}</span>
              <Button
                weight="plain"
                onClick={() =>
                  change({
                    removedPlates: removed
                      ? draft.removedPlates.filter((one) => one !== plate.ordinal)
                      : [...draft.removedPlates, plate.ordinal],
                  })
                }
              >
                {t(removed ? 'common.undo' : 'common.remove')}
                <span className="hidden-text"> {plate.mask}</span>
              </Button>
            </div>
          );
        })}
        {draft.plates.map((plate, index) => (
          <div key={plate.key} className={cx(css.lineOne)}>
            <Field
              label={t('edit.plate')}
              problem={index === draft.plates.length - 1 ? problemAt('plate') : null}
            >
              {(ids) => (
                <TextInput
                  {...ids}
                  value={plate.text}
                  maxLength={12}
                  data-testid={`edit-plate-${index}`}
                  onChange={(event) =>
                    change({
                      plates: replaceAt(draft.plates, index, { ...plate, text: event.currentTarget.value }),
                    })
                  }
                />
              )}
            </Field>
            <Button
              weight="plain"
              onClick={() => change({ plates: draft.plates.filter((one) => one.key !== plate.key) })}
            >
              {t('common.remove')}
              <span className="hidden-text"> {plate.text}</span>
            </Button>
          </div>
        ))}
        <div className={cx(css.adders)}>
          <Button
            weight="plain"
            data-testid="add-room"
            onClick={() =>
              change({ rooms: [...draft.rooms, { key: nextKey.current++, text: '', relation: 'owner' }] })
            }
          >
            <Icon name="plus" /> {t('edit.addRoom')}
          </Button>
          <Button
            weight="plain"
            data-testid="add-plate"
            onClick={() => change({ plates: [...draft.plates, { key: nextKey.current++, text: '' }] })}
          >
            <Icon name="plus" /> {t('edit.addPlate')}
          </Button>
        </div>
      </section>

      <section className={cx(css.formSection)} aria-label={t('edit.sealedTitle')}>
        <h2>
          <Icon name="lock" /> {t('edit.sealedTitle')}
        </h2>
        <Field label={t('edit.idType')} className={css.half}>
          {(ids) => (
            <Select
              ids={ids}
              value={draft.idType}
              choices={ID_TYPES.map((one) => ({ value: one, words: t(`idTypes.${one}`) }))}
              none={{ words: t('common.notSet'), onChoose: () => change({ idType: null }) }}
              testId="edit-id-type"
              onChoose={(idType) => change({ idType })}
            />
          )}
        </Field>
        {draft.entries.map((entry) => (
          <SealedLine
            key={entry.key}
            entry={entry}
            problem={filled[entry.key] === true || entry.field === 'guardian' ? problemAt(entry.field) : null}
            onFate={(fate) => change({ entries: withFate(draft.entries, entry.key, fate) })}
            onDrop={() => change({ entries: draft.entries.filter((one) => one.key !== entry.key) })}
            onInput={() => {
              setFilled((old) => ({ ...old, [entry.key]: read(entry.key) !== '' }));
              touch();
            }}
            attach={(handle) => {
              if (handle === null) inputs.current.delete(entry.key);
              else inputs.current.set(entry.key, handle);
            }}
          />
        ))}
        <div className={cx(css.adders)}>
          {addable.map((field) => (
            <Button
              key={field}
              weight="plain"
              data-testid={`add-field-${field}`}
              onClick={() => change({ entries: addEntry(draft.entries, field) })}
            >
              <Icon name="plus" /> {t(`fields.${field}`)}
            </Button>
          ))}
        </div>
        {person !== null && sealedTouched && <p className={cx('small', 'quiet')}>{t('edit.kept')}</p>}
      </section>

      {person === null && (
        <section className={cx(css.proof)} aria-label={t('edit.proof')}>
          {own.pinField}
          {own.coSign}
        </section>
      )}
      {person !== null && needsProof && (
        <ChangeProof handle={proof} identity={identity} failure={failure} busy={busy} />
      )}
      <FailureNote failure={failure} />
      {complaint !== null && (
        <p className={cx('small')} role="alert" data-testid="edit-complaint">
          {complaint}
        </p>
      )}
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="edit-save">
          {busy ? t('edit.saving') : t('common.save')}
        </Button>
        <Button ref={cancel} onClick={deskStore.getState().hidePanel} data-testid="edit-cancel">
          {t('common.cancel')}
        </Button>
        <span className={cx('small', 'quiet')}>{t('edit.lostAtLock')}</span>
      </FormActions>
    </form>
  );
}

interface SealedLineProps {
  readonly entry: SealedEntry;
  readonly problem: string | null;
  readonly onFate: (fate: SealedEntry['fate']) => void;
  readonly onDrop: () => void;
  readonly onInput: () => void;
  readonly attach: (handle: Pick<SecretHandle, 'peek'> | null) => void;
}

function SealedLine({ entry, problem, onFate, onDrop, onInput, attach }: SealedLineProps) {
  const { t } = useTranslation();
  const label = t(`fields.${entry.field}`);
  const hidden = <span className="hidden-text"> {label}</span>;
  if (entry.fate === 'keep' || entry.fate === 'remove') {
    return (
      <div className={cx(css.kept)} data-testid={`sealed-${entry.key}`}>
        <span className="quiet">{label}</span>
        <span className={cx('digits', entry.fate === 'remove' && css.gone)}>{entry.mask}</span>
        <div>
          {entry.fate === 'keep' ? (
            <>
              <Button weight="plain" data-testid={`replace-${entry.key}`} onClick={() => onFate('replace')}>
                {t('edit.replace')}
                {hidden}
              </Button>
              <Button
                weight="plainDanger"
                data-testid={`remove-${entry.key}`}
                onClick={() => onFate('remove')}
              >
                {t('common.remove')}
                {hidden}
              </Button>
            </>
          ) : (
            <Button weight="plain" onClick={() => onFate('keep')}>
              {t('common.undo')}
              {hidden}
            </Button>
          )}
        </div>
      </div>
    );
  }
  return (
    <div className={cx(css.lineOne)}>
      <SealedInput
        field={entry.field}
        label={entry.fate === 'replace' ? t('edit.newValue', { field: label }) : label}
        handle={attach}
        problem={problem}
        onInput={onInput}
        autoFocus={entry.fate === 'replace'}
        testId={`sealed-input-${entry.key}`}
      />
      <Button weight="plain" onClick={entry.fate === 'replace' ? () => onFate('keep') : onDrop}>
        {t(entry.fate === 'replace' ? 'common.undo' : 'common.remove')}
        {hidden}
      </Button>
    </div>
  );
}

const replaceAt = <T,>(list: readonly T[], index: number, item: T): readonly T[] =>
  list.map((old, at) => (at === index ? item : old));

const roomsFrom = (draft: Draft) =>
  draft.rooms
    .filter((room) => room.text.trim() !== '')
    .map(({ text, relation }) => ({ text: text.trim(), relation }));
const platesFrom = (draft: Draft) =>
  draft.plates.map(({ text }) => text.trim()).filter((text) => text !== '');

const wholeFrom = (draft: Draft, read: (key: string) => string) => ({
  kind: draft.kind,
  name: draft.name.trim(),
  ...(draft.pinyin.trim() === '' ? {} : { pinyin: draft.pinyin.trim() }),
  sex: draft.sex,
  idType: draft.idType,
  rooms: roomsFrom(draft),
  plates: platesFrom(draft),
  sealed: changesOf(draft.entries, read).flatMap(
    ({ field, value }): { field: OwnSealedFieldId; value: string }[] =>
      value === null ? [] : [{ field, value }],
  ),
});

/** Only what differs from the record as it was opened. */
function changesFrom(person: MaskedPerson, draft: Draft, read: (key: string) => string): PersonChanges {
  const rooms = roomsFrom(draft);
  const before = person.rooms.map(({ label, relation }) => ({ text: label, relation }));
  const sealed = changesOf(draft.entries, read);
  const plates = platesFrom(draft);
  return {
    ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
    ...(draft.pinyin.trim() !== ''
      ? { pinyin: draft.pinyin.trim() }
      : draft.dropsPinyin
        ? { pinyin: null }
        : {}),
    ...(draft.sex === person.sex ? {} : { sex: draft.sex }),
    ...(draft.idType === person.idType ? {} : { idType: draft.idType }),
    ...(JSON.stringify(rooms) === JSON.stringify(before) ? {} : { rooms }),
    ...(plates.length === 0 ? {} : { addPlates: plates }),
    ...(draft.removedPlates.length === 0 ? {} : { removePlates: [...draft.removedPlates] }),
    ...(sealed.length === 0 ? {} : { sealed: [...sealed] }),
  };
}
