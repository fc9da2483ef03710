import { expose } from 'comlink';
import { createImportService } from './import/service.ts';
import { proveAlive } from './life.ts';

proveAlive();
expose(createImportService());
