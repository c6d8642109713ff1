/** A form that is being filled in, item by item: what the product knows, the result, the remark, what is attached. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { MAX_ANSWER_WORDS, MAX_REMARK, MAX_SUBJECT } from '../../contract/forms/lists.ts';
import type { ArticleView, FormFill, FormSuggestion, OpenedForm } from '../../contract/forms/routes.ts';
import type { Result } from '../../contract/result.ts';
import { AttachForm } from '../attachments/AttachForm.tsx';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { bridge } from '../bridge.ts';
import { deskStore } from '../pages/stores.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { TextField } from '../ui/TextField.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { said, titleOf } from './form-words.ts';
import css from './forms.module.css';
import { GiveButtons } from './GiveButtons.tsx';
import { ItemHead } from './ItemHead.tsx';
import { Known } from './Known.tsx';

const { vault } = bridge;

interface FillPageProps {
  readonly fill: FormFill;
  readonly suggestions: readonly FormSuggestion[];
  readonly articles: readonly ArticleView[];
  readonly articlesSource: OpenedForm['articlesSource'];
  readonly onChanged: (fill: FormFill) => void;
  /** It was finished or given up. */
  readonly onGone: () => void;
}

interface Answer {
  readonly choice: string | null;
  readonly words: string;
}
type Answers = Readonly<Record<string, Answer>>;

type Step = { readonly step: 'finish' | 'discard' } | { readonly step: 'attach'; readonly item: string };

const answersOf = ({ answers }: FormFill): Answers =>
  Object.fromEntries(answers.map(({ item, choice, words }) => [item, { choice, words }]));

const NOTHING: Answer = { choice: null, words: '' };

export function FillPage({ fill, suggestions, articles, articlesSource, onChanged, onGone }: FillPageProps) {
  const { t, i18n } = useTranslation();
  const { content } = fill;
  const isEnglish = i18n.language === 'en';
  const markDirty = useUnsaved();
  const [answers, setAnswers] = useState(() => answersOf(fill));
  const [subject, setSubject] = useState(fill.subject);
  const [remark, setRemark] = useState(fill.remark);
  const [step, setStep] = useState<Step | null>(null);
  const [looked, setLooked] = useState<AttachmentView | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const { failure, busy, submit } = useSubmit();
  const place = useRef<HTMLDivElement>(null);
  const seen = { fillId: fill.fillId, version: fill.version };
  const put = (item: string, changed: Partial<Answer>): void => {
    markDirty();
    setAnswers((before) => ({ ...before, [item]: { ...NOTHING, ...before[item], ...changed } }));
  };
  /** The draft as it is then; null where it failed. */
  const save = async (): Promise<FormFill | null> => {
    let saved: FormFill | null = null;
    await submit(
      () =>
        vault['forms.save']({
          ...seen,
          subject: subject.trim(),
          remark: remark.trim(),
          answers: Object.entries(answers).map(([item, { choice, words }]) => ({
            item,
            choice,
            words: words.trim(),
          })),
        }),
      (next) => {
        saved = next;
        deskStore.getState().markDirty(false);
        onChanged(next);
      },
    );
    return saved;
  };
  const saveAndSay = async (): Promise<void> => {
    if ((await save()) !== null) toastsStore.getState().show({ words: (say) => say('forms.saved') });
  };
  const open = async (next: Step): Promise<void> => {
    if ((await save()) !== null) setStep(next);
  };
  const left = content.items.filter(({ id }) => (answers[id]?.choice ?? null) === null).length;
  const needsSubject = content.subject !== null && subject.trim() === '';
  const finish = (): void => {
    setIsAsked(true);
    if (left === 0 && !needsSubject) void open({ step: 'finish' });
  };
  const closeStep = (next?: FormFill): void => {
    if (next !== undefined) onChanged(next);
    setStep(null);
    place.current?.focus();
  };
  if (step !== null)
    return <FillStep step={step} fill={fill} answers={answers} onClose={closeStep} onGone={onGone} />;
  return (
    <div ref={place} tabIndex={-1} className={cx(css.fill)} data-testid="form-fill">
      <SourceNote {...sourceOf(content.source)} />
      {fill.replaced && (
        <Note kind="warn" testId="form-replaced">
          <p>{t('forms.replaced')}</p>
          <Button
            disabled={busy}
            data-testid="form-renew"
            onClick={() => void submit(() => vault['forms.renew'](seen), onChanged)}
          >
            {t('forms.renew')}
          </Button>
        </Note>
      )}
      {content.subject !== null && (
        <TextField
          label={said(i18n.language, content.subject)}
          problem={
            isAsked && needsSubject
              ? t('forms.noSubject', { subject: said(i18n.language, content.subject) })
              : null
          }
          maxLength={MAX_SUBJECT}
          value={subject}
          testId="form-subject"
          onChange={(text) => {
            markDirty();
            setSubject(text);
          }}
        />
      )}
      {content.items.map((item, index) => (
        <section key={item.id} className={cx(pageCss.section)} data-testid={`form-item-${item.id}`}>
          {item.group !== undefined && item.group !== content.items[index - 1]?.group && (
            <h2>{isEnglish ? (item.groupEn ?? item.group) : item.group}</h2>
          )}
          <ItemHead item={item} number={index + 1} articles={articles} source={articlesSource} />
          <Known
            suggestion={suggestions.find((one) => one.item === item.id)}
            title={titleOf(i18n.language, item)}
            onTake={(changed) => put(item.id, changed)}
          />
          <Chips
            label={isEnglish ? t('forms.result') : content.columns.result}
            choices={(item.options ?? content.options).map((option) => ({
              value: option.id,
              words: said(i18n.language, option),
            }))}
            value={answers[item.id]?.choice ?? null}
            testId={`choice-${item.id}`}
            onChange={(choice) => put(item.id, { choice })}
          />
          <TextField
            label={isEnglish ? t('forms.words') : content.columns.words}
            inputClass={css.wide}
            maxLength={MAX_ANSWER_WORDS}
            value={answers[item.id]?.words ?? ''}
            testId={`words-${item.id}`}
            onChange={(text) => put(item.id, { words: text })}
          />
          <Evidence
            fill={fill}
            item={item.id}
            onLook={setLooked}
            onRemove={({ attachmentId }) =>
              void save().then((saved) =>
                saved === null
                  ? undefined
                  : submit(
                      () =>
                        vault['forms.detach']({
                          fillId: saved.fillId,
                          version: saved.version,
                          attachmentId,
                        }),
                      onChanged,
                    ),
              )
            }
          />
          <div>
            <Button
              weight="plain"
              disabled={busy}
              aria-label={t('forms.attachOf', { title: titleOf(i18n.language, item) })}
              data-testid={`attach-${item.id}`}
              onClick={() => void open({ step: 'attach', item: item.id })}
            >
              {t('forms.attach')}
            </Button>
          </div>
        </section>
      ))}
      <TextField
        label={isEnglish ? (content.remarkEn ?? t('forms.remark')) : content.remark}
        inputClass={css.wide}
        maxLength={MAX_REMARK}
        value={remark}
        testId="form-remark"
        onChange={(text) => {
          markDirty();
          setRemark(text);
        }}
      />
      {isAsked && left > 0 && (
        <Note kind="warn" live testId="form-unanswered">
          {t('forms.unansweredLeft', { count: left })}
        </Note>
      )}
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" disabled={busy || fill.replaced} data-testid="form-finish" onClick={finish}>
          {t('forms.finish')}
        </Button>
        <Button disabled={busy} data-testid="form-save" onClick={() => void saveAndSay()}>
          {t('forms.save')}
        </Button>
        <GiveButtons fill={fill} before={save} />
        <Button weight="plainDanger" data-testid="form-discard" onClick={() => setStep({ step: 'discard' })}>
          {t('forms.discard')}
        </Button>
      </FormActions>
      {looked !== null && <AttachmentDialog attachment={looked} onClose={() => setLooked(null)} />}
    </div>
  );
}

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

