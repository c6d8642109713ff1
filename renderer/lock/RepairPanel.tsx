/** For records that do not open: the newest backup that is whole, and an admin's PIN that puts it in their place. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { FileId, SlotId } from '../../contract/ids.ts';
import type { DeskPerson } from '../../contract/sign-in/views.ts';
import { BackupShare } from '../backup/BackupShare.tsx';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Form, type Typed } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { SheetFields, type SheetHandle } from '../ui/SheetFields.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import css from './lock.module.css';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

type Found = RouteReply<'repair.find'>;

export function RepairPanel({
  people,
  onLeave,
}: {
  readonly people: readonly DeskPerson[];
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  const [folderId, setFolderId] = useState<FileId | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [restored, setRestored] = useState<RouteReply<'repair.restore'> | null>(null);

  useEffect(() => {
    let here = true;
    void bridge.vault['repair.find']({ folderId }).then((reply) => {
      if (!here) return;
      if (reply.ok) setFound(reply.value);
      else setFailure(reply.error);
    });
    return () => {
      here = false;
    };
  }, [folderId]);

  const pick = async () => {
    const reply = await bridge.shell.pickFile({ use: 'folder' });
    if (!reply.ok) return setFailure(reply.error);
    if (reply.value.file === null) return;
    setFound(null);
    setFailure(null);
    setFolderId(reply.value.file.fileId);
  };

  const backup = found?.backup ?? null;
  const ways = (
    <>
      <Button data-testid="repair-pick" onClick={() => void pick()}>
        {t('repair.pick')}
      </Button>
      <Button weight="plain" data-testid="repair-leave" onClick={onLeave}>
        {t('repair.leave')}
      </Button>
    </>
  );
  if (restored !== null) return <Repaired restored={restored} onLeave={onLeave} />;
  return (
    <section className={cx('stack4', css.desk)} aria-labelledby="repair-title" data-testid="repair">
      <h2 id="repair-title" tabIndex={-1} ref={focusQuietly}>
        {t('repair.title')}
      </h2>
      <p>{t('repair.lead')}</p>
      <FoundBackup found={found} />
      <FailureNote failure={failure} />
      {backup !== null && (
        <RepairForm
          key={backup.name}
          folderId={folderId}
          name={backup.name}
          people={people}
          ways={ways}
          onFailure={setFailure}
          onDone={setRestored}
        />
      )}
      {backup === null && <div className="line3">{ways}</div>}
    </section>
  );
}

function FoundBackup({ found }: { readonly found: Found | null }) {
  const { t } = useTranslation();
  if (found === null) return <p role="status">{t('repair.looking')}</p>;
  if (found.backup === null)
    return (
      <p role="status" data-testid="repair-none">
        {found.folder === null ? t('repair.noFolder') : t('repair.none', { folder: found.folder })}
      </p>
    );
  return (
    <p role="status" data-testid="repair-found">
      <Icon name="check" /> <b>{t('repair.found', { time: formatMoment(found.backup.createdAt) })}</b>{' '}
      <span className={cx('quiet', 'small')}>{found.folder}</span>
    </p>
  );
}

interface RepairFormProps {
  readonly folderId: FileId | null;
  readonly name: string;
  readonly people: readonly DeskPerson[];
  /** Beside the step forward. */
  readonly ways: ReactNode;
  readonly onFailure: (failure: Failure | null) => void;
  readonly onDone: (restored: RouteReply<'repair.restore'>) => void;
}

function RepairForm({ folderId, name, people, ways, onFailure, onDone }: RepairFormProps) {
  const { t } = useTranslation();
  const admins = people.filter(({ role }) => role === 'admin');
  const [slotId, setSlotId] = useState<SlotId | undefined>(admins[0]?.slotId);
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [bySheet, setBySheet] = useState(false);
  const sheet = useRef<SheetHandle>(null);

  const submit = async ({ pin }: Typed) => {
    const typed = bySheet ? (sheet.current?.take() ?? null) : undefined;
    if (slotId === undefined || typed === null) return;
    const request = { folderId, name, slotId, pin, words: words.trim() };
    setBusy(true);
    onFailure(null);
    const reply = await bridge.vault['repair.restore']({
      ...request,
      ...(typed === undefined ? {} : { sheet: typed }),
    });
    if (reply.ok) return onDone(reply.value);
    setBusy(false);
    onFailure(reply.error);
    if (reply.error.code === 'backup-needs-sheet') setBySheet(true);
  };

  if (busy) return <BackupShare title={t('backup.restore.running')} />;
  return (
    <Form
      name="repair"
      testIds={{ submit: 'repair-start' }}
      className="stack3"
      isDanger
      yes={t('repair.start')}
      ready={slotId !== undefined && isReasonValid(words)}
      more={ways}
      send={submit}
    >
      <WordsField label={t('repair.words')} value={words} testId="repair-words" onChange={setWords} />
      {bySheet && <SheetFields handle={sheet} />}
      <SelectField
        label={t('roles.admin')}
        value={slotId ?? null}
        choices={admins.map((one) => ({ value: one.slotId, words: one.displayName, disabled: one.closed }))}
        testId="repair-admin"
        onChange={setSlotId}
      />
      <PinField label={t('repair.pin')} />
    </Form>
  );
}

function Repaired({
  restored,
  onLeave,
}: {
  readonly restored: RouteReply<'repair.restore'>;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation();
  /** To the lock screen of a fresh page and a fresh vault: PINs went through this pair. */
  const leave = () => {
    onLeave();
    void appStore.getState().lock();
  };
  return (
    <section className={cx('stack4', css.desk)} data-testid="repair-done">
      <h2 tabIndex={-1} ref={focusQuietly}>
        {t('backup.restore.doneTitle', { time: formatMoment(restored.createdAt) })}
      </h2>
      <p>{t('backup.restore.doneKept', { name: restored.keptAs })}</p>
      <p>{t('repair.doneNext')}</p>
      <p className={cx('quiet', 'small')}>{t('repair.doneTheft')}</p>
      <div>
        <Button weight="main" data-testid="repair-back" onClick={leave}>
          {t('repair.back')}
        </Button>
      </div>
    </section>
  );
}
