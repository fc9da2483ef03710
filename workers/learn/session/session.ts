/**
 * One project inside the learning worker: folds events, keeps the model at the optimum of the
 * standing answers, rescores the pool after each, and publishes what to ask next.
 */
import type { HoneEvent } from '../../../src/domain/events.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { CheckpointId, EventId, ItemId, ProjectId } from '../../../src/domain/records.ts';
import { applyEvents, foldEvents, type ProjectState } from '../../../src/domain/state.ts';
import { encoders } from '../../../src/modalities/encoders.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { LearnerStatus, Question } from '../../api.ts';
import type { Engine } from '../engine/engine.ts';
import { createLearner, type Learner } from '../learner.ts';
import { openChosenEngine } from './backends.ts';
import { type EncodedProject, ensureEncoded } from './encoding.ts';
import { collectLabels, type RowLabels } from './labels.ts';
import { measureAudit, extendCurve } from './quality.ts';
import { proposeFor, summariseAnswers } from './proposals.ts';
import { planQuestions } from './questions.ts';
import { coldStartOrder } from './cold-start.ts';
import { type LiveModel, persistModel, readLive } from './persistence.ts';

