/** A form that is being filled in, item by item: what the product knows, the result, the remark, what is attached. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { MAX_REMARK, MAX_SUBJECT, NOT_APPLICABLE, unexplained } from '../../contract/forms/lists.ts';
import type { ArticleView, FormFill, FormSuggestion, OpenedForm } from '../../contract/forms/routes.ts';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { bridge } from '../bridge.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { signingStore } from '../ui/signing.ts';
import { toastsStore } from '../ui/toasts.ts';
import { FillItem } from './FillItem.tsx';
import { said, titleOf } from './form-words.ts';
import css from './forms.module.css';
import { type Answer, NO_ANSWER, useFill, type Answers } from './use-fill.ts';
import { useFormGiving } from './use-form-giving.ts';
import type { Result } from '../../contract/result.ts';
import { AttachForm } from '../attachments/AttachForm.tsx';
import { Form } from '../ui/Form.tsx';

/** The first that is not filled in as it has to be, clear of the foot. */
function showLacking(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true], [data-lacking=true] input');
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
}

interface FillPageProps {
  readonly fill: FormFill;
  readonly suggestions: readonly FormSuggestion[];
  readonly articles: readonly ArticleView[];
  readonly articlesSource: OpenedForm['articlesSource'];
  readonly onChanged: (fill: FormFill) => void;
  /** It was finished or given up. */
  readonly onGone: () => void;
}

export function FillPage({ fill, suggestions, articles, articlesSource, onChanged, onGone }: FillPageProps) {
  const { t, i18n } = useTranslation();
  const { content } = fill;
  const isEnglish = i18n.language === 'en';
  const { answers, put, draft, of, failure, busy, save, renew, detach } = useFill(
    fill,
    suggestions,
    onChanged,
  );
  const [step, setStep] = useState<Step | null>(null);
  const [looked, setLooked] = useState<AttachmentView | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  /** What the product knows of an item is no reason why it does not apply. */
  const change = (item: string, changed: Partial<Answer>): void => {
    const known = suggestions.find((one) => one.item === item)?.words;
    const isNoReason = changed.choice === NOT_APPLICABLE && answers[item]?.words === known;
    put(item, isNoReason ? { ...changed, words: '' } : changed);
  };
  const saveAndSay = async (): Promise<void> => {
    if ((await save()) !== null) toastsStore.getState().show({ words: (say) => say('forms.saved') });
  };
  const open = async (next: Step): Promise<void> => {
    if ((await save()) !== null) setStep(next);
  };
  const left = content.items.filter(({ id }) => (answers[id]?.choice ?? null) === null).length;
  const silent = unexplained(content.items, (id) => answers[id]);
  const lacks = [
    ['unanswered', left],
    ['unexplained', silent.length],
  ] as const;
  const needsSubject = content.subject !== null && draft.subject.trim() === '';
  const isGathering = useStore(signingStore, (signing) => signing.isGathering);
  /** Whoever is led has all of it before them, where there is no finding: it waits for their signature at once. */
  const finish = async (): Promise<void> => {
    setIsAsked(true);
    if (left > 0 || silent.length > 0 || needsSubject)
      return void requestAnimationFrame(() => showLacking(place.current));
    if (!isGathering || countFound(fill, answers) > 0) return open({ step: 'finish' });
    const saved = await save();
    if (saved === null) return;
    signingStore.getState().put({
      title: t('forms.finishTitle', { name: isEnglish ? content.nameEn : content.name }),
      send: (pin) => bridge.vault['forms.finish']({ fillId: saved.fillId, version: saved.version, pin }),
    });
    toastsStore.getState().show({ words: (say) => say('signing.put') });
  };
  const closeStep = (next?: FormFill): void => {
    if (next !== undefined) onChanged(next);
    setStep(null);
    place.current?.focus();
  };
  const giving = useFormGiving(fill, save);
  return (
    <div ref={place} tabIndex={-1} className={cx('stack4', css.fill)} data-testid="form-fill">
      {fill.replaced && (
        <Note kind="warn" testId="form-replaced">
          <p>{t('forms.replaced')}</p>
          <Button disabled={busy} data-testid="form-renew" onClick={() => void renew()}>
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
          {...of('subject')}
          testId="form-subject"
        />
      )}
      {content.items.map(({ id }, index) => (
        <FillItem
          key={id}
          fill={fill}
          index={index}
          answer={answers[id] ?? NO_ANSWER}
          {...{ suggestions, articles, articlesSource, busy }}
          isLacking={isAsked && (answers[id]?.choice ?? null) === null}
          needsWhy={isAsked && silent.some((one) => one.id === id)}
          onChange={(changed) => change(id, changed)}
          onGroup={(choice) => {
            const group = content.items[index]?.group;
            for (const one of content.items)
              if (one.group === group && (one.options ?? content.options).some(({ id: at }) => at === choice))
                change(one.id, { choice });
          }}
          onLook={setLooked}
          onAttach={() => void open({ step: 'attach', item: id })}
          onRemove={({ attachmentId }) => void detach(attachmentId)}
        />
      ))}
      <TextField
        label={isEnglish ? (content.remarkEn ?? t('forms.remark')) : content.remark}
        inputClass={css.wide}
        maxLength={MAX_REMARK}
        {...of('remark')}
        testId="form-remark"
      />
      <SourceNote {...sourceOf(content.source)} />
      {isGathering && <Declaration of={fill} />}
      <FormActions
        errors={
          <>
            {lacks.map(
              ([what, count]) =>
                isAsked &&
                count > 0 && (
                  <Note key={what} kind="harm" live testId={`form-${what}`}>
                    {t(`forms.${what}Left`, { count })}
                  </Note>
                ),
            )}
            <FailureNote failure={failure ?? giving.failure} />
          </>
        }
      >
        <Actions
          name="form"
          list={[
            {
              testId: 'form-finish',
              words: t('forms.finish'),
              weight: 'main',
              disabled: busy || fill.replaced,
              run: () => void finish(),
            },
            { testId: 'form-save', words: t('forms.save'), disabled: busy, run: () => void saveAndSay() },
            ...giving.actions,
            {
              testId: 'form-discard',
              words: t('forms.discard'),
              weight: 'plainDanger',
              run: () => setStep({ step: 'discard' }),
            },
          ]}
        />
      </FormActions>
      {step !== null && (
        <FillStep step={step} fill={fill} answers={answers} onClose={closeStep} onGone={onGone} />
      )}
      {looked !== null && <AttachmentDialog attachment={looked} onClose={() => setLooked(null)} />}
    </div>
  );
}

