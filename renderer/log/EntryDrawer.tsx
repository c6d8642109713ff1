/** One entry of the log in full words. */
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { askAccessHistory } from '../page-intents/ask-access-history.ts';
import { formatSecond } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { detailWords } from './detail-words.ts';
import type { OwnReasonWords } from '../reasons/reason-words.ts';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { fieldWords, reasonWords } from './entry-words.ts';
import { OUTCOME_TONES } from './log-rows.ts';
import { logStore } from './stores.ts';

export function EntryDrawer() {
  const { entries, more, opened, open, step } = useStore(logStore);
  const { t } = useTranslation();
  const at = entries.findIndex(({ seq }) => seq === opened);
  const entry = entries[at];
  if (entry === undefined) return null;
  return (
    <Drawer
      title={t('log.entry.title', { seq: entry.seq })}
      testId="log-drawer"
      onClose={() => open(null)}
      onStep={step}
      steps={{ name: 'log-entry', isFirst: at === 0, isLast: at === entries.length - 1 && !more }}
      foot={entry.personId !== null && entry.personMask !== null && <OfResident entry={entry} />}
    >
      <EntryFacts entry={entry} />
    </Drawer>
  );
}

function EntryFacts({ entry }: { readonly entry: LogEntryView }) {
  const { t } = useTranslation();
  const own = useOwnReasonWords();
  return (
    <Facts layout="rows" testId="log-facts">
      {factsOf(t, own, entry).map(([name, words]) => (
        <Fact key={name} name={name}>
          {words}
        </Fact>
      ))}
      <Fact name={t('log.columns.outcome')}>
        <Badge tone={OUTCOME_TONES[entry.outcome]}>{t(`logOutcomes.${entry.outcome}`)}</Badge>
      </Fact>
    </Facts>
  );
}

/** Returns the facts of an entry as pairs of name and words, null or empty where it has none. */
function factsOf(
  t: Translate,
  own: OwnReasonWords,
  entry: LogEntryView,
): readonly (readonly [string, string | null])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    [t('log.columns.time'), formatSecond(entry.time)],
    [t('log.columns.who'), entry.staffName],
    [t('log.entry.cosigner'), entry.cosignerName],
    [t('log.columns.action'), t(`logActions.${entry.action}`)],
    [t('log.columns.person'), entry.personMask],
    [t('log.columns.field'), fieldWords(t, entry.field)],
    [t('log.entry.detail'), detailWords(t, entry)],
    [t('log.columns.reason'), reasonWords(t, own, entry.reason)],
    [t('log.entry.ticket'), entry.ticket],
    [t('log.entry.signature'), entry.signed ? t('log.entry.signed') : t('log.entry.unsigned')],
  ];
  return facts.filter(([, words]) => words !== null && words !== '');
}

/** Ways from an entry to others of the same resident. */
function OfResident({ entry: { personId, personMask } }: { readonly entry: LogEntryView }) {
  const { t } = useTranslation();
  const { resident, narrowTo } = useStore(logStore);
  if (personId === null || personMask === null) return null;
  return (
    <>
      {resident?.personId !== personId && (
        <Button data-testid="log-only-resident" onClick={() => void narrowTo({ personId, mask: personMask })}>
          {t('log.entry.onlyResident')}
        </Button>
      )}
      <Button data-testid="log-access-history" onClick={() => askAccessHistory({ by: 'person', personId })}>
        {t('accessHistory.title')}
      </Button>
    </>
  );
}
