/** What was typed into a form and not sent when the desk was locked. */
import type { PersonId } from '../../../contract/ids.ts';
import { defineFeature } from '../feature.ts';
import { sql } from '../store/sql.ts';
import type { KeptDrafts } from '../session/kept-drafts.ts';
import type { Session } from '../session/session.ts';

/** A deleted or merged person takes what was typed about them along, the next minute at the latest. */
async function dropOfNobody(session: Session, drafts: KeptDrafts): Promise<void> {
  const gone = new Set<PersonId>();
  for (const personId of new Set(drafts.people()))
    if ((await session.store.get(sql`SELECT 1 FROM person WHERE id = ${personId}`)) === undefined)
      gone.add(personId);
  drafts.dropWhere((personId) => gone.has(personId));
}

export const draftsFeature = defineFeature(({ drafts }) => ({
  everyMinute: (session) => dropOfNobody(session, drafts).catch(() => undefined),
  handlers: {
    'drafts.keep': async (session, { written, personId }) => drafts.keep(session, written, personId),
    'drafts.read': async (session) => {
      await dropOfNobody(session, drafts);
      return { drafts: [...drafts.read()] };
    },
    'drafts.drop': async (_session, place) => drafts.drop(place),
  },
}));
