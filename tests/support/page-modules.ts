/** What a test of the page draws and reaches into, bundled for it by `bundle-page.ts`. */
export { createRoot } from 'react-dom/client';
export { App } from '../../renderer/app.tsx';
export { scopeStore } from '../../renderer/limit-override/stores.ts';
export { i18n, initI18n } from '../../renderer/messages/i18n.ts';
export { deskStore } from '../../renderer/pages/stores.ts';
export { undoOfRecord } from '../../renderer/records/undo-record.ts';
export { disclosureAlert } from '../../renderer/disclosures/disclosure-alert.ts';
export { appStore } from '../../renderer/stores.ts';
export { beginTask } from '../../renderer/tasks/begin-task.ts';
export { taskStore } from '../../renderer/tasks/stores.ts';
export { toastsStore } from '../../renderer/ui/toasts.ts';
