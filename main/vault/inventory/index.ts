/** The inventory of fields and the number of people: read, changed by an admin, given out on paper, and shown as evidence. */
import type { InventoryItemId } from '../../../contract/inventory/lists.ts';
import type { InventoryView } from '../../../contract/inventory/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { giveDocument } from '../give-document.ts';
import { evidenceOrMissing, partsOrNamed } from '../law/without-file.ts';
import { type VaultContext, createPaperTray, defineFeature } from '../feature.ts';
import type { PdfDocument } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { changeLine } from './change-line.ts';
import { inventoryBlocks, peopleBlocks } from './pack.ts';
import { openFindings } from './open-findings.ts';
import { createInventory } from './read-inventory.ts';
import { inventoryEvidence } from './evidence.ts';
import { done } from '../log/done.ts';
import { documentFacts, officialDocument } from '../company-facts/official-document.ts';

/** Duties that the inventory answers. */
const DUTIES = ['inventory', 'number-of-people'] as const;

export const inventoryFeature = defineFeature(({ pickedFiles, place }: VaultContext) => {
  const { read, due } = createInventory();
  const tray = createPaperTray();
  const known = new Set<InventoryItemId>();
  return {
    paper: tray.take,
    everyMinute: async (session) => {
      if (session.readOnly || session.alarms.length > 0 || session.inspection !== null) return;
      // What cannot be written is in the bell all the same, and tried again the next minute.
      await due(session)
        .then((view) => openFindings(session, view, known))
        .catch(() => undefined);
    },
    handlers: {
      'inventory.read': read,
      'inventory.due': async (session) => {
        const { findings, limits } = await due(session);
        return {
          findings: findings.length,
          limit: limits.findLast(({ state }) => state !== 'below') ?? null,
        };
      },
      'inventory.change': async (session, request) => {
        await changeLine(session, request);
        return read(session);
      },
      'inventory.give': async (session, { fileId }: RouteRequest<'inventory.give'>) => {
        const document = await documentOf(session, await read(session), place);
        const { pages } = await giveDocument(
          session,
          {
            document,
            fileId,
            entryOf: ({ to, pages: count, sha256 }) => done('inventory-print', { to, pages: count, sha256 }),
          },
          { pickedFiles, tray },
        );
        return { pages };
      },
    },
    evidence: (session) => evidenceOrMissing(DUTIES, async () => inventoryEvidence(await read(session))),
    packParts: (session) =>
      partsOrNamed(DUTIES, async () => {
        const view = await read(session);
        return [
          { duty: 'inventory', blocks: inventoryBlocks(view) },
          { duty: 'number-of-people', blocks: peopleBlocks(view) },
        ];
      }),
  };
});

const documentOf = async (
  session: Session,
  view: InventoryView,
  place: VaultContext['place'],
): Promise<PdfDocument> =>
  officialDocument(await documentFacts(session, place), '个人信息清单', [
    { kind: 'heading', level: 1, text: '个人信息清单' },
    ...peopleBlocks(view),
    ...inventoryBlocks(view),
  ]);
