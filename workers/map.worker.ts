import { expose } from 'comlink';
import { proveAlive } from './life.ts';
import { createMapService } from './map/service.ts';

proveAlive();
expose(createMapService());
