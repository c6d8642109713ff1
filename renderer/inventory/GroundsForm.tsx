/** An admin settles what a line of the inventory is for, and by what right towards each group of people. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { BASES, PURPOSES } from '../../contract/fields.ts';
import { MAX_RETENTION_WORDS } from '../../contract/inventory/lists.ts';
import type { InventoryLine, InventoryView } from '../../contract/inventory/routes.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { itemWords, said, subjectWords } from './line-words.ts';

interface GroundsFormProps {
  readonly line: InventoryLine;
  readonly onClose: (view?: InventoryView) => void;
  readonly onStale: () => Promise<void>;
}

export function GroundsForm({ line, onClose, onStale }: GroundsFormProps) {
  const { t, i18n } = useTranslation();
  const [purposes, setPurposes] = useState(line.purposes);
  const [bases, setBases] = useState(line.bases);
  const [retention, setRetention] = useState(line.ownRetention ?? '');
  const markDirty = useUnsaved();
  const { item, version } = line;
  const byRules = line.ownRetention === null ? said(i18n.language, line.retention) : '';
  return (
    <PinForm<InventoryView>
      name="inventory"
      title={t('inventory.changeTitle', { item: itemWords(t, item) })}
      lead={t('inventory.changeLead')}
      yes={t('common.save')}
      send={(pin) =>
        bridge.vault['inventory.change']({
          item,
          version,
          purposes,
          bases,
          retention: retention.trim() === '' ? null : retention.trim(),
          pin,
        })
      }
      onClose={(view) => {
        if (view !== undefined) toastsStore.getState().show({ words: (say) => say('edit.saved') });
        onClose(view);
      }}
      onStale={onStale}
    >
      <SeveralChips
        label={t('inventory.facts.purposes')}
        options={PURPOSES.map((id) => ({ id, label: t(`purposes.${id}`) }))}
        chosen={purposes}
        testId="inventory-purpose"
        onChoose={(chosen) => {
          markDirty();
          setPurposes([...chosen]);
        }}
      />
      <div className={cx(formCss.line)}>
        {bases.map(({ subject, basis }) => (
          <Field key={subject} label={t('inventory.basisOf', { subject: subjectWords(t, subject) })}>
            {(ids) => (
              <Select
                ids={ids}
                value={basis}
                choices={BASES.map((value) => ({ value, words: t(`bases.${value}`) }))}
                none={{
                  words: t('inventory.none'),
                  onChoose: () => put(subject, null),
                }}
                testId={`inventory-basis-${subject}`}
                onChoose={(value) => put(subject, value)}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label={t('inventory.wording')} hint={t('inventory.wordingHint', { words: byRules })}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={MAX_RETENTION_WORDS}
            value={retention}
            data-testid="inventory-retention"
            onChange={(event) => {
              markDirty();
              setRetention(event.currentTarget.value);
            }}
          />
        )}
      </Field>
    </PinForm>
  );

  function put(
    subject: InventoryLine['bases'][number]['subject'],
    basis: InventoryLine['bases'][number]['basis'],
  ): void {
    markDirty();
    setBases(bases.map((one) => (one.subject === subject ? { subject, basis } : one)));
  }
}
