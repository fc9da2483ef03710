import { expose } from 'comlink';
import { createLearnService } from './learn/session/service.ts';
import { proveAlive } from './life.ts';

proveAlive();
expose(createLearnService());
