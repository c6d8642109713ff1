/** Names of the key custody routes, without schemas, for the preload. */

/** Every key custody route; `routes.ts` does not compile unless it defines each. */
export const CUSTODY_ROUTES = [
  'keys.due',
  'keys.list',
  'keys.checkStoreKey',
  'keys.rotateStoreKey',
  'keys.rotateDeviceSecret',
  'keys.rotateTierKeys',
  'keys.beginSheet',
  'keys.finishSheet',
  'keys.cancel',
  'theft.read',
  'theft.begin',
  'theft.shutOut',
  'theft.end',
] as const;
