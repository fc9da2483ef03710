import { expose } from 'comlink';
import { createClassroomService } from './classroom/service.ts';
import { proveAlive } from './life.ts';

proveAlive();
expose(createClassroomService());
