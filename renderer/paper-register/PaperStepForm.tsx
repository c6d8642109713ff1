/** Form for a step of a paper: kept longer, back, destroyed, lost, found. */
import { useTranslation } from '../messages/translate.ts';
import { DESTROYED_BY, paperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { assertNever } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { CustodianField } from './CustodianField.tsx';
import { PlaceField } from './PlaceField.tsx';

const { vault } = bridge;

/** Something that becomes of a paper. */
export type PaperStep = 'extend' | 'giveBack' | 'destroy' | 'lose' | 'found';

interface PaperStepFormProps {
  readonly paper: PaperView;
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

export function PaperStepForm({ step, ...form }: PaperStepFormProps & { readonly step: PaperStep }) {
  switch (step) {
    case 'extend':
      return <ExtendForm {...form} />;
    case 'giveBack':
    case 'found':
      return <KeptAgainForm step={step} {...form} />;
    case 'destroy':
      return <DestroyForm {...form} />;
    case 'lose':
      return <LoseForm {...form} />;
    default:
      return assertNever(step);
  }
}

const seenOf = ({ paperId, version }: PaperView) => ({ paperId, version });

function ExtendForm({ paper, ...form }: PaperStepFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ until: '', words: '' });
  return (
    <Form
      {...form}
      name="paper"
      title={t('papers.extendTitle', { number: paperNumber(paper.paperId) })}
      lead={paper.dueOn === null ? t('papers.extendLeadNone') : t('papers.extendLead', { day: paper.dueOn })}
      yes={t('papers.extend')}
      pin="last"
      send={({ pin }) =>
        vault['papers.extend']({
          ...seenOf(paper),
          dueOn: dayTyped(draft.until),
          words: draft.words.trim(),
          pin,
        })
      }
    >
      <FieldLine>
        <DayField
          {...of('until')}
          label={t('papers.extendTo')}
          required
          validate={(day) => (paper.dueOn === null || day > paper.dueOn ? null : t('day.none'))}
        />
        <WordsField {...of('words')} label={t('papers.extendWhy')} grow />
      </FieldLine>
    </Form>
  );
}

/** Back from wherever it was, or found where nobody looked for it. */
function KeptAgainForm({
  step,
  paper,
  ...form
}: PaperStepFormProps & { readonly step: 'giveBack' | 'found' }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ custodian: paper.custodian.slotId, place: paper.place });
  const { custodian, place } = draft;
  const route = step === 'giveBack' ? 'papers.giveBack' : 'papers.find';
  return (
    <Form
      {...form}
      name="paper"
      title={t(`papers.${step}Title`, { number: paperNumber(paper.paperId) })}
      lead={t(`papers.${step}Lead`)}
      yes={t(`papers.${step}Yes`)}
      ready={custodian !== null}
      send={() =>
        custodian === null ? null : vault[route]({ ...seenOf(paper), custodian, place: place.trim() })
      }
    >
      <FieldLine>
        <CustodianField {...of('custodian')} />
        <PlaceField {...of('place')} label={t('papers.columns.place')} />
      </FieldLine>
    </Form>
  );
}

function DestroyForm({ paper, ...form }: PaperStepFormProps) {
  const { t } = useTranslation();
  const { people, signedIn } = useDesk();
  const { draft, of } = useDraft<{ how: (typeof DESTROYED_BY)[number] }>({ how: 'shredded' });
  const number = paperNumber(paper.paperId);
  const own = people.find(({ slotId }) => slotId === signedIn.slotId)?.displayName;
  const others = people.filter(
    ({ slotId, displayName, role }) =>
      slotId !== signedIn.slotId &&
      displayName !== own &&
      (signedIn.role !== 'receptionist' || role !== 'receptionist'),
  );
  return (
    <Form
      {...form}
      name="paper"
      isDanger
      title={t('papers.destroyTitle', { number, title: paper.title })}
      gathers={false}
      lead={t('papers.destroyLead')}
      yes={t('papers.destroyYes', { number })}
      pin="last"
      send={({ pin, second }) =>
        vault['papers.destroy']({ ...seenOf(paper), how: draft.how, pin, witness: second })
      }
    >
      <FieldLine>
        <SelectField
          {...of('how')}
          label={t('papers.destroyHow')}
          choices={choicesOf(DESTROYED_BY, (how) => t(`papers.ways.${how}`))}
        />
        <ProofFields
          people={others}
          testId="paper-witness"
          words={{ who: t('papers.witness'), pin: t('papers.witnessPin'), choose: t('papers.witnessChoose') }}
        />
      </FieldLine>
    </Form>
  );
}

function LoseForm({ paper, ...form }: PaperStepFormProps) {
  const { t } = useTranslation();
  const number = paperNumber(paper.paperId);
  return (
    <WordsForm
      {...form}
      name="paper"
      isDanger
      title={t('papers.loseTitle', { number })}
      lead={t('papers.loseLead')}
      words={t('papers.loseWords')}
      yes={t('papers.loseTitle', { number })}
      send={(said) => vault['papers.lose']({ ...seenOf(paper), ...said })}
    />
  );
}
