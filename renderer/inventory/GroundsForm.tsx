/** An admin settles what a line of the inventory is for, and by what right towards each group of people. */
import { useTranslation } from '../messages/translate.ts';
import { BASES, PURPOSES } from '../../contract/fields.ts';
import { MAX_RETENTION_WORDS } from '../../contract/inventory/lists.ts';
import type { InventoryLine, InventoryView } from '../../contract/inventory/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { said } from './line-words.ts';

interface GroundsFormProps {
  readonly line: InventoryLine;
  readonly onClose: (view?: InventoryView) => void;
  readonly onStale: () => Promise<void>;
}

interface Draft {
  readonly purpose: readonly InventoryLine['purposes'][number][];
  readonly bases: InventoryLine['bases'];
  readonly retention: string;
}

export function GroundsForm({ line, ...form }: GroundsFormProps) {
  const { t, i18n } = useTranslation();
  const { draft, put, of } = useDraft<Draft>({
    purpose: line.purposes,
    bases: line.bases,
    retention: line.ownRetention ?? '',
  });
  const { item, version } = line;
  const retention = draft.retention.trim();
  const byRules = line.ownRetention === null ? said(i18n.language, line.retention) : '';
  return (
    <Form
      {...form}
      name="inventory"
      title={t('inventory.changeTitle', { item: t(`inventory.items.${item}`) })}
      lead={t('inventory.changeLead')}
      yes={t('common.save')}
      pin="last"
      send={({ pin }) =>
        bridge.vault['inventory.change']({
          item,
          version,
          purposes: [...draft.purpose],
          bases: draft.bases,
          retention: retention === '' ? null : retention,
          pin,
        })
      }
      toast={(say) => say('edit.saved')}
    >
      <SeveralChips
        {...of('purpose')}
        label={t('inventory.columns.purposes')}
        choices={choicesOf(PURPOSES, (purpose) => t(`purposes.${purpose}`))}
      />
      <FieldLine>
        {draft.bases.map(({ subject, basis }, at) => (
          <OptionalSelectField
            key={subject}
            label={t('inventory.basisOf', { subject: t(`inventory.subjects.${subject}`) })}
            value={basis}
            choices={choicesOf(BASES, (one) => t(`bases.${one}`))}
            none={t('inventory.none')}
            testId={`inventory-basis-${subject}`}
            onChange={(chosen) => put({ bases: draft.bases.with(at, { subject, basis: chosen }) })}
          />
        ))}
      </FieldLine>
      <TextField
        {...of('retention')}
        label={t('inventory.wording')}
        hint={t('inventory.wordingHint', { words: byRules })}
        maxLength={MAX_RETENTION_WORDS}
      />
    </Form>
  );
}
