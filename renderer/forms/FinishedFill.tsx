/** A form that was finished, by the edition that was answered: read, printed, never changed. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { ArticleView, FormFill, OpenedForm } from '../../contract/forms/routes.ts';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { formatMoment } from '../messages/format.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { Evidence } from './Evidence.tsx';
import { said } from './form-words.ts';
import css from './forms.module.css';
import { ItemHead } from './ItemHead.tsx';
import { useFormGiving } from './use-form-giving.ts';

interface FinishedFillProps {
  readonly fill: FormFill;
  readonly articles: readonly ArticleView[];
  readonly articlesSource: OpenedForm['articlesSource'];
}

export function FinishedFill({ fill, articles, articlesSource }: FinishedFillProps) {
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
