/** Form for an item that has to be put right, who sees to it and until when: noticed by somebody, or corrected. */
import { useTranslation } from '../messages/translate.ts';
import { MAX_EXPLANATION, MAX_TITLE, MAX_WHO } from '../../contract/rectification/lists.ts';
import type {
  RectificationFacts,
  RectificationItem,
  RectificationRegister,
} from '../../contract/rectification/routes.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { itemNumber } from './item-words.ts';

interface ItemFormProps {
  /** Null where it is a new one. */
  readonly item: RectificationItem | null;
  readonly onClose: (register?: RectificationRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function ItemForm({ item, ...form }: ItemFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({
    title: item?.title ?? '',
    words: item?.words ?? '',
    who: item?.who ?? '',
    dueOn: item?.dueOn ?? '',
  });
  const text = (name: 'title' | 'words' | 'who') => ({
    ...of(name),
    label: t(`rectification.fields.${name}`),
    grow: true,
  });
  const send = () => {
    const facts: RectificationFacts = {
      title: draft.title.trim(),
      words: draft.words.trim(),
      who: draft.who.trim(),
      dueOn: dayFrom(draft.dueOn),
    };
    return item === null
      ? bridge.vault['rectification.add']({ item: facts })
      : bridge.vault['rectification.change']({
          rectificationId: item.rectificationId,
          version: item.version,
          item: facts,
        });
  };
  return (
    <Form
      {...form}
      about={item?.rectificationId ?? ''}
      name="item"
      focus="field"
      title={
        item === null
          ? t('rectification.addTitle')
          : t('rectification.changeTitle', { number: itemNumber(t, item) })
      }
      lead={t('rectification.addLead')}
      yes={t('common.save')}
      send={send}
    >
      <FieldLine>
        <TextField {...text('title')} autoFocus required minLength={2} maxLength={MAX_TITLE} />
      </FieldLine>
      <FieldLine>
        <TextField {...text('words')} maxLength={MAX_EXPLANATION} />
      </FieldLine>
      <FieldLine>
        <TextField {...text('who')} maxLength={MAX_WHO} />
        <DayField {...of('dueOn')} label={t('rectification.fields.dueOn')} />
      </FieldLine>
    </Form>
  );
}