const { vault } = bridge;

type Step = { readonly step: 'finish' | 'discard' } | { readonly step: 'attach'; readonly item: string };

interface FillStepProps {
  readonly step: Step;
  readonly fill: FormFill;
  readonly answers: Answers;
  readonly onClose: (fill?: FormFill) => void;
  readonly onGone: () => void;
}

/** A step out of a form that is being filled in: a paper to it, its end by the own PIN, or giving it up. Answers that are a finding. */
const countFound = ({ content }: Pick<FormFill, 'content'>, answers: Answers): number =>
  content.items.filter((item) =>
    (item.options ?? content.options).some(
      ({ id, finding }) => finding === true && id === answers[item.id]?.choice,
    ),
  ).length;

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
  const found = countFound(fill, answers);
  return (
    <Form
      name="form-sign"
      pin="alone"
      gathers
      title={t('forms.finishTitle', { name: i18n.language === 'en' ? content.nameEn : content.name })}
      lead={t('forms.finishLead')}
      yes={t('forms.finishYes')}
      send={({ pin }) => vault['forms.finish']({ ...seen, pin })}
      onDone={onGone}
      onClose={() => onClose()}
      toast={(say) => say('forms.finished')}
    >
      {found > 0 && <Note kind="warn">{t('forms.finishFound', { count: found })}</Note>}
      <Declaration of={fill} />
    </Form>
  );
}

/** What whoever signs declares, where the form has that. */
function Declaration({ of: { content } }: { readonly of: Pick<FormFill, 'content'> }) {
  const { i18n } = useTranslation();
  const { declaration } = content;
  if (declaration === null) return null;
  return (
    <>
      {i18n.language === 'en' && declaration.textEn !== undefined && (
        <p className={cx(css.declaration)}>{declaration.textEn}</p>
      )}
      <blockquote className={cx(css.declaration)} lang="zh-CN">
        {declaration.text}
      </blockquote>
    </>
  );
}
