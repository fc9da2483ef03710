import { expose } from 'comlink';
import { createBrowseService } from './browse/service.ts';
import { proveAlive } from './life.ts';

proveAlive();
expose(createBrowseService());
