/** Updates of the program in the tests that go over every feature. */
import type { FileId } from '../../../contract/ids.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { testUpdate } from '../update-folder.ts';

const FOLDER = 'd5'.repeat(16) as FileId;

// --- the walk over the routes

async function look(walk: Walk): Promise<RouteReply<'updates.look'>> {
  walk.desk.vault.offerFile(FOLDER, testUpdate(), 'folder');
  return walk.ask('updates.look', { folderId: FOLDER });
}

export const visits: VisitsOf<'updates'> = {
  'updates.look': look,
  'updates.take': async (walk) => {
    const { offer } = await look(walk);
    return walk.ask('updates.take', { folderId: FOLDER, offer, pin: walk.pin });
  },
};
