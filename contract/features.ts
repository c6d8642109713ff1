/**
 * Joins the manifests of the features, one line each; nothing else in the contract lists them. Those that read the entries of all of them are joined by
 * readers.ts.
 */
export { accessHistoryLog } from './access-history/log.ts';
export { activityContract } from './activity/index.ts';
export { attachmentsContract } from './attachments/index.ts';
export { backupContract } from './backup/index.ts';
export { canariesContract } from './canaries/index.ts';
export { computerChecksContract } from './computer-checks/index.ts';
export { consentContract } from './consent/index.ts';
export { disclosuresContract } from './disclosures/index.ts';
export { erasureContract } from './erasure/index.ts';
export { estateTransferContract } from './estate-transfer/index.ts';
export { evidenceLog } from './evidence/log.ts';
export { fileDisposalContract } from './file-disposal/index.ts';
export { firstDayContract } from './first-day/index.ts';
export { formsContract } from './forms/index.ts';
export { importContract } from './import/index.ts';
export { incidentsContract } from './incidents/index.ts';
export { inspectionContract } from './inspection/index.ts';
export { inventoryContract } from './inventory/index.ts';
export { keyManagementContract } from './key-management/index.ts';
export { limitsContract } from './limits/index.ts';
export { logExportContract } from './log-export/index.ts';
export { logLog } from './log/reading.ts';
export { otherSystemsContract } from './other-systems/index.ts';
export { paperRegisterContract } from './paper-register/index.ts';
export { peopleContract } from './people/index.ts';
export { policyContract } from './policy/index.ts';
export { printContract } from './print/index.ts';
export { proceduresContract } from './procedures/index.ts';
export { reasonsContract } from './reasons/index.ts';
export { recordsContract } from './records/index.ts';
export { recoveryContract } from './recovery/index.ts';
export { rectificationContract } from './rectification/index.ts';
export { requestsContract } from './requests/index.ts';
export { retentionContract } from './retention/index.ts';
export { scopeContract } from './scope/index.ts';
export { searchContract } from './search/index.ts';
export { secondLogContract } from './second-log/index.ts';
export { signInContract } from './sign-in/index.ts';
export { staffContract } from './staff/index.ts';
export { sweepContract } from './sweep/index.ts';
export { tasksContract } from './tasks/index.ts';
export { traceLog } from './trace/log.ts';
export { trainingContract } from './training/index.ts';
export { walkRoundContract } from './walk-round/index.ts';
