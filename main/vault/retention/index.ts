/** Retention: rules that an admin confirms, people and records whose time is over, holds, deletion with its certificate. */
import { dayOf } from '../clock.ts';
import type { ErasedPerson, ErasureWatcher } from '../erasure/erase-people.ts';
import { giveCertificate } from '../erasure/give-certificate.ts';
import { createPaperTray, defineFeature, longWorkOf } from '../feature.ts';
import type { RunningWork } from '../long-work/long-work.ts';
import { REPORT_EVERY } from '../long-work/progress.ts';
import { cutoffsDue, cutoffsRestricted } from '../retention-rules/purpose.ts';
import { readRules } from '../retention-rules/rules.ts';
import type { VaultEvent } from '../../../contract/events.ts';
import { destroyBackups, eraseDue, eraseIds, eraseRecords, lookAgain } from './erase-due.ts';
import { endHold, hold, openRestricted, setRules } from './keep-rules.ts';
import { retentionPack } from './pack.ts';
import { readPage, readReturnedPage } from './read-due.ts';
import { readRetention } from './read-retention.ts';
import { endRecall, recall } from './recall.ts';
import { sql } from '../store/sql.ts';
import { readDue, retentionEvidence } from './evidence.ts';

const leads = {
  hold: (id: number) => sql`SELECT person_id AS personId, NULL AS roomId FROM hold WHERE id = ${id}`,
};

/** The feature. Masks of whom was deleted last are here until the lock, for the certificate, and in no store. */
export const retentionFeature = defineFeature((context) => {
  const work = longWorkOf(context, 'retention.progress');
  const tray = createPaperTray();
  const named = new Map<number, readonly ErasedPerson[]>();
  const around = { pickedFiles: context.pickedFiles, place: context.place, tray };
  return {
    leads,
    handlers: {
      'retention.read': readRetention,
      'retention.due': readDue,
      'retention.list': async (session, { of, after }) => {
        if (of === 'returned') return readReturnedPage(session, after);
        const chosen = await readRules(session, session.store);
        if (chosen === null) return { people: [], next: null };
        const cutoffs = of === 'due' ? cutoffsDue : cutoffsRestricted;
        return readPage(session, chosen.rules, cutoffs(chosen.rules, dayOf(session.clock.now())), after);
      },
      'retention.setRules': setRules,
      'retention.hold': hold,
      'retention.endHold': endHold,
      'retention.open': openRestricted,
      'retention.recall': recall,
      'retention.endRecall': endRecall,
      'retention.erase': (session, request) =>
        work.run(async (running) => {
          const erasure = await eraseDue(session, request, watcherOf(running));
          named.set(erasure.erasureId, erasure.named);
          const { erasureId, people, held } = erasure;
          return { view: await readRetention(session), erasureId, people, held: held.length };
        }),
      'retention.eraseRecords': (session, request) =>
        work.run(async (running) => {
          const count = await eraseRecords(session, request, watcherOf(running));
          return { view: await readRetention(session), count };
        }),
      'retention.eraseIds': (session, request) =>
        work.run(async (running) => {
          const { named: masks, ...removal } = await eraseIds(session, request, watcherOf(running));
          named.set(removal.erasureId, masks);
          context.drafts.dropAll();
          return removal;
        }),
      'retention.cancel': async () => work.cancel(),
      'retention.check': (session, request) =>
        work.run((running) => lookAgain(session, request, watcherOf(running))),
      'retention.destroyBackups': destroyBackups,
      'retention.certificate': async (session, { erasureId, fileId }) => {
        const { pages } = await giveCertificate(
          session,
          { erasureId, fileId, named: named.get(erasureId) ?? [] },
          around,
        ).finally(() => context.pickedFiles.forget('pdf'));
        return { pages };
      },
    },
    paper: (kind) => tray.take(kind),
    evidence: async (session) => [await retentionEvidence(session)],
    packParts: async (session) => [{ duty: 'retention', blocks: await retentionPack(session) }],
  };
});

function watcherOf({ tell, signal }: RunningWork<VaultEvent<'retention.progress'>>): ErasureWatcher {
  let toldAt = -REPORT_EVERY;
  return {
    onDone: (done, total) => tell({ phase: 'deleting', done, total, secondsLeft: null }),
    // A slice of the search takes milliseconds.
    onSearched: (done, total) => {
      if (performance.now() - toldAt < REPORT_EVERY) return;
      toldAt = performance.now();
      tell({ phase: 'searching', done, total, secondsLeft: null });
    },
    signal,
  };
}
