/** The names of the routes of custody, for the preload, which has no use for schemas. */

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
