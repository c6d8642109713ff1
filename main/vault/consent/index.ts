/** Notice and consent: what is missing as a work list, what the counter enters, what was posted, and what an inspector is shown of it. */
import type { ConsentSummary } from '../../../contract/consent/routes.ts';
import { isOffered } from '../../../contract/fields.ts';
import { createPaperTray, defineFeature } from '../feature.ts';
import { untilChanged } from '../session/until-changed.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { evidenceOrMissing, partsOrNamed } from '../law/without-file.ts';
import { consentEvidence } from './evidence.ts';
import { consentBlocks } from './pack.ts';
import { readNoticeVersion, readRules } from './consent-rules.ts';
import { findChildren, readLastLook } from './find-children.ts';
import { giveForm } from './give-form.ts';
import { countMissing, listMissing } from './missing.ts';
import { post, readAreas, readPostings, takeDown } from './postings.ts';
import { listPublished, setVersion } from './set-version.ts';
import { type Entered, takeBack, tell, withdraw } from './tell.ts';

/** Duties that notice and consent answer. */
const DUTIES = ['notice-and-consent'] as const;

export const consentFeature = defineFeature(({ pickedFiles, place }) => {
  const tray = createPaperTray();
  const entered: Entered = new Map();
  const counts = untilChanged(countMissing);
  const summary = async (session: Session): Promise<ConsentSummary> => {
    const notice = await readNoticeVersion(session.store);
    return {
      notice:
        notice === null
          ? null
          : { version: notice.version, since: notice.at, by: nameOfStaff(session, notice.by) },
      ...(await counts(session)),
      postings: await readPostings(session),
      children: await readLastLook(session),
    };
  };
  /** What is switched off is asked of nobody new. */
  const rulesOfTaken = async (session: Session) => {
    const rules = await readRules(session);
    const { switchedOn } = session.policy;
    return { ...rules, sensitive: rules.sensitive.filter(({ field }) => isOffered(field, switchedOn)) };
  };
  return {
    paper: tray.take,
    onSignedIn: () => entered.clear(),
    handlers: {
      'consent.rules': readRules,
      'consent.tell': (session, request) => tell(session, request, entered),
      'consent.takeBack': (session, request) => takeBack(session, request, entered),
      'consent.withdraw': withdraw,
      'consent.form': (session, request) => giveForm(session, request, { pickedFiles, place, tray }),
      'consent.summary': summary,
      'consent.missing': listMissing,
      'consent.areas': readAreas,
      'consent.published': listPublished,
      'consent.setVersion': async (session, request) => {
        await setVersion(session, request);
        return summary(session);
      },
      'consent.post': async (session, request) => {
        await post(session, request);
        return summary(session);
      },
      'consent.takeDown': async (session, request) => {
        await takeDown(session, request);
        return summary(session);
      },
      'consent.findChildren': async (session, request) => {
        const rows = await findChildren(session, request);
        return { summary: await summary(session), rows: [...rows] };
      },
    },
    evidence: (session) =>
      evidenceOrMissing(DUTIES, async () => [consentEvidence(await summary(session), session.clock.now())]),
    packParts: (session) =>
      partsOrNamed(DUTIES, async () => [
        {
          duty: 'notice-and-consent',
          blocks: consentBlocks(await summary(session), await rulesOfTaken(session)),
        },
      ]),
  };
});
