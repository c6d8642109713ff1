/** State of the guided evening beside the duties: derived from the data, so that a step that is undone is open again. */
import type { EveningFacts } from '../../../contract/evidence/findings.ts';
import { countOpen } from '../../../contract/evidence/lists.ts';
import type { DutyEvidence } from '../../../contract/evidence/routes.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { HOLDER_QUERIES, idChoiceOf } from '../id-number-rules/decision.ts';
import { allChains } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import { listPacks } from './list-packs.ts';

/** Days after which a pack is made anew. */
const PACK_DAYS = 183;
const DAY_MS = 86_400_000;

interface Row {
  readonly people: number;
  readonly items: number;
  readonly imports: number;
  readonly disposed: number;
}

/** `standing`: with each duty. Errors: those of the store and of `idChoiceOf`. */
export async function readEvening(
  session: Session,
  standing: readonly DutyEvidence[],
): Promise<EveningFacts> {
  // When leftover files were last found to be in order: an original of before is none any more.
  const swept = standing.find(({ duty }) => duty === 'leftover-files');
  const sweptAt = swept?.state === 'there' ? swept.at : null;
  const row = await session.store.get<Row>(
    allChains(sql`
    SELECT EXISTS (SELECT 1 FROM person) AS people,
      (SELECT count(*) FROM rectification WHERE state = 'open') AS items,
      (SELECT count(*) FROM import_run WHERE undone_at IS NULL AND at > ${sweptAt ?? 0}) AS imports,
      (SELECT count(*) FROM $log WHERE action = 'import-dispose' AND outcome = 'done' AND time > ${sweptAt ?? 0}) AS disposed`),
  );
  const { packs } = await listPacks(session);
  const last = packs.find(({ outcome }) => outcome === 'done');
  const { missing, facts } = await readCompany(session.store);
  const isWhole =
    missing.length === 0 &&
    last !== undefined &&
    countOpen(last.states) === 0 &&
    last.at > session.clock.now() - PACK_DAYS * DAY_MS;
  const choice = await idChoiceOf(session, session.store);
  return {
    isCompanyStated: missing.length === 0,
    hasResidents: row?.people === 1,
    itemsOpen: row?.items ?? 0,
    originalsLeft: Math.max(0, (row?.imports ?? 0) - (row?.disposed ?? 0)),
    pack: !isWhole ? 'missing' : last.states.explained > 0 ? 'explained' : 'there',
    idNumbers: {
      choice,
      holders: await countOf(session.store, HOLDER_QUERIES.count),
      without: await countOf(session.store, HOLDER_QUERIES.countWithout(choice)),
    },
    officers: { information: facts.informationOfficer, network: facts.networkOfficer },
  };
}
