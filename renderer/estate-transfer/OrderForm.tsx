/** An order: which estate, to whom, what of it, and two people who agree. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_DISCLOSURE_WORDS } from '../../contract/disclosures/lists.ts';
import {
  HANDOVER_FIELDS,
  HANDOVER_RECIPIENTS,
  type TransferField,
  type TransferRecipient,
  USUAL_HANDOVER_FIELDS,
} from '../../contract/estate-transfer/lists.ts';
import type { TransferList } from '../../contract/estate-transfer/routes.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Note } from '../ui/Note.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

interface OrderFormProps {
  readonly view: TransferList;
  readonly onClose: (view?: TransferList) => void;
  readonly onStale: () => Promise<void>;
}

const NAMES = ['recipient', 'officer', 'document'] as const;
const WHOLE = ' ';

interface Draft extends Readonly<Record<(typeof NAMES)[number], string>> {
  readonly scope: string;
  readonly to: TransferRecipient;
  readonly field: readonly TransferField[];
}

const EMPTY: Draft = {
  scope: WHOLE,
  recipient: '',
  officer: '',
  document: '',
  to: 'committee',
  field: USUAL_HANDOVER_FIELDS,
};

export function OrderForm({ view, ...form }: OrderFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft(EMPTY);
  const scopes = [{ estate: WHOLE, people: view.people }, ...view.estates];
  return (
    <BothForm
      {...form}
      name="estate-transfer"
      title={t('estateTransfer.order')}
      lead={t('estateTransfer.orderLead')}
      words={t('estateTransfer.why')}
      yes={t('estateTransfer.order')}
      send={(takeProof) =>
        bridge.vault['estateTransfer.order']({
          estate: draft.scope === WHOLE ? null : draft.scope,
          to: draft.to,
          recipient: draft.recipient.trim(),
          officer: draft.officer.trim(),
          document: draft.document.trim(),
          fields: [...draft.field],
          ...takeProof(),
        })
      }
    >
      <FieldLine>
        <SelectField
          {...of('scope')}
          label={t('estateTransfer.scope')}
          choices={scopes.map(({ estate, people }) => ({
            value: estate,
            words: t('estateTransfer.scopeOf', {
              estate: estate === WHOLE ? t('estateTransfer.whole') : estate,
              count: people,
            }),
          }))}
        />
        {NAMES.map((name) => (
          <TextField
            key={name}
            {...of(name)}
            label={t(`estateTransfer.${name}`)}
            grow
            required
            missing={t('estateTransfer.missing')}
            minLength={2}
            maxLength={MAX_DISCLOSURE_WORDS}
          />
        ))}
      </FieldLine>
      <Chips
        {...of('to')}
        label={t('estateTransfer.to')}
        choices={choicesOf(HANDOVER_RECIPIENTS, (to) => t(`estateTransfer.recipients.${to}`))}
      />
      <SeveralChips
        {...of('field')}
        label={t('estateTransfer.fields')}
        choices={choicesOf(HANDOVER_FIELDS, (field) => t(`estateTransfer.fieldNames.${field}`))}
      />
      {draft.field.includes('idNumber') && (
        <Note kind="warn" live>
          <p>{t('estateTransfer.idWarning')}</p>
        </Note>
      )}
    </BothForm>
  );
}
