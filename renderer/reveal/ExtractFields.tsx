/** Who asks for something of a record, what for, and which fields their document names; nothing is chosen beforehand. */
import { useTranslation } from 'react-i18next';
import type { MaskedPerson } from '../../contract/residents/views.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import ui from '../ui/ui.module.css';
import type { ExtractDraft } from './extract.ts';
import { fieldsToExtract } from './extract.ts';
import css from './reveal.module.css';

interface ExtractFieldsProps {
  readonly person: MaskedPerson;
  readonly extract: ExtractDraft;
  readonly onChange: (extract: ExtractDraft) => void;
}

export function ExtractFields({ person, extract, onChange }: ExtractFieldsProps) {
  const { t } = useTranslation();
  const choices = fieldsToExtract(person);
  return (
    <>
      <div className={cx(css.whyLine)}>
        <Field label={t('reveal.authority')} className={css.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              minLength={2}
              maxLength={60}
              value={extract.authority}
              data-testid="extract-authority"
              onChange={(event) => onChange({ ...extract, authority: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('reveal.purpose')} className={css.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              minLength={2}
              maxLength={100}
              value={extract.purpose}
              data-testid="extract-purpose"
              onChange={(event) => onChange({ ...extract, purpose: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <fieldset className={cx(ui.chips)} data-testid="extract-fields">
        <legend>{t('reveal.extractFields')}</legend>
        {choices.map((field) => (
          <label key={field} className={cx(ui.chip)} data-testid={`extract-${field}`}>
            <input
              type="checkbox"
              checked={extract.fields.includes(field)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  ...extract,
                  fields: choices.filter((one) => (one === field ? checked : extract.fields.includes(one))),
                })
              }
            />
            {t(`fields.${field}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
