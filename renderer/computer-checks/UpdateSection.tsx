/** The program's version, and an update of it from a folder that an admin chooses. Nothing is looked for by itself. */
import { useEffect, useState } from 'react';
import type { FileId } from '../../contract/ids.ts';
import type { Failure } from '../../contract/result.ts';
import type { UpdateOffer, UpdateStanding } from '../../contract/updates/routes.ts';
import { bridge } from '../bridge.ts';
import { formatBytes } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { shortKeys } from './short-keys.ts';

const { vault, shell } = bridge;

export function UpdateSection() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [standing, setStanding] = useState<UpdateStanding | null>(null);
  const [found, setFound] = useState<(UpdateOffer & { readonly folderId: FileId }) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void vault['updates.read']({}).then((reply) => {
      if (reply.ok) setStanding(reply.value);
    });
  }, []);
  const look = async (): Promise<void> => {
    const picked = await shell.pickFile({ use: 'folder' });
    if (!picked.ok || picked.value.file === null) return;
    const { fileId: folderId } = picked.value.file;
    const reply = await vault['updates.look']({ folderId });
    setFailure(reply.ok ? null : reply.error);
    setFound(reply.ok ? { ...reply.value, folderId } : null);
  };
  const close = (next?: UpdateStanding): void => {
    if (next !== undefined) setStanding(next);
    setFound(null);
  };
  if (standing === null) return null;
  const { version, takesUpdates, taken, appliesItself, last } = standing;
  return (
    <section className={cx('stack2', pageCss.section)} aria-label={t('computer.update.title')}>
      <h2>{t('computer.update.title')}</h2>
      <p data-testid="update-version">
        {t('computer.update.version', { version })} {!takesUpdates && t('computer.update.trial')}
      </p>
      {taken !== null && (
        <p data-testid="update-taken">
          {t(appliesItself ? 'computer.update.waits' : 'computer.update.taken', { ...taken })}
        </p>
      )}
      {last !== null && <p data-testid="update-last">{t(`runtime.updated.${last.end}`, { ...last })}</p>}
      {takesUpdates && signedIn.role === 'admin' && found === null && (
        <div className="line3">
          <Button data-testid="update-look" onClick={() => void look()}>
            {t('computer.update.look')}
          </Button>
        </div>
      )}
      <FailureNote failure={failure} />
      {found !== null && (
        <Form
          name="update"
          title={t('computer.update.form', { from: found.from, to: found.to })}
          lead={t('computer.update.lead', {
            size: formatBytes(found.bytes),
            keys: shortKeys(found.signedBy),
          })}
          yes={t('computer.update.take')}
          pin="alone"
          gathers={false}
          send={({ pin }) => vault['updates.take']({ folderId: found.folderId, offer: found.offer, pin })}
          onClose={close}
        />
      )}
    </section>
  );
}
