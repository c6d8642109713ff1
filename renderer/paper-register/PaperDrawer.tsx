/** One paper in full, with what may become of it. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { Role } from '../../contract/fields.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperView } from '../../contract/paper-register/routes.ts';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Actions } from '../ui/Actions.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { dueWords } from '../messages/due-words.ts';
import type { PaperStep } from './PaperStepForm.tsx';
import { bridge } from '../bridge.ts';
import { useGiving } from '../pages/use-giving.ts';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/Note.tsx';

/** Action that a paper may be opened for. */
export type PaperAct = PaperStep | 'change' | 'attach';

interface PaperDrawerProps {
  readonly of: InList<PaperView>;
  readonly onAct: (act: PaperAct) => void;
  readonly onLook: (photo: AttachmentView) => void;
  readonly onRemove: (photo: AttachmentView) => void;
}

export function PaperDrawer({ of, onAct, onLook, onRemove }: PaperDrawerProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const paper = of.row;
  return (
    <ListDrawer
      of={of}
      name="paper"
      title={`${paperNumber(paper.paperId)} · ${paper.title}`}
      hasSteps
      facts={factsOf(t, paper)}

      foot={
        <>
          <Actions
            name="paper"
            list={actsOf(paper, signedIn.role).map((act) => ({
              testId: `paper-${act}`,
              words: t(`papers.${act}`),
              weight: act === 'destroy' || act === 'lose' ? 'plainDanger' : 'normal',
              run: () => onAct(act),
            }))}
          />
          {paper.state === 'destroyed' && signedIn.role !== 'receptionist' && (
            <DestructionRecord paperId={paper.paperId} />
          )}
        </>
      }
    >
      {paper.photos.length > 0 && (
        <section aria-label={t('papers.photos')}>
          <h3>{t('papers.photos')}</h3>
          <AttachmentList
            attachments={paper.photos}
            onLook={onLook}
            {...(signedIn.role === 'receptionist' || paper.state !== 'kept' ? {} : { onRemove })}
          />
        </section>
      )}
    </ListDrawer>
  );
}

/** A receptionist ends what they keep; where a paper is and how long is for who answers for the register. */
function actsOf({ state, sort, dueOn }: PaperView, role: Role): readonly PaperAct[] {
  if (state === 'destroyed') return [];
  if (state === 'lost') return role === 'receptionist' ? [] : ['found'];
  if (role === 'receptionist') return ['destroy', 'lose'];
  return [
    ...(dueOn === null ? [] : (['giveBack'] as const)),
    'extend',
    ...(sort === 'print' ? [] : (['change', 'attach'] as const)),
    'destroy',
    'lose',
  ];
}

/** Returns the known facts of a paper as pairs of name and words; null words where one is unknown. */
function factsOf(t: Translate, paper: PaperView): readonly (readonly [string, string | null])[] {
  const { sort, pages, foundAt, custodian, place, state, takenIn, counted, ended } = paper;
  return [
    [t('papers.columns.sort'), t(`papers.sorts.${sort}`)],
    [t('papers.facts.pages'), pages === null ? null : String(pages)],
    [t('papers.facts.foundAt'), foundAt],
    [
      t('papers.columns.custodian'),
      custodian.slotId === null ? `${custodian.name}${t('papers.left')}` : custodian.name,
    ],
    [t('papers.columns.place'), place],
    [t('papers.columns.due'), state === 'kept' ? dueWords(t, paper) : null],
    [t('papers.facts.takenIn'), t('papers.facts.by', { time: formatMoment(takenIn.at), name: takenIn.by })],
    [
      t('papers.columns.counted'),
      counted === null
        ? t('papers.facts.never')
        : t(`papers.facts.${counted.there ? 'there' : 'missing'}`, { time: formatMoment(counted.at) }),
    ],
    [t(`papers.facts.${state === 'lost' ? 'lost' : 'destroyed'}`), endedWords(t, ended)],
  ];
}

function endedWords(t: Translate, ended: PaperView['ended']): string | null {
  if (ended === null) return null;
  const { at, by, how, witness } = ended;
  return how === null
    ? t('papers.facts.by', { time: formatMoment(at), name: by })
    : t('papers.facts.destroyedBy', {
        time: formatMoment(at),
        name: by,
        how: t(`papers.ways.${how}`),
        witness: witness ?? '',
      });
}

/** The record of a paper's destruction: to the printer, or to a file. */
function DestructionRecord({ paperId }: Pick<PaperView, 'paperId'>) {
  const { t } = useTranslation();
  const { busy, failure, print, save } = useGiving();
  const ask = bridge.vault['papers.record'];
  return (
    <>
      <Button disabled={busy} data-testid="paper-record" onClick={() => void print(() => ask({ paperId }))}>
        {t('papers.record')}
      </Button>
      <Button
        disabled={busy}
        data-testid="paper-record-file"
        onClick={() => void save('destruction', (fileId) => ask({ paperId, fileId }))}
      >
        {t('papers.recordFile')}
      </Button>
      <FailureNote failure={failure} />
    </>
  );
}
