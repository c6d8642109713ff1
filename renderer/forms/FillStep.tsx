/** A step out of a form that is being filled in: a paper to it, its end by the own PIN, or giving it up. */
import { useTranslation } from '../messages/translate.ts';
import type { FormFill } from '../../contract/forms/routes.ts';
import type { Result } from '../../contract/result.ts';
import { AttachForm } from '../attachments/AttachForm.tsx';
import { bridge } from '../bridge.ts';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { titleOf } from './form-words.ts';
import css from './forms.module.css';
import type { Answers } from './use-fill.ts';

const { vault } = bridge;

export type Step =
  | { readonly step: 'finish' | 'discard' }
  | { readonly step: 'attach'; readonly item: string };

interface FillStepProps {
  readonly step: Step;
  readonly fill: FormFill;
  readonly answers: Answers;
  readonly onClose: (fill?: FormFill) => void;
  readonly onGone: () => void;
}

/** Answers that are a finding. */
export const countFound = ({ content }: Pick<FormFill, 'content'>, answers: Answers): number =>
  content.items.filter((item) =>
    (item.options ?? content.options).some(
      ({ id, finding }) => finding === true && id === answers[item.id]?.choice,
    ),
  ).length;

export function FillStep({ step, fill, answers, onClose, onGone }: FillStepProps) {
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
export function Declaration({ of: { content } }: { readonly of: Pick<FormFill, 'content'> }) {
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
