/** Backends as a person reads them, for the screens: they do not reach into the workers. */
export { BACKEND_NAMES } from '../../workers/backend-names.ts';
