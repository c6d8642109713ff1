/** One field: what it is, its mask, one quiet action; when it was last made sure of, which is one action too. The reveal unfolds in this same row. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { MaskedField, MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { formatDate } from '../messages/format.ts';
import { RevealRow } from '../reveal/RevealRow.tsx';
import { ShownValue } from '../reveal/ShownValue.tsx';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import css from './person.module.css';

interface FieldRowProps {
  readonly person: MaskedPerson;
  readonly field: MaskedField;
  /** The clear value while the full record is open. */
  readonly shown: string | null;
}

export function FieldRow({ person, field, shown }: FieldRowProps) {
  const { t } = useTranslation();
  const { panel, show } = useStore(deskStore);
  const label = t(`fields.${field.field}`);
  const name = field.field;
  const revealing = panel.kind === 'reveal' && panel.field === name && panel.ordinal === field.ordinal;
  const hook = {
    'data-testid': `field-row-${name}-${field.ordinal}`,
    'data-field': name,
    'data-ordinal': field.ordinal,
  };
  if (revealing)
    return (
      <div {...hook} className={cx(css.row, css.open)}>
        <RevealRow person={person} field={field} name={name} />
      </div>
    );
  return (
    <div {...hook} className={cx(css.row)}>
      <span className="quiet">{label}</span>
      <span className={cx(css.value, 'digits')}>
        {shown !== null && name !== 'sex' ? (
          <ShownValue field={name} value={shown} size="row" />
        ) : (
          <span data-testid="mask">{name === 'sex' ? t(`sexes.${person.sex}`) : field.mask}</span>
        )}
        {!field.valid && (
          <span className={cx(css.notValid)}>
            <Icon name="warn" /> {t('person.notValid')}
          </span>
        )}
        {field.note !== null && field.verifiedAt === null && (
          <span className={cx(css.notValid)} data-testid="value-note">
            <Icon name="warn" /> {t(`valueNotes.${field.note}`)}
          </span>
        )}
      </span>
      {shown === null && <Confirm person={person} field={field} label={label} />}
      {name !== 'sex' && field.access !== 'shown' && shown === null && (
        <Button
          weight="plain"
          data-testid={`reveal-${name}-${field.ordinal}`}
          onClick={() => show({ kind: 'reveal', field: name, ordinal: field.ordinal })}
        >
          {field.access === 'co-sign' && (
            <span className={cx(css.coSign)}>
              <Icon name="two" /> {t('person.coSign')}
            </span>
          )}
          {t('person.reveal')}
          <span className="hidden-text"> {label}</span>
        </Button>
      )}
    </div>
  );
}

/** Somebody made sure today that it is still right; the vault keeps the day. */
function Confirm({
  person,
  field,
  label,
}: {
  readonly person: MaskedPerson;
  readonly field: MaskedField;
  readonly label: string;
}) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (signedIn.role === 'admin' || field.tier === 'open') return null;
  const confirm = async () => {
    const reply = await bridge.vault['people.confirm']({
      personId: person.personId,
      version: person.version,
      field: field.field,
      ordinal: field.ordinal,
    });
    if (reply.ok) personStore.getState().take(reply.value);
    else setFailure(reply.error);
  };
  const said =
    field.verifiedAt === null
      ? t('person.confirm')
      : t('person.confirmedOn', { date: formatDate(field.verifiedAt) });
  return (
    <>
      <FailureNote failure={failure} />
      <Button
        weight="plain"
        className={cx(css.confirm)}
        data-some={field.verifiedAt !== null}
        title={t('person.confirmDoes')}
        data-testid={`confirm-${field.field}-${field.ordinal}`}
        onClick={() => void confirm()}
      >
        {said}
        <span className="hidden-text"> {label}</span>
      </Button>
    </>
  );
}
