/** An admin settles what a line of the inventory is for, and by what right towards each group of people. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BASES, PURPOSES } from '../../contract/fields.ts';
import type { InventoryLine, InventoryView } from '../../contract/inventory/routes.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Select } from '../ui/Select.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { itemWords, subjectWords } from './line-words.ts';

interface GroundsFormProps {
  readonly line: InventoryLine;
  readonly onClose: (view?: InventoryView) => void;
  readonly onStale: () => Promise<void>;
}

export function GroundsForm({ line, onClose, onStale }: GroundsFormProps) {
  const { t } = useTranslation();
  const [purposes, setPurposes] = useState(line.purposes);
  const [bases, setBases] = useState(line.bases);
  const tellUnsaved = useUnsaved();
  const { item, version } = line;
  return (
    <PinForm<InventoryView>
      name="inventory"
      title={t('inventory.changeTitle', { item: itemWords(t, item) })}
      lead={t('inventory.changeLead')}
      yes={t('common.save')}
      send={(pin) => bridge.vault['inventory.change']({ item, version, purposes, bases, pin })}
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
          tellUnsaved();
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
    </PinForm>
  );

  function put(
    subject: InventoryLine['bases'][number]['subject'],
    basis: InventoryLine['bases'][number]['basis'],
  ): void {
    tellUnsaved();
    setBases(bases.map((one) => (one.subject === subject ? { subject, basis } : one)));
  }
}
