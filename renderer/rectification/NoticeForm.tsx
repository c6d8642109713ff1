/** A notice of an authority is taken in: its number, who sent it, until when, and what it asks for, one item a line. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_NOTICE_ITEMS, MAX_TITLE } from '../../contract/rectification/lists.ts';
import type { RectificationRegister } from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped, today } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { itemsIn } from './items-in.ts';

const MAX_LINE = 60;

export function NoticeForm({ onClose }: { readonly onClose: (register?: RectificationRegister) => void }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ number: '', authority: '', receivedOn: today(), dueOn: '', items: '' });
  const field = <Name extends keyof typeof draft>(name: Name) => ({
    ...of(name),
    label: t(`rectification.noticeFields.${name as keyof typeof draft}`),
    required: true,
  });
  return (
    <Form
      about=""
      name="notice"
      title={t('rectification.noticeTitle')}
      lead={t('rectification.noticeLead')}
      yes={t('rectification.noticeYes')}
      pin="last"
      send={({ pin }) =>
        bridge.vault['rectification.takeNotice']({
          number: draft.number.trim(),
          authority: draft.authority.trim(),
          receivedOn: dayTyped(draft.receivedOn),
          dueOn: dayTyped(draft.dueOn),
          items: [...itemsIn(draft.items)],
          pin,
        })
      }
      onClose={onClose}
    >
      <FieldLine>
        <TextField {...field('number')} grow autoFocus maxLength={MAX_LINE} />
        <TextField {...field('authority')} grow minLength={2} maxLength={MAX_LINE} />
      </FieldLine>
      <FieldLine>
        <DayField {...field('receivedOn')} />
        <DayField {...field('dueOn')} />
      </FieldLine>
      <AreaField
        {...field('items')}
        rows={5}
        validate={(text) =>
          areItems(itemsIn(text)) ? null : t('rectification.noItems', { most: MAX_TITLE })
        }
      />
    </Form>
  );
}

const areItems = (items: readonly string[]): boolean =>
  items.length > 0 &&
  items.length <= MAX_NOTICE_ITEMS &&
  items.every((item) => item.length >= 2 && item.length <= MAX_TITLE);
