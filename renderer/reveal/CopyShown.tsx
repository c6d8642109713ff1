/** Copies the value that is shown, once the log has it; main takes it out of the clipboard again. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { COPIED_SECONDS } from '../../contract/people/lists.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { toastsStore } from '../ui/toasts.ts';

interface CopyShownProps {
  readonly which: RouteRequest<'people.copy'>;
  readonly value: string;
}

export function CopyShown({ which, value }: CopyShownProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const copy = async (): Promise<void> => {
    setBusy(true);
    const reply = await bridge.vault['people.copy'](which);
    const written = reply.ok ? await bridge.shell.copyValue({ text: value }) : null;
    const isWritten = written?.ok === true && written.value.copied;
    setBusy(false);
    toastsStore.getState().show({
      words: (say) =>
        isWritten ? say('reveal.copied', { seconds: COPIED_SECONDS }) : say('reveal.notCopied'),
    });
  };
  return (
    <Button disabled={busy} data-testid="reveal-copy" onClick={() => void copy()}>
      {t('reveal.copy')}
    </Button>
  );
}
