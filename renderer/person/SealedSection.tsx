/** The sealed values of a resident: one that exists is never shown, but kept, replaced or removed. */
import type { RefObject } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { ID_TYPES, OWN_SEALED_FIELD_IDS, isOffered } from '../../contract/fields.ts';
import { useDesk } from '../pages/desk-context.ts';
import type { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField } from '../ui/SelectField.tsx';
import { useIdRule } from '../id-number-rule/stores.ts';
import type { SecretHandle } from '../ui/TextInput.tsx';
import type { Draft } from './edit-draft.ts';
import css from './person.module.css';
import { type SealedEntry, addEntry, mayAdd, newEntry, withFate } from './sealed-draft.ts';
import { SealedInput } from './SealedInput.tsx';

export type SealedInputs = Map<string, Pick<SecretHandle, 'peek'>>;

interface SealedSectionProps extends Pick<ReturnType<typeof useDraft<Draft>>, 'draft' | 'put' | 'of'> {
  /** Which inputs hold something: that alone, not what. */
  readonly filled: Readonly<Record<string, boolean>>;
  readonly inputs: RefObject<SealedInputs>;
  /** The resident is being added. */
  readonly isNew: boolean;
  /** Where something that is on record is replaced or removed. */
  readonly isKept: boolean;
  /** Returns the problem of the input of that name in words; null where there is none. */
  readonly problemAt: (name: string) => string | null;
  readonly onInput: (key: string) => void;
}

export function SealedSection(props: SealedSectionProps) {
  const { draft, put, of, filled, inputs, isNew, isKept, problemAt, onInput } = props;
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { choice: idChoice, needsConsent } = useIdRule();
  // A company's code is nobody's.
  const takesIds = (idChoice === 'consent' && !(needsConsent && isNew)) || draft.kind === 'company';
  const addable = OWN_SEALED_FIELD_IDS.filter(
    (field) =>
      isOffered(field, signedIn.switchedOn) &&
      mayAdd(draft.entries, field) &&
      (field !== 'idNumber' || takesIds),
  );
  const idType = (
    <OptionalSelectField
      {...of('idType')}
      label={t('edit.idType')}
      choices={choicesOf(ID_TYPES, (type) => t(`idTypes.${type}`))}
      none={t('common.notSet')}
      testId="edit-id-type"
    />
  );
  return (
    <section className={cx('stack3', css.formSection)} aria-label={t('edit.sealedTitle')}>
      <h2>
        <Icon name="lock" /> {t('edit.sealedTitle')}
      </h2>
      {!isNew && idType}
      {draft.entries
        .filter(({ field, fate }) => field !== 'idNumber' || takesIds || fate !== 'add')
        .map((entry, at) => (
          <SealedLine
            key={entry.key}
            entry={entry}
            isFirst={at === 0}
            problem={filled[entry.key] === true || entry.field === 'guardian' ? problemAt(entry.field) : null}
            onFate={(fate) => put({ entries: withFate(draft.entries, entry.key, fate) })}
            onDrop={() => put({ entries: draft.entries.filter((one) => one.key !== entry.key) })}
            onInput={() => onInput(entry.key)}
            attach={(handle) => {
              if (handle === null) inputs.current.delete(entry.key);
              else inputs.current.set(entry.key, handle);
            }}
          />
        ))}
      {isNew && idType}
      <div className={cx(css.adders)}>
        {addable.map((field) => (
          <Button
            key={field}
            weight="plain"
            data-testid={`add-field-${field}`}
            data-brings={inputCalled(newEntry(draft.entries, field))}
            onClick={() => put({ entries: addEntry(draft.entries, field) })}
          >
            <Icon name="plus" /> {t(`fields.${field}`)}
          </Button>
        ))}
      </div>
      {!takesIds && idChoice !== undefined && (
        <p className={cx('small', 'quiet')} data-testid="edit-no-ids">
          {t(
            idChoice === null
              ? 'edit.idsUndecided'
              : idChoice === 'none'
                ? 'edit.idsNotKept'
                : 'edit.idsAfterConsent',
          )}
        </p>
      )}
      {isKept && <p className={cx('small', 'quiet')}>{t('edit.kept')}</p>}
    </section>
  );
}

const inputCalled = ({ key }: SealedEntry): string => `sealed-input-${key}`;

interface SealedLineProps {
  readonly entry: SealedEntry;
  /** What somebody comes for most. */
  readonly isFirst: boolean;
  readonly problem: string | null;
  readonly onFate: (fate: SealedEntry['fate']) => void;
  readonly onDrop: () => void;
  readonly onInput: () => void;
  readonly attach: (handle: Pick<SecretHandle, 'peek'> | null) => void;
}

function SealedLine({ entry, isFirst, problem, onFate, onDrop, onInput, attach }: SealedLineProps) {
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
              <Button
                weight="plain"
                data-testid={`replace-${entry.key}`}
                autoFocus={isFirst}
                data-brings={inputCalled(entry)}
                onClick={() => onFate('replace')}
              >
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
        testId={inputCalled(entry)}
      />
      <Button weight="plain" onClick={entry.fate === 'replace' ? () => onFate('keep') : onDrop}>
        {t(entry.fate === 'replace' ? 'common.undo' : 'common.remove')}
        {hidden}
      </Button>
    </div>
  );
}
