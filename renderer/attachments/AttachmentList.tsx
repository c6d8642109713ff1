/** Attachments by what they show; a press leads to the PIN that opens one. */
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { formatBytes, formatDate } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './attachments.module.css';

interface AttachmentListProps {
  readonly attachments: readonly AttachmentView[];
  /** Leads to the PIN that opens one. */
  readonly onLook: (attachment: AttachmentView) => void;
  /** Absent where nothing may be taken away. */
  readonly onRemove?: (attachment: AttachmentView) => void;
}

export function AttachmentList({ attachments, onLook, onRemove }: AttachmentListProps) {
  const { t } = useTranslation();
  return (
    <ul className={cx(css.list)}>
      {attachments.map((one) => (
        <li key={one.attachmentId} data-testid="attachment">
          <div>
            <b>{one.name}</b>
            <p className={cx('quiet', 'small')}>
              {[
                t(`media.${one.media}`),
                formatBytes(one.bytes),
                t('attached.about', { shows: one.showsOn, added: formatDate(one.addedAt) }),
              ].join(' · ')}
            </p>
          </div>
          <Button
            weight="plain"
            aria-label={t('attached.lookOf', { name: one.name })}
            data-testid="attachment-look"
            onClick={() => onLook(one)}
          >
            {t('attached.look')}
          </Button>
          {onRemove !== undefined && (
            <Button
              weight="plainDanger"
              aria-label={t('attached.removeOf', { name: one.name })}
              data-testid="attachment-remove"
              onClick={() => onRemove(one)}
            >
              {t('common.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
