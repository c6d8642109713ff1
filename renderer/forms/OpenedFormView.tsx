/** A form that is opened: begin or go on with a draft, or read what was finished before. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FormFill, OpenedForm } from '../../contract/forms/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import type { Failure } from '../../contract/result.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { FillPage } from './FillPage.tsx';
import { FinishedFill } from './FinishedFill.tsx';
import css from './forms.module.css';

interface OpenedFormViewProps {
  readonly form: string;
  /** A draft is begun, or gone on with, at once. */
  readonly begins: boolean;
  /** It is to be read anew: a draft was finished or given up. */
  readonly onAgain: () => void;
}

export function OpenedFormView({ form, begins, onAgain }: OpenedFormViewProps) {
  const [opened, setOpened] = useState<OpenedForm | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [fill, setFill] = useState<FormFill | null>(null);
  useEffect(() => {
    let isGone = false;
    const open = async (): Promise<void> => {
      const reply = await bridge.vault['forms.open']({ form });
      if (isGone) return;
      setOpened(reply.ok ? reply.value : null);
      setFailure(reply.ok ? null : reply.error);
      if (!begins || !reply.ok) return;
      const { draft, history } = reply.value;
      const begun =
        draft === null
          ? await bridge.vault['forms.begin']({ form, carry: history.length > 0 })
          : { ok: true as const, value: draft };
      if (isGone) return;
      if (begun.ok) setFill(begun.value);
      else setFailure(begun.error);
    };
    void open();
    return () => {
      isGone = true;
    };
  }, [form, begins]);
  if (failure !== null) return <ReadFailure failure={failure} testId="form-again" onAgain={onAgain} />;
  if (opened === null) return <Waiting testId="form-reading" />;
  const { suggestions, articles, articlesSource } = opened;
  if (fill?.state === 'draft')
    return (
      <FillPage
        fill={fill}
        suggestions={suggestions}
        articles={articles}
        articlesSource={articlesSource}
        onChanged={setFill}
        onGone={onAgain}
      />
    );
  if (fill !== null) return <FinishedFill fill={fill} articles={articles} articlesSource={articlesSource} />;
  return <Beginning opened={opened} onFill={setFill} />;
}

interface BeginningProps {
  readonly opened: OpenedForm;
  readonly onFill: (fill: FormFill) => void;
}

function Beginning({ opened: { form, content, draft, history }, onFill }: BeginningProps) {
  const { t } = useTranslation();
  const { failure, busy, submit } = useSubmit();
  const begin = (carry: boolean): void =>
    void submit(() => bridge.vault['forms.begin']({ form, carry }), onFill);
  const ways =
    draft !== null ? (
      <Button weight="main" data-testid="form-resume" onClick={() => onFill(draft)}>
        {t('forms.resume')}
      </Button>
    ) : (
      <>
        {history.length > 0 && (
          <Button weight="main" disabled={busy} data-testid="form-carry" onClick={() => begin(true)}>
            {t('forms.beginCarry')}
          </Button>
        )}
        <Button
          weight={history.length > 0 ? 'normal' : 'main'}
          disabled={busy}
          data-testid="form-begin"
          onClick={() => begin(false)}
        >
          {t(history.length > 0 ? 'forms.beginEmpty' : 'forms.begin')}
        </Button>
      </>
    );
  return (
    <div className={cx('stack4', css.fill)} data-testid="form-opened">
      <FailureNote failure={failure} />
      {history.length === 0 ? (
        <EmptyState drawing="sheet" words={t('forms.historyNone')}>
          {ways}
        </EmptyState>
      ) : (
        <>
          <div className="line2">{ways}</div>
          <h2>{t('forms.history')}</h2>
        </>
      )}
      <ul className={cx(css.history)}>
        {history.map(({ fillId, at, by, dueOn, findings, subject }) => (
          <li key={fillId}>
            <Button
              weight="plain"
              disabled={busy}
              data-testid="form-read"
              onClick={() => void submit(() => bridge.vault['forms.read']({ fillId }), onFill)}
            >
              {t('forms.read', { time: formatMoment(at), name: by })}
            </Button>
            {subject !== '' && <span>{subject}</span>}
            {dueOn !== null && <span className="quiet">{t('forms.due', { day: dueOn })}</span>}
            {findings > 0 && <Badge tone="amber">{t('forms.historyFound', { count: findings })}</Badge>}
          </li>
        ))}
      </ul>
      <SourceNote {...sourceOf(content.source)} />
    </div>
  );
}
