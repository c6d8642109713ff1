/** Whether everything is tried, as by `npm run test:full`, or what `npm test` tries of it. */
export const isFullRun = process.env['RV_FULL'] === '1';
