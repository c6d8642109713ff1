/** One file that left the house in full, with what may become of it. */
import { useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { DisclosureView } from '../../contract/disclosures/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { openIncidentFrom } from '../page-intents/incident-store.ts';
import { bridge } from '../bridge.ts';
import { dueWords } from '../messages/due-words.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { aboutWords, hashWords, isOut, recipientWords } from './about-words.ts';

interface DisclosureDrawerProps {
  readonly of: InList<DisclosureView>;
  readonly onAct: (step: 'recall' | 'end') => void;
}

export function DisclosureDrawer({ of, onAct }: DisclosureDrawerProps) {
  const { t } = useTranslation();
  const disclosure = of.row;
  const note = useNote(disclosure.disclosureId);
  return (
    <ListDrawer
      of={of}
      name="disclosure"
      title={`${disclosureNumber(disclosure.disclosureId)} · ${t(`disclosures.kinds.${disclosure.kind}`)}`}
      hasSteps
      facts={factsOf(t, disclosure)}

      foot={
        isOut(disclosure) && (
          <>
            {disclosure.state === 'recalled' ? (
              <Button disabled={note.isBusy} data-testid="disclosure-note" onClick={() => void note.write()}>
                {t('disclosures.note')}
              </Button>
            ) : (
              <Button data-testid="disclosure-recall" onClick={() => onAct('recall')}>
                {t('disclosures.recall')}
              </Button>
            )}
            <Button data-testid="disclosure-end" onClick={() => onAct('end')}>
              {t('disclosures.end')}
            </Button>
            <Button
              weight="plainDanger"
              data-testid="disclosure-incident"
              onClick={() => openIncidentFrom({ origin: 'file', disclosureId: disclosure.disclosureId })}
            >
              {t('incidents.from')}
            </Button>
          </>
        )
      }
    >
      <FailureNote failure={note.failure} />
    </ListDrawer>
  );
}

/** The letter of a recall, written where somebody says. */
function useNote(disclosureId: number) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (): Promise<void> => {
    setIsBusy(true);
    const picked = await bridge.shell.pickFile({ use: 'disclosure', of: 'recall-note' });
    const file = picked.ok ? picked.value.file : null;
    const reply =
      file === null ? null : await bridge.vault['disclosures.note']({ fileId: file.fileId, disclosureId });
    setIsBusy(false);
    setFailure(picked.ok ? (reply?.ok === false ? reply.error : null) : picked.error);
    if (reply?.ok === true && file !== null)
      toastsStore.getState().show({ words: (say) => say('disclosures.noted', { file: file.fileName }) });
  };
  return { isBusy, failure, write };
}

/** Returns the known facts of a disclosure as pairs of name and words, and nothing for those that are unknown. */
function factsOf(t: Translate, one: DisclosureView): readonly (readonly [string, string])[] {
  const { made, recalledAt, ended } = one;
  const time = formatMoment(made.at);
  return [
    [t('disclosures.facts.kind'), t(`disclosures.kinds.${one.kind}`)],
    [t('disclosures.facts.format'), t(`disclosures.formats.${one.format}`)],
    [t('disclosures.columns.about'), aboutWords(t, one)],
    [t('disclosures.columns.recipient'), recipientWords(t, one)],
    [t('disclosures.facts.officer'), one.officer],
    [t('disclosures.facts.document'), one.document],
    [t('disclosures.facts.purpose'), one.purpose],
    [
      t('disclosures.facts.made'),
      made.with === null
        ? t('disclosures.facts.by', { time, name: made.by })
        : t('disclosures.facts.byBoth', { time, name: made.by, other: made.with }),
    ],
    [t('disclosures.facts.due'), isOut(one) ? dueWords(t, one) : (one.dueOn ?? '')],
    [t('disclosures.facts.recalled'), recalledAt === null ? '' : formatMoment(recalledAt)],
    [
      t('disclosures.facts.ended'),
      ended === null
        ? ''
        : `${t('disclosures.facts.by', { time: formatMoment(ended.at), name: ended.by })} ${t(`disclosures.ends.${ended.how}`)}`,
    ],
    [t('disclosures.facts.sha256'), hashWords(one.sha256)],
  ];
}
