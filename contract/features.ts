/** What each feature of the contract brings: its routes, the details of what it writes into the log, and whose signature that needs. Those of the log itself and of who has seen what, which read all of them, are added after. */
import type { DetailSchemas } from './log/parts.ts';
import type { SigningRules } from './log/signing.ts';
import type { Routes } from './route.ts';
import { activityRoutes } from './activity/routes.ts';
import { attachmentDetails, attachmentSigning, attachmentsRoutes } from './attachments/routes.ts';
import { backupDetails, backupSigning } from './backup/log.ts';
import { backupRoutes } from './backup/routes.ts';
import { canariesDetails, canariesSigning } from './canaries/log.ts';
import { canariesRoutes } from './canaries/routes.ts';
import { consentDetails, consentSigning } from './consent/log.ts';
import { consentRoutes } from './consent/routes.ts';
import { formDetails, formSigning } from './forms/log.ts';
import { formsRoutes } from './forms/routes.ts';
import { fileDisposalDetails, fileDisposalSigning } from './file-disposal/log.ts';
import { fileDisposalRoutes } from './file-disposal/routes.ts';
import { disclosureDetails, disclosureSigning } from './disclosures/log.ts';
import { disclosuresRoutes } from './disclosures/routes.ts';
import { evidenceDetails, evidenceSigning } from './evidence/log.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { keyDetails, keySigning } from './key-management/log.ts';
import { keyManagementRoutes } from './key-management/routes.ts';
import { erasureDetails, erasureSigning } from './erasure/log.ts';
import {
  computerChecksDetails,
  computerChecksRoutes,
  computerChecksSigning,
} from './computer-checks/routes.ts';
import { firstDayRoutes } from './first-day/routes.ts';
import { estateTransferDetails, estateTransferSigning } from './estate-transfer/log.ts';
import { estateTransferRoutes } from './estate-transfer/routes.ts';
import { importDetails, importSigning } from './import/log.ts';
import { importRoutes } from './import/routes.ts';
import { inventoryDetails, inventorySigning } from './inventory/log.ts';
import { inventoryRoutes } from './inventory/routes.ts';
import { incidentDetails, incidentSigning } from './incidents/log.ts';
import { incidentsRoutes } from './incidents/routes.ts';
import { inspectionDetails, inspectionSigning } from './inspection/log.ts';
import { inspectionRoutes } from './inspection/routes.ts';
import { limitsDetails, limitsSigning } from './limits/log.ts';
import { limitsRoutes } from './limits/routes.ts';
import { logExportDetails, logExportSigning } from './log-export/log.ts';
import { logExportRoutes } from './log-export/routes.ts';
import { otherSystemsDetails, otherSystemsRoutes, otherSystemsSigning } from './other-systems/routes.ts';
import { paperDetails, paperSigning } from './paper-register/log.ts';
import { paperRoutes } from './paper-register/routes.ts';
import { policyDetails, policySigning } from './policy/log.ts';
import { policyRoutes } from './policy/routes.ts';
import { printDetails, printSigning } from './print/log.ts';
import { printRoutes } from './print/routes.ts';
import { rectificationDetails, rectificationSigning } from './rectification/log.ts';
import { procedureDetails, procedureSigning } from './procedures/log.ts';
import { proceduresRoutes } from './procedures/routes.ts';
import { rectificationRoutes } from './rectification/routes.ts';
import { reasonsDetails, reasonsSigning } from './reasons/log.ts';
import { reasonsRoutes } from './reasons/routes.ts';
import { recordsRoutes } from './records/routes.ts';
import { recoveryRoutes } from './recovery/routes.ts';
import { requestDetails, requestSigning } from './requests/log.ts';
import { requestsRoutes } from './requests/routes.ts';
import { residentDetails, residentSigning } from './people/log.ts';
import { peopleRoutes } from './people/routes.ts';
import { retentionDetails, retentionSigning } from './retention/log.ts';
import { retentionRoutes } from './retention/routes.ts';
import { scopeDetails, scopeSigning } from './scope/log.ts';
import { scopeRoutes } from './scope/routes.ts';
import { secondLogDetails, secondLogRoutes, secondLogSigning } from './second-log/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { sessionDetails, sessionSigning } from './sign-in/log.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { staffDetails, staffSigning } from './staff/log.ts';
import { staffRoutes } from './staff/routes.ts';
import { sweepDetails, sweepSigning } from './sweep/log.ts';
import { sweepRoutes } from './sweep/routes.ts';
import { taskDetails, taskSigning } from './tasks/log.ts';
import { tasksRoutes } from './tasks/routes.ts';
import { traceDetails, traceSigning } from './trace/log.ts';
import { trainingDetails, trainingRoutes, trainingSigning } from './training/routes.ts';
import { walkRoundDetails, walkRoundSigning } from './walk-round/log.ts';
import { walkRoundRoutes } from './walk-round/routes.ts';
import { accessHistoryDetails, accessHistorySigning } from './access-history/log.ts';

