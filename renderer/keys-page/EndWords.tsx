/** How a rotation ended, in words; why, where something ended it. */
import { useTranslation } from 'react-i18next';
import { ERROR_CODES } from '../../contract/errors.ts';
import type { RotationEnd } from '../../contract/key-rotation.ts';

export function EndWords({ end, detail }: { readonly end: RotationEnd; readonly detail: string }) {
  const { t } = useTranslation();
  const code = end === 'failed' ? ERROR_CODES.find((one) => one === detail) : undefined;
  return (
    <span>
      {t(`keysPage.ends.${end}`)}
      {code !== undefined && ` ${t(`errors.${code}.what`)}`}
    </span>
  );
}