interface FillStepProps {
  readonly step: Step;
  readonly fill: FormFill;
  readonly answers: Answers;
  readonly onClose: (fill?: FormFill) => void;
  readonly onGone: () => void;
}

function FillStep({ step, fill, answers, onClose, onGone }: FillStepProps) {
  const { t, i18n } = useTranslation();
  const { content } = fill;
  const seen = { fillId: fill.fillId, version: fill.version };
  const noStale = async (): Promise<void> => undefined;
  if (step.step === 'attach') {
    const item = content.items.find(({ id }) => id === step.item);
    return (
      <AttachForm
        about={item === undefined ? '' : titleOf(i18n.language, item)}
        send={(fileId, showsOn) => vault['forms.attach']({ ...seen, item: step.item, fileId, showsOn })}
        onClose={onClose}
        onStale={noStale}
      />
    );
  }
  if (step.step === 'discard')
    return (
      <Form
        name="discard"
        isDanger
        focus="back"
        title={t('forms.discardTitle')}
        lead={t('forms.discardLead')}
        yes={t('forms.discardYes')}
        send={(): Promise<Result<Record<string, never>>> => vault['forms.discard'](seen)}
        onClose={(done) => (done === undefined ? onClose() : onGone())}
      />
    );
  const found = content.items.filter((item) =>
    (item.options ?? content.options).some(
      ({ id, finding }) => finding === true && id === answers[item.id]?.choice,
    ),
  ).length;
  return (
    <Form
      name="form-sign"
      pin="alone"
      title={t('forms.finishTitle', { name: i18n.language === 'en' ? content.nameEn : content.name })}
      lead={t('forms.finishLead')}
      yes={t('forms.finishYes')}
      send={({ pin }) => vault['forms.finish']({ ...seen, pin })}
      onDone={onGone}
      onClose={() => onClose()}
      toast={(say) => say('forms.finished')}
    >
      {found > 0 && <Note kind="warn">{t('forms.finishFound', { count: found })}</Note>}
      {content.declaration !== null && (
        <>
          {i18n.language === 'en' && content.declaration.textEn !== undefined && (
            <p className={cx(css.declaration)}>{content.declaration.textEn}</p>
          )}
          <blockquote className={cx(css.declaration)} lang="zh-CN">
            {content.declaration.text}
          </blockquote>
        </>
      )}
    </Form>
  );
}
