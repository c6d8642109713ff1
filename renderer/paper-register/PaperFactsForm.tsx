/** What a paper is, where it lay, who keeps it and where: taken in, or put right. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import {
  MAX_PAGES,
  MAX_PAPER_WORDS,
  paperNumber,
  TAKEN_IN_SORTS,
} from '../../contract/paper-register/lists.ts';
import type { PaperFacts, PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { CustodianField } from './CustodianField.tsx';

const { vault } = bridge;

interface PaperFactsFormProps {
  /** Null where it is taken in. */
  readonly paper: PaperView | null;
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

/** As typed. */
interface Draft extends Omit<PaperFacts, 'pages' | 'dueOn' | 'custodian'> {
  readonly pages: string;
  readonly dueOn: string;
  readonly custodian: PaperFacts['custodian'] | null;
}

export function PaperFactsForm({ paper, onClose, onStale }: PaperFactsFormProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const markDirty = useUnsaved();
  const [draft, setDraft] = useState(() => draftOf(paper, signedIn.slotId));
  const [isAsked, setIsAsked] = useState(false);
  const put = (changed: Partial<Draft>): void => {
    markDirty();
    setDraft((before) => ({ ...before, ...changed }));
  };
  const facts = factsOf(draft);
  const text = (fact: 'title' | 'foundAt' | 'place', hint?: string) => (
    <Field label={t(`papers.fields.${fact}`)} hint={hint} className={formCss.grow}>
      {(ids) => (
        <TextInput
          {...ids}
          autoFocus={fact === 'title'}
          required={fact !== 'foundAt'}
          maxLength={MAX_PAPER_WORDS}
          value={draft[fact]}
          data-testid={`paper-${fact}`}
          onChange={(event) => put({ [fact]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <StepForm
      name="paper"
      focus="field"
      title={
        paper === null
          ? t('papers.takeInTitle')
          : t('papers.changeTitle', { number: paperNumber(paper.paperId) })
      }
      {...(paper === null ? { lead: t('papers.takeInLead') } : {})}
      yes={t('papers.save')}
      isReady={() => {
        setIsAsked(true);
        return facts !== null;
      }}
      send={() => sendFacts(paper, facts)}
      onClose={onClose}
      onStale={onStale}
    >
      <div className={formCss.line}>
        <Field label={t('papers.fields.sort')}>
          {(ids) => (
            <Select
              ids={ids}
              value={draft.sort}
              choices={TAKEN_IN_SORTS.map((value) => ({ value, words: t(`papers.sorts.${value}`) }))}
              testId="paper-sort"
              onChoose={(sort) => put({ sort })}
            />
          )}
        </Field>
        {text('title', t('papers.titleHint'))}
        <Field
          label={t('papers.fields.pages')}
          problem={isAsked && pagesOf(draft.pages) === undefined ? t('papers.badPages') : null}
        >
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              maxLength={6}
              value={draft.pages}
              data-testid="paper-pages"
              onChange={(event) => put({ pages: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <div className={formCss.line}>
        {text('foundAt')}
        {text('place', t('papers.placeHint'))}
      </div>
      <div className={formCss.line}>
        <CustodianField value={draft.custodian} onChoose={(custodian) => put({ custodian })} />
        <Field
          label={t('papers.fields.dueOn')}
          problem={isAsked && dayOf(draft.dueOn) === undefined ? t('day.none') : null}
        >
          {(ids) => (
            <DayInput
              ids={ids}
              text={draft.dueOn}
              testId="paper-dueOn"
              onChange={(dueOn) => put({ dueOn })}
            />
          )}
        </Field>
      </div>
    </StepForm>
  );
}

const sendFacts = (paper: PaperView | null, facts: PaperFacts | null) => {
  if (facts === null) throw new RangeError('asked before it is ready');
  return paper === null
    ? vault['papers.takeIn']({ paper: facts })
    : vault['papers.change']({ paperId: paper.paperId, version: paper.version, paper: facts });
};

const draftOf = (paper: PaperView | null, own: PaperFacts['custodian']): Draft =>
  paper === null
    ? { sort: 'booklet', title: '', pages: '', foundAt: '', custodian: own, place: '', dueOn: '' }
    : {
        sort: paper.sort,
        title: paper.title,
        pages: String(paper.pages ?? ''),
        foundAt: paper.foundAt,
        custodian: paper.custodian.slotId,
        place: paper.place,
        dueOn: paper.dueOn ?? '',
      };

/** Null while something is missing or cannot be understood. */
function factsOf(draft: Draft): PaperFacts | null {
  const pages = pagesOf(draft.pages);
  const dueOn = dayOf(draft.dueOn);
  const { custodian } = draft;
  if (pages === undefined || dueOn === undefined || custodian === null) return null;
  return { ...draft, title: draft.title.trim(), pages, dueOn, custodian };
}

/** Null where nothing is typed, undefined where it is no number of pages. */
function pagesOf(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  const pages = /^\d+$/.test(typed) ? Number(typed) : 0;
  return pages >= 1 && pages <= MAX_PAGES ? pages : undefined;
}

/** Null where nothing is typed, undefined where it is no day. */
const dayOf = (text: string): string | null | undefined =>
  text.trim() === '' ? null : (dayFrom(text) ?? undefined);