/** Routes of every feature, by name. */
export const FEATURE_ROUTES = {
  ...signInRoutes,
  ...recoveryRoutes,
  ...searchRoutes,
  ...peopleRoutes,
  ...recordsRoutes,
  ...importRoutes,
  ...tasksRoutes,
  ...policyRoutes,
  ...staffRoutes,
  ...keyManagementRoutes,
  ...backupRoutes,
  ...otherSystemsRoutes,
  ...inventoryRoutes,
  ...consentRoutes,
  ...secondLogRoutes,
  ...inspectionRoutes,
  ...limitsRoutes,
  ...activityRoutes,
  ...reasonsRoutes,
  ...logExportRoutes,
  ...canariesRoutes,
  ...paperRoutes,
  ...printRoutes,
  ...disclosuresRoutes,
  ...firstDayRoutes,
  ...evidenceRoutes,
  ...scopeRoutes,
  ...fileDisposalRoutes,
  ...sweepRoutes,
  ...retentionRoutes,
  ...estateTransferRoutes,
  ...computerChecksRoutes,
  ...trainingRoutes,
  ...proceduresRoutes,
  ...requestsRoutes,
  ...incidentsRoutes,
  ...attachmentsRoutes,
  ...rectificationRoutes,
  ...formsRoutes,
  ...walkRoundRoutes,
} as const satisfies Routes;

/** Schemas of the details of every feature's log entries, by action. */
export const FEATURE_DETAILS = {
  ...sessionDetails,
  ...residentDetails,
  ...taskDetails,
  ...importDetails,
  ...policyDetails,
  ...staffDetails,
  ...keyDetails,
  ...backupDetails,
  ...otherSystemsDetails,
  ...inventoryDetails,
  ...consentDetails,
  ...secondLogDetails,
  ...inspectionDetails,
  ...limitsDetails,
  ...accessHistoryDetails,
  ...traceDetails,
  ...reasonsDetails,
  ...logExportDetails,
  ...canariesDetails,
  ...paperDetails,
  ...scopeDetails,
  ...fileDisposalDetails,
  ...sweepDetails,
  ...computerChecksDetails,
  ...trainingDetails,
  ...walkRoundDetails,
  ...printDetails,
  ...disclosureDetails,
  ...attachmentDetails,
  ...rectificationDetails,
  ...erasureDetails,
  ...retentionDetails,
  ...estateTransferDetails,
  ...procedureDetails,
  ...requestDetails,
  ...incidentDetails,
  ...evidenceDetails,
  ...formDetails,
} satisfies DetailSchemas;

/** Whose signature an entry of every feature's actions needs. */
export const FEATURE_SIGNING = {
  ...sessionSigning,
  ...residentSigning,
  ...taskSigning,
  ...importSigning,
  ...policySigning,
  ...staffSigning,
  ...keySigning,
  ...backupSigning,
  ...otherSystemsSigning,
  ...inventorySigning,
  ...consentSigning,
  ...secondLogSigning,
  ...inspectionSigning,
  ...limitsSigning,
  ...accessHistorySigning,
  ...traceSigning,
  ...reasonsSigning,
  ...logExportSigning,
  ...canariesSigning,
  ...paperSigning,
  ...scopeSigning,
  ...fileDisposalSigning,
  ...sweepSigning,
  ...computerChecksSigning,
  ...trainingSigning,
  ...walkRoundSigning,
  ...printSigning,
  ...disclosureSigning,
  ...attachmentSigning,
  ...rectificationSigning,
  ...erasureSigning,
  ...retentionSigning,
  ...estateTransferSigning,
  ...procedureSigning,
  ...requestSigning,
  ...incidentSigning,
  ...evidenceSigning,
  ...formSigning,
} as const satisfies SigningRules<typeof FEATURE_DETAILS>;
