/** An order: which estate, to whom, what of it, and two people who agree. */
import { useState } from 'react';
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
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Note } from '../ui/Note.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface OrderFormProps {
  readonly view: TransferList;
  readonly onClose: (view?: TransferList) => void;
  readonly onStale: () => Promise<void>;
}

const NAMES = ['recipient', 'officer', 'document'] as const;
const WHOLE = ' ';

export function OrderForm({ view, ...form }: OrderFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [scope, setScope] = useState(WHOLE);
  const [to, setTo] = useState<TransferRecipient>('committee');
  const [names, setNames] = useState<Readonly<Record<(typeof NAMES)[number], string>>>({
    recipient: '',
    officer: '',
    document: '',
  });
  const [fields, setFields] = useState<readonly TransferField[]>(USUAL_HANDOVER_FIELDS);
  const [words, setWords] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isShort = (name: (typeof NAMES)[number]): boolean => names[name].trim().length < 2;
  const scopes = [
    {
      estate: WHOLE,
      words: t('estateTransfer.scopeOf', { estate: t('estateTransfer.whole'), count: view.people }),
    },
    ...view.estates.map(({ estate, people }) => ({
      estate,
      words: t('estateTransfer.scopeOf', { estate, count: people }),
    })),
  ];
  return (
    <BothForm
      {...form}
      name="estate-transfer"
      title={t('estateTransfer.orderTitle')}
      lead={t('estateTransfer.orderLead')}
      yes={t('estateTransfer.order')}
      isReady={() => {
        setIsAsked(true);
        return !NAMES.some(isShort) && isReasonValid(words);
      }}
      send={(takeProof) =>
        bridge.vault['estateTransfer.order']({
          estate: scope === WHOLE ? null : scope,
          to,
          recipient: names.recipient.trim(),
          officer: names.officer.trim(),
          document: names.document.trim(),
          fields: [...fields],
          words: words.trim(),
          ...takeProof(),
        })
      }
    >
      <div className={formCss.line}>
        <Field label={t('estateTransfer.scope')}>
          {(ids) => (
            <Select
              ids={ids}
              value={scope}
              choices={scopes.map((one) => ({ value: one.estate, words: one.words }))}
              testId="estate-transfer-scope"
              onChoose={setScope}
            />
          )}
        </Field>
        {NAMES.map((name) => (
          <Field
            key={name}
            label={t(`estateTransfer.${name}`)}
            problem={isAsked && isShort(name) ? t('estateTransfer.missing') : null}
            className={formCss.grow}
          >
            {(ids) => (
              <TextInput
                {...ids}
                maxLength={MAX_DISCLOSURE_WORDS}
                value={names[name]}
                data-testid={`estate-transfer-${name}`}
                onChange={(event) => {
                  markDirty();
                  setNames({ ...names, [name]: event.currentTarget.value });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <Chips
        label={t('estateTransfer.to')}
        options={HANDOVER_RECIPIENTS.map((id) => ({ id, label: t(`estateTransfer.recipients.${id}`) }))}
        chosen={to}
        testId="estate-transfer-to"
        onChoose={setTo}
      />
      <SeveralChips
        label={t('estateTransfer.fields')}
        options={HANDOVER_FIELDS.map((id) => ({ id, label: t(`estateTransfer.fieldNames.${id}`) }))}
        chosen={fields}
        testId="estate-transfer-field"
        onChoose={(next) => setFields(HANDOVER_FIELDS.filter((field) => next.includes(field)))}
      />
      {fields.includes('idNumber') && (
        <Note kind="warn" live>
          <p>{t('estateTransfer.idWarning')}</p>
        </Note>
      )}
      <WordsField
        label={t('estateTransfer.why')}
        value={words}
        testId="estate-transfer-words"
        onChange={setWords}
      />
    </BothForm>
  );
}
