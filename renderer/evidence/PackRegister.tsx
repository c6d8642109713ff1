/** The packs that were made: when, by whom, how long, with what missing, and the hash by which each is known. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { EVIDENCE_STATES } from '../../contract/evidence/lists.ts';
import type { PackView } from '../../contract/evidence/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { evidenceStore } from './stores.ts';

/** Digits of a hash that are shown: enough to tell files apart, and to compare by eye. */
const SHOWN = 12;

export function PackRegister() {
  const { t } = useTranslation();
  const register = useStore(evidenceStore, ({ packs }) => packs);
  if (register === null) return null;
  const { packs, more } = register;
  return (
    <section aria-labelledby="packs-title">
      <h2 id="packs-title">{t('evidence.packs')}</h2>
      {packs.length === 0 ? (
        <p className="quiet" data-testid="packs-none">
          {t('evidence.noPacks')}
        </p>
      ) : (
        <RegisterTable label={t('evidence.packs')} listing={PACKS} rows={packs} />
      )}
      {more && <p className="quiet">{t('evidence.morePacks')}</p>}
    </section>
  );
}

const PACKS: Listing<PackView> = {
  idOf: ({ packId }) => packId,
  marksOf: ({ outcome, states }) => ({
    'data-testid': 'pack-row',
    'data-outcome': outcome,
    'data-missing': String(states.missing),
  }),
  columns: (t) => [
    { id: 'at', header: t('evidence.packColumns.at'), narrow: true, cell: ({ at }) => formatMoment(at) },
    { id: 'who', header: t('evidence.packColumns.who'), second: true, cell: ({ staffName }) => staffName },
    { id: 'pages', header: t('evidence.packColumns.pages'), number: true, cell: ({ pages }) => pages },
    {
      id: 'states',
      header: t('evidence.packColumns.states'),
      narrow: true,
      second: true,
      cell: ({ states }) => EVIDENCE_STATES.map((state) => states[state]).join(' / '),
    },
    {
      id: 'hash',
      header: t('evidence.packColumns.hash'),
      narrow: true,
      cell: ({ sha256, outcome }) =>
        outcome === 'done' ? (
          <code>{sha256.slice(0, SHOWN)}</code>
        ) : (
          <Badge tone="harm">{t('evidence.notWritten')}</Badge>
        ),
    },
  ],
};
