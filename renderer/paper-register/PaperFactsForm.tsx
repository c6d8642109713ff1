/** Form for a paper that is taken in or corrected: its sort, where it lay, who keeps it and where. */
import { useTranslation } from '../messages/translate.ts';
import {
  MAX_PAGES,
  MAX_PAPER_WORDS,
  TAKEN_IN_SORTS,
  paperNumber,
} from '../../contract/paper-register/lists.ts';
import type { PaperFacts, PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
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

export function PaperFactsForm({ paper, ...form }: PaperFactsFormProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { draft, of } = useDraft(() => draftOf(paper, signedIn.slotId, t('papers.usualPlace')));
  const fact = <Name extends keyof Draft>(name: Name) => ({
    ...of(name),
    label: t(`papers.fields.${name as keyof Draft}`),
  });
  const text = { grow: true, maxLength: MAX_PAPER_WORDS };
  return (
    <Form
      {...form}
      about={`facts ${paper?.paperId ?? ''}`}
      name="paper"
      focus="field"
      title={
        paper === null ? t('papers.takeIn') : t('papers.changeTitle', { number: paperNumber(paper.paperId) })
      }
      lead={paper === null ? t('papers.takeInLead') : undefined}
      yes={t('common.save')}
      send={() => sendFacts(paper, factsOf(draft))}
    >
      <FieldLine>
        <SelectField
          {...fact('sort')}
          choices={choicesOf(TAKEN_IN_SORTS, (sort) => t(`papers.sorts.${sort}`))}
        />
        <TextField
          {...fact('pages')}
          inputMode="numeric"
          maxLength={6}
          validate={(typed) => (pagesOf(typed) === undefined ? t('papers.badPages') : null)}
        />
      </FieldLine>
      <TextField {...fact('title')} {...text} hint={t('papers.titleHint')} autoFocus required />
      <FieldLine>
        <TextField {...fact('foundAt')} {...text} />
        <TextField {...fact('place')} {...text} hint={t('papers.placeHint')} required />
      </FieldLine>
      <FieldLine>
        <CustodianField {...of('custodian')} />
        <DayField {...fact('dueOn')} />
      </FieldLine>
    </Form>
  );
}

const sendFacts = (paper: PaperView | null, facts: PaperFacts | null) => {
  if (facts === null) return null;
  return paper === null
    ? vault['papers.takeIn']({ paper: facts })
    : vault['papers.change']({ paperId: paper.paperId, version: paper.version, paper: facts });
};

const draftOf = (paper: PaperView | null, own: PaperFacts['custodian'], foundAt: string): Draft =>
  paper === null
    ? { sort: 'booklet', title: '', pages: '', foundAt, custodian: own, place: '', dueOn: '' }
    : {
        sort: paper.sort,
        title: paper.title,
        pages: String(paper.pages ?? ''),
        foundAt: paper.foundAt,
        custodian: paper.custodian.slotId,
        place: paper.place,
        dueOn: paper.dueOn ?? '',
      };

/** Null while nobody keeps it. */
function factsOf({ custodian, ...draft }: Draft): PaperFacts | null {
  const pages = pagesOf(draft.pages) ?? null;
  return custodian === null
    ? null
    : { ...draft, custodian, title: draft.title.trim(), pages, dueOn: dayFrom(draft.dueOn) };
}

/** Null where nothing is typed, undefined where it is no number of pages. */
function pagesOf(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return null;
  const pages = /^\d+$/.test(typed) ? Number(typed) : 0;
  return pages >= 1 && pages <= MAX_PAGES ? pages : undefined;
}
