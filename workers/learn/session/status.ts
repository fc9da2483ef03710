import type { ProjectId } from '../../../src/domain/records.ts';
import type { LearnerStatus } from '../../api.ts';

export function blankStatus(projectId: ProjectId): LearnerStatus {
  return {
    projectId,
    phase: 'opening',
    progress: 0,
    message: null,
    backend: null,
    adapter: '',
    learnedUpTo: null,
    checkpoint: null,
    trainedOn: 0,
    queue: [],
    poolSize: 0,
    curve: [],
    change: null,
    learnMs: null,
    scoring: null,
    memory: null,
    network: null,
  };
}
