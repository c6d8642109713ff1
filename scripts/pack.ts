/** `npm run pack`: the Linux folder, with every fuse set. */
import { packApp } from './pack/pack-app.ts';
import { say } from './setup/say.mjs';

const packed = await packApp({ drivable: false });
say(`${packed.isRelease ? 'packed' : 'packed, NOT FOR REAL DATA and not a release:'} ${packed.dir}`);
