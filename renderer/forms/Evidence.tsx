/** Attachments of an item of a form. */
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { FormFill } from '../../contract/forms/routes.ts';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { Badge } from '../ui/Badge.tsx';

interface EvidenceProps {
  readonly fill: FormFill;
  readonly item: string;
  readonly onLook: (attachment: AttachmentView) => void;
  readonly onRemove?: (attachment: AttachmentView) => void;
}

/** Nothing where nothing is attached. */
export function Evidence({ fill, item, onLook, onRemove }: EvidenceProps) {
  const { t } = useTranslation();
  const answer = fill.answers.find((one) => one.item === item);
  if (answer === undefined) return null;
  return (
    <>
      {answer.isDue && <Badge tone="amber">{t('forms.dueAgain')}</Badge>}
      {answer.evidence.length > 0 && (
        <AttachmentList
          attachments={answer.evidence}
          onLook={onLook}
          {...(onRemove === undefined ? {} : { onRemove })}
        />
      )}
    </>
  );
}
