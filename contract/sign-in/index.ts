/** The manifest of sign in. */
import { defineContract } from '../manifest.ts';
import { sessionActions } from './log.ts';
import { signInRoutes } from './routes.ts';

export const signInContract = defineContract({ routes: signInRoutes, actions: sessionActions });
