/** The only part of Hone that may ask another server; its file has a policy of its own (`public/_headers`). */
import { expose } from 'comlink';
import { createFetchModelService } from './fetch-model/service.ts';
import { proveAlive } from './life.ts';

proveAlive();
expose(createFetchModelService());
