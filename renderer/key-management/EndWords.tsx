/** How a rotation ended, in words; why, where something ended it. */
import { useTranslation } from '../messages/translate.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { RotationEnd } from '../../contract/key-management/lists.ts';

export function EndWords({ end, code }: { readonly end: RotationEnd; readonly code: ErrorCode | null }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`keysPage.ends.${end}`)}
      {end === 'failed' && code !== null && ` ${t(`errors.${code}.what`)}`}
    </span>
  );
}
