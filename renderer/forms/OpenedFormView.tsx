/** A form that is opened: begin or go on with a draft, or read what was finished before. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { FormFill, OpenedForm, ArticleView } from '../../contract/forms/routes.ts';
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
import css from './forms.module.css';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import pageCss from '../ui/page.module.css';
import { Evidence } from './Evidence.tsx';
import { said } from './form-words.ts';
import { ItemHead } from './ItemHead.tsx';
import { useFormGiving } from './use-form-giving.ts';

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

interface FinishedFillProps {
  readonly fill: FormFill;
  readonly articles: readonly ArticleView[];
  readonly articlesSource: OpenedForm['articlesSource'];
}

/** A form that was finished, by the edition that was answered: read, printed, never changed. */
function FinishedFill({ fill, articles, articlesSource }: FinishedFillProps) {
  const { t, i18n } = useTranslation();
  const [looked, setLooked] = useState<AttachmentView | null>(null);
  const { content, finished, subject, remark, dueOn } = fill;
  const giving = useFormGiving(fill);
  const isEnglish = i18n.language === 'en';
  return (
    <div className={cx('stack4', css.fill)} data-testid="form-finished">
      {finished !== null && (
        <p>
          {t('forms.finishedBy', { time: formatMoment(finished.at), name: finished.by })}
          {dueOn === null ? '' : ` · ${t('forms.due', { day: dueOn })}`}
          <br />
          <span className={cx('quiet', 'small', css.hash)}>{t('forms.hash', { hash: finished.sha256 })}</span>
        </p>
      )}
      <p className="quiet">{t('forms.editionOld', { version: content.source.version })}</p>
      <Facts layout="rows">
        {content.subject !== null && <Fact name={said(i18n.language, content.subject)}>{subject}</Fact>}
        {remark !== '' && (
          <Fact name={isEnglish ? (content.remarkEn ?? content.remark) : content.remark}>{remark}</Fact>
        )}
      </Facts>
      {content.items.map((item, index) => {
        const answer = fill.answers.find((one) => one.item === item.id);
        const option = (item.options ?? content.options).find(({ id }) => id === answer?.choice);
        return (
          <section key={item.id} className={cx(pageCss.section)}>
            {item.group !== undefined && item.group !== content.items[index - 1]?.group && (
              <h2>{isEnglish ? (item.groupEn ?? item.group) : item.group}</h2>
            )}
            <ItemHead item={item} number={index + 1} articles={articles} source={articlesSource} />
            <p>
              {option !== undefined && (
                <Badge tone={option.finding === true ? 'harm' : 'plain'}>{said(i18n.language, option)}</Badge>
              )}{' '}
              {answer?.words}
            </p>
            {(answer?.rectificationId ?? null) !== null && <p className="quiet">{t('forms.toTracker')}</p>}
            <Evidence fill={fill} item={item.id} onLook={setLooked} />
          </section>
        );
      })}
      <SourceNote {...sourceOf(content.source)} />
      <FormActions errors={<FailureNote failure={giving.failure} />}>
        <Actions name="form" list={giving.actions} />
      </FormActions>
      {looked !== null && <AttachmentDialog attachment={looked} onClose={() => setLooked(null)} />}
    </div>
  );
}
