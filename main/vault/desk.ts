/** All that an unlocked desk can do, in a module of its own: it is loaded behind the lock screen, which does not wait for it. */
import type { RouteReply, RouteRequest, VaultEvent } from '../../contract/routes.ts';
import type { VaultEventName } from '../../contract/route-names.ts';
import { createImportDesk } from './intake/import-desk.ts';
import type { ImportDesk } from './intake/import-desk.ts';
import { listLog, verifyLog } from './oversight/log-page.ts';
import { addPerson, editPerson } from './people/edit.ts';
import { openFull } from './people/open-full.ts';
import { openPerson } from './people/open-person.ts';
import { reveal } from './people/reveal.ts';
import { kindsOf, searchPeople } from './people/search.ts';
import { verify } from './people/verify.ts';
import type { Session } from './session/session.ts';

export interface DeskDependencies {
  readonly emit: (event: VaultEventName, payload: unknown) => void;
  readonly onLongWork: (running: boolean) => void;
}

export interface Desk {
  readonly search: (session: Session, request: RouteRequest<'people.search'>) => Promise<RouteReply<'people.search'>>;
  readonly openPerson: typeof openPerson;
  readonly reveal: typeof reveal;
  readonly openFull: typeof openFull;
  readonly verify: typeof verify;
  readonly addPerson: typeof addPerson;
  readonly editPerson: typeof editPerson;
  readonly imports: ImportDesk;
  readonly listLog: typeof listLog;
  readonly verifyLog: typeof verifyLog;
}

export function createDesk({ emit, onLongWork }: DeskDependencies): Desk {
  const onProgress = (progress: VaultEvent<'import.progress'>): void => emit('import.progress', progress);
  return {
    search, openPerson, reveal, openFull, verify, addPerson, editPerson, listLog, verifyLog,
    imports: createImportDesk({ onProgress, onLongWork }),
  };
}

async function search(session: Session, { text, only }: RouteRequest<'people.search'>): Promise<RouteReply<'people.search'>> {
  const reply = await searchPeople(session.store, session.policy.masks, text, only);
  // Read a second time only where nothing was found, which alone asks for it.
  if (text.trim() !== '') session.searchLog.searched(reply, reply.groups.length > 0 ? [] : kindsOf(session.policy.masks, text, only));
  return reply;
}
