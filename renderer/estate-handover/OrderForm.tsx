/** An order: which estate, to whom, what of it, and two people who agree. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_DISCLOSURE_WORDS } from '../../contract/disclosures/lists.ts';
import {
  HANDOVER_FIELDS,
  HANDOVER_RECIPIENTS,
  USUAL_HANDOVER_FIELDS,
} from '../../contract/handover/lists.ts';
import type { HandoverField, HandoverRecipient } from '../../contract/handover/lists.ts';
import type { HandoverList } from '../../contract/handover/routes.ts';
import { bridge } from '../bridge.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Note } from '../ui/Note.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { areSaid, WordsField } from '../ui/WordsField.tsx';

interface OrderFormProps {
  readonly view: HandoverList;
  readonly onClose: (view?: HandoverList) => void;
  readonly onStale: () => Promise<void>;
}

const NAMES = ['recipient', 'officer', 'document'] as const;
const WHOLE = ' ';

export function OrderForm({ view, ...form }: OrderFormProps) {
  const { t } = useTranslation();
  const tellUnsaved = useUnsaved();
  const [scope, setScope] = useState(WHOLE);
  const [to, setTo] = useState<HandoverRecipient>('committee');
  const [names, setNames] = useState<Readonly<Record<(typeof NAMES)[number], string>>>({
    recipient: '',
    officer: '',
    document: '',
  });
  const [fields, setFields] = useState<readonly HandoverField[]>(USUAL_HANDOVER_FIELDS);
  const [words, setWords] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isShort = (name: (typeof NAMES)[number]): boolean => names[name].trim().length < 2;
  const scopes = [
    {
      estate: WHOLE,
      words: t('handoverOut.scopeOf', { estate: t('handoverOut.whole'), count: view.people }),
    },
    ...view.estates.map(({ estate, people }) => ({
      estate,
      words: t('handoverOut.scopeOf', { estate, count: people }),
    })),
  ];
  return (
    <BothForm
      {...form}
      name="handover"
      title={t('handoverOut.orderTitle')}
      lead={t('handoverOut.orderLead')}
      yes={t('handoverOut.order')}
      isReady={() => {
        setIsAsked(true);
        return !NAMES.some(isShort) && areSaid(words);
      }}
      send={(takeProof) =>
        bridge.vault['handover.order']({
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
        <Field label={t('handoverOut.scope')}>
          {(ids) => (
            <Select
              ids={ids}
              value={scope}
              choices={scopes.map((one) => ({ value: one.estate, words: one.words }))}
              testId="handover-scope"
              onChoose={setScope}
            />
          )}
        </Field>
        {NAMES.map((name) => (
          <Field
            key={name}
            label={t(`handoverOut.${name}`)}
            problem={isAsked && isShort(name) ? t('handoverOut.missing') : null}
            className={formCss.grow}
          >
            {(ids) => (
              <TextInput
                {...ids}
                maxLength={MAX_DISCLOSURE_WORDS}
                value={names[name]}
                data-testid={`handover-${name}`}
                onChange={(event) => {
                  tellUnsaved();
                  setNames({ ...names, [name]: event.currentTarget.value });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <Chips
        label={t('handoverOut.to')}
        options={HANDOVER_RECIPIENTS.map((id) => ({ id, label: t(`handoverOut.recipients.${id}`) }))}
        chosen={to}
        testId="handover-to"
        onChoose={setTo}
      />
      <SeveralChips
        label={t('handoverOut.fields')}
        options={HANDOVER_FIELDS.map((id) => ({ id, label: t(`handoverOut.fieldNames.${id}`) }))}
        chosen={fields}
        testId="handover-field"
        onChoose={(next) => setFields(HANDOVER_FIELDS.filter((field) => next.includes(field)))}
      />
      {fields.includes('idNumber') && (
        <Note kind="warn" live>
          <p>{t('handoverOut.idWarning')}</p>
        </Note>
      )}
      <WordsField label={t('handoverOut.why')} value={words} testId="handover-words" onChange={setWords} />
    </BothForm>
  );
}
