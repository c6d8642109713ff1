/** State of the guided evening beside the duties: derived from the data, so that a step that is undone is open again. */
import type { EveningFacts } from '../../../contract/evidence/findings.ts';
import { readCompany } from '../company-facts/read-company.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { listPacks } from './list-packs.ts';

interface Row {
  readonly people: number;
  readonly items: number;
  readonly imports: number;
  readonly disposed: number;
}

/** `sweptAt`: when leftover files were last found to be in order; null where they are not. Errors: those of the store. */
export async function readEvening(session: Session, sweptAt: number | null): Promise<EveningFacts> {
  const row = await session.store.get<Row>(sql`
    SELECT EXISTS (SELECT 1 FROM person) AS people,
      (SELECT count(*) FROM rectification WHERE state = 'open') AS items,
      (SELECT count(*) FROM import_run WHERE undone_at IS NULL AND at > ${sweptAt ?? 0}) AS imports,
      (SELECT count(*) FROM log_entry WHERE action = 'import-dispose' AND outcome = 'done' AND time > ${sweptAt ?? 0}) AS disposed`);
  const { packs } = await listPacks(session);
  const last = packs.find(({ outcome }) => outcome === 'done');
  const { missing } = await readCompany(session.store);
  return {
    isCompanyStated: missing.length === 0,
    hasResidents: row?.people === 1,
    itemsOpen: row?.items ?? 0,
    originalsLeft: Math.max(0, (row?.imports ?? 0) - (row?.disposed ?? 0)),
    hasWholePack: last?.states.missing === 0,
  };
}
