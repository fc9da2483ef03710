/**
 * One project inside the learning worker: folds events, keeps the model at the optimum of the
 * standing answers, rescores the pool after each, and publishes what to ask next.
 */
import type { HoneEvent } from '../../../src/domain/events.ts';
import { withStrengths } from '../../../src/domain/explanation/strengths.ts';
import type { TeachingTerms } from '../../../src/domain/explanation/to-terms.ts';
import { herdOf } from '../../../src/domain/query/herd.ts';
import type { QueryVectors } from '../../../src/domain/query/strategy.ts';
import type {
  CheckpointId,
  CheckpointMetrics,
  ItemContent,
  ItemId,
} from '../../../src/domain/records.ts';
import { applyEvents, type ProjectState } from '../../../src/domain/state.ts';
import { AS_IT_SAYS, type CalibrationMap } from '../../../src/domain/trust/calibration/map.ts';
import type { Encoder, EncodeTools, Features } from '../../../src/modalities/contract.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import type { BackendId, LearnerStatus, Proposal } from '../../api.ts';
import type { Engine } from '../engine/engine.ts';
import { createLearner, type Learner } from '../learner.ts';
import { type DoubtedAnswers, NO_DOUBTS, refreshDoubts } from './asked-again.ts';
import { openChosenEngine, sayLost } from './backends.ts';
import { describeChange } from './change.ts';
import { type ChosenEncoder, chooseEncoder } from './choose-encoder.ts';
import { customTerms, extendEncoded } from './custom-features.ts';
import { createDuels, type DuelSource, watchesItself } from './duels.ts';
import { type EncodedProject, outsideOf } from './encoding/encoded-project.ts';
import { createGroupWork, type GroupWork } from './group-work.ts';
import { type ReadInputs, type TryInputs, toolsOf } from './inputs.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { collectLabels, type RowLabels } from './labels.ts';
import { newestCheckpoint, restoreLive } from './live-model.ts';
import { memoryOf } from './memory.ts';
import { nextQuestions } from './next-questions.ts';
import { noteOn, openParts, type SessionOptions, type SessionParts } from './open-parts.ts';
import { rowsById } from './persistence.ts';
import { admitPartsOf, withDecided, withDoubtful } from './pool/admit.ts';
import { scoringOf } from './pool/scoring.ts';
import { type AnswerSummary, proposeFor, summariseAnswers } from './proposals.ts';
import { extendCurve, measureAudit } from './quality.ts';
import { strategyOf } from './strategy-of.ts';
import { type MeasuredStrengths, strengthsAt, UNMEASURED } from './strengths.ts';
import { inEventOrder, type Taught, teach, termsOf } from './teaching.ts';
import { calibrationFor } from './trust-session.ts';
import { vectorsFor } from './vectors-for.ts';

/** A duel takes a few milliseconds, and the next answer may come at any time. */
const DUELS_AT_ONCE = 2;

export class LearnSession {
  /** Contents with their files read, as the encoder and the explainer take them. */
  readonly inputs: ReadInputs;
  /** With a column for each word that a person named and the encoder did not know. */
  encoded: EncodedProject;
  rowOf: ReadonlyMap<ItemId, number>;
  /** Of the items as the encoder sees them, in few dimensions. */
  vectors: QueryVectors = { dims: 0, values: new Float32Array(0) };
  state: ProjectState;
  status: LearnerStatus;
  engine: Engine;
  labels: RowLabels;
  learner: Learner;
  /** What feedback has made of the priors and rows that the learner took last. */
  taught: Taught;
  /** How strongly each gesture counts in it. */
  measured: MeasuredStrengths = UNMEASURED;
  readonly duels = createDuels();
  /** Makes probabilities hold: fitted on the audit answers whenever the person pauses. */
  calibration: CalibrationMap = AS_IT_SAYS;
  /** For the strategies that ask again; empty for all others. */
  doubts: DoubtedAnswers = NO_DOUBTS;
  /** Training labels behind the newest checkpoint: the next automatic one counts from here. */
  labelsAtCheckpoint = 0;
  private answers: AnswerSummary;
  private plain: EncodedProject;
  readonly tryRead: TryInputs;
  private chosen: ChosenEncoder;
  private readonly settingsKey: string;
  private custom: readonly string[] = [];
  private readonly lost: string[] = [];
  private readonly keeper: Keeper;
  readonly groups: GroupWork;

  private constructor(
    private readonly options: SessionOptions,
    parts: SessionParts,
  ) {
    this.state = parts.state;
    this.status = parts.status;
    this.chosen = parts.chosen;
    this.inputs = parts.inputs;
    this.tryRead = parts.tryRead;
    this.plain = parts.encoded;
    this.settingsKey = this.keyOf(parts.state);
    this.encoded = parts.encoded;
    this.engine = parts.engine;
    this.rowOf = rowsById(parts.encoded.ids);
    this.labels = this.readLabels();
    this.learner = this.createLearner();
    this.taught = { terms: { priors: [], rows: [] }, priors: [], rows: [] };
    this.answers = this.summarise();
    this.keeper = createKeeper(options.storage, this);
    this.groups = createGroupWork(options.storage);
  }

  /** Rejects when the project is not on this device. */
  static async open(options: SessionOptions): Promise<LearnSession> {
    const { storage } = options;
    const session = new LearnSession(options, await openParts(options));
    session.vectors = await vectorsFor(session);
    if (await session.nameFeatures(session.readTerms())) session.replaceLearner();
    await restoreLive(storage, session);
    const newest = await newestCheckpoint(storage, session);
    session.labelsAtCheckpoint = newest?.labels ?? 0;
    session.status = { ...session.status, checkpoint: newest?.id ?? null };
    await session.relearn([]);
    return session;
  }

  get encoder(): Encoder<unknown, unknown> {
    return this.chosen.encoder;
  }

  get explainer(): Explainer<unknown, unknown> {
    return this.chosen.explainer;
  }

  /** Features of contents that need not be in the project. */
  async encode(contents: readonly ItemContent[]): Promise<Features> {
    const read = await this.inputs(contents);
    return this.encoder.encode(this.encoded.encoderState, read, this.tools());
  }

  /** The model's answer for one row of such probabilities, calibrated. */
  propose(probabilities: Float32Array, row: number): Proposal {
    const { labels, state, calibration } = this;
    const { mode } = state.project;
    return proposeFor({ probabilities, row, classIds: labels.classIds, mode, calibration });
  }

  tools(): EncodeTools {
    return toolsOf(this.engine);
  }

  /** True when the settings now ask for other features than these: open the project anew. */
  isStale(): boolean {
    return this.keyOf(this.state) !== this.settingsKey;
  }

  private keyOf({ project: { settings } }: ProjectState): string {
    return `${settings.encoder ?? ''} ${this.encoder.settingsKey?.(settings) ?? ''}`;
  }

  async learn(events: readonly HoneEvent[]): Promise<LearnerStatus> {
    this.state = applyEvents(this.state, events);
    await this.takeRows(
      await withDecided(admitPartsOf(this.options.storage, this), this.plain, this),
    );
    await this.relearn(events);
    return this.status;
  }

  /** These become rows instead of those that the model doubted before; where a sample stands for the items. */
  async admitDoubtful(ids: readonly ItemId[]): Promise<void> {
    const { change, learnMs } = this.status;
    const { state, rowOf } = this;
    await this.takeRows(
      await withDoubtful(admitPartsOf(this.options.storage, this), this.plain, {
        state,
        rowOf,
        ids,
      }),
    );
    await this.relearn([]);
    this.publish({ change, learnMs }); // What the person's last answer did still stands.
  }

  /** Work that belongs between answers: hyper-parameters, telling the other tabs, the cache. */
  async settle(): Promise<void> {
    await this.learner.idle();
    this.calibrate();
    this.measureStrengths(this.labels.training.length + 1);
    if (watchesItself(this.state)) {
      herdOf(this.vectors); // Once per pool, and kept: the answer that needs it first need not wait.
      this.duels.fight(this.duelSource(), DUELS_AT_ONCE);
    }
    if (strategyOf(this.state.project.settings).asksAgain)
      this.doubts = refreshDoubts(this.doubts, this.duelSource());
    await this.keeper.pause();
  }

  /** Same model, other arithmetic: `lost` is the backend whose device is gone; null = a person chose another. */
  async changeEngine(lost: BackendId | null): Promise<void> {
    if (lost) this.lost.push(lost);
    const snapshot = this.learner.snapshot();
    this.learner.dispose();
    this.engine.dispose();
    this.engine = await openChosenEngine(this.options.storage, this.lost);
    this.chosen.dispose(); // A network lies on the backend it was read into.
    this.chosen = await chooseEncoder(this.options.storage, this.state.project);
    this.learner = this.createLearner();
    this.learner.restore(snapshot);
    await this.relearn([]);
    const said = [lost && sayLost(lost, this.engine.id), noteOn(this.chosen, this.encoded)];
    this.publish({ message: said.filter(Boolean).join(' ') || null });
  }

  noteCheckpoint(checkpoint: CheckpointId): void {
    this.labelsAtCheckpoint = this.labels.training.length;
    this.publish({ checkpoint });
  }

  async close(): Promise<void> {
    await this.keeper.close();
    this.learner.dispose();
    this.chosen.dispose();
    this.engine.dispose();
  }

  private async relearn(events: readonly HoneEvent[]): Promise<void> {
    const started = performance.now();
    const before = this.answers;
    const known = this.labels.classIds;
    this.labels = await this.groups.apply(this, this.readLabels());
    const isSameClasses = known.join() === this.labels.classIds.join();
    const qualityBefore = isSameClasses ? this.measure().accuracy : null;
    const terms = this.readTerms();
    const isNamed = await this.nameFeatures(terms);
    if (!isSameClasses || isNamed) this.replaceLearner();
    this.measured = await this.measureStrengths(this.labels.training.length);
    this.taught = await this.teach(withStrengths(terms, this.measured.strengths));
    this.learner.setPriors(this.taught.priors);
    await this.learner.learn(inEventOrder(this.labels.training, this.taught.rows));
    this.answers = this.summarise();
    this.keeper.touch();
    if (events.length === 0) this.calibrate();
    const metrics = this.measure();
    const change = isSameClasses
      ? describeChange({
          events,
          before,
          after: this.answers,
          rows: this.labels.candidates,
          ids: this.encoded.ids,
          qualityBefore,
          qualityAfter: metrics.accuracy,
        })
      : null;
    this.publish({ ...this.describe(metrics), change, learnMs: performance.now() - started });
  }

  private calibrate(): void {
    this.calibration = calibrationFor(this);
  }

  private describe(metrics: CheckpointMetrics): Partial<LearnerStatus> {
    const { labels, state, engine } = this;
    return {
      phase: 'ready',
      backend: engine.id,
      adapter: engine.adapter,
      learnedUpTo: state.lastEventId,
      trainedOn: labels.training.length,
      queue: nextQuestions(this),
      poolSize: labels.candidates.length + outsideOf(this.encoded),
      scoring: scoringOf(this.encoded, this.status.scoring),
      memory: memoryOf(this),
      curve: extendCurve(this.status.curve, metrics, labels.training.length),
    };
  }

  publish(patch: Partial<LearnerStatus>): void {
    this.status = { ...this.status, ...patch };
    this.options.publish(this.status);
  }

  private readLabels(): RowLabels {
    const { state, rowOf, encoded } = this;
    return collectLabels({ state, rowOf, ...encoded });
  }

  private teach(terms: TeachingTerms): Promise<Taught> {
    return teach({ ...this.teachParts(), terms });
  }

  private measureStrengths(count: number): Promise<MeasuredStrengths> {
    const { state, labels } = this;
    return strengthsAt({ ...this.teachParts(), state, labels }, count);
  }

  /** What the duels between chosen and random answers are fought over. */
  duelSource(): DuelSource {
    const { learner, encoded, labels, state } = this;
    const { training, audit } = labels;
    return { learner, features: encoded.features, mode: state.project.mode, training, audit };
  }

  private teachParts() {
    const { learner, explainer, rowOf } = this;
    const { features, encoderState } = this.encoded;
    const encode = this.encode.bind(this);
    return { learner, encode, encoderState, explainer, features, rowOf };
  }

  private readTerms(): TeachingTerms {
    return termsOf(this.state, this.labels.classIds, this.labels.heldOut);
  }

  /** Gives words that feedback names and the encoder does not know a column; true if any changed. */
  private async nameFeatures({ priors }: TeachingTerms): Promise<boolean> {
    const { storage, projectId } = this.options;
    const names = customTerms(priors, this.explainer, this.plain.encoderState);
    if (names.join('\n') === this.custom.join('\n')) return false;
    this.custom = names;
    const { encoder, plain } = this;
    this.encoded = await extendEncoded({ storage, projectId, encoder, plain, names });
    return true;
  }

  /** Other rows under the same columns; the model stays as it is. */
  private async takeRows(plain: EncodedProject): Promise<void> {
    if (plain === this.plain) return;
    const { storage, projectId } = this.options;
    const { encoder, custom: names } = this;
    const snapshot = this.learner.snapshot();
    this.plain = plain;
    this.rowOf = rowsById(plain.ids);
    this.encoded = await extendEncoded({ storage, projectId, encoder, plain, names });
    this.labels = this.readLabels();
    this.replaceLearner();
    this.learner.restore(snapshot);
    await this.learner.rescore();
    this.answers = this.summarise();
    this.vectors = await vectorsFor(this);
  }

  private replaceLearner(): void {
    this.learner.dispose();
    this.learner = this.createLearner();
  }

  private measure(): CheckpointMetrics {
    const { labels, learner, state } = this;
    return measureAudit({
      audit: labels.audit,
      probabilities: learner.probabilities,
      classIds: labels.classIds,
      mode: state.project.mode,
    });
  }

  private summarise(): AnswerSummary {
    const { mode } = this.state.project;
    return summariseAnswers(this.learner.probabilities, this.labels.classIds.length, mode);
  }

  private createLearner(): Learner {
    return createLearner({
      features: this.encoded.features,
      classes: this.labels.classIds.length,
      mode: this.state.project.mode,
      engine: this.engine,
    });
  }

  /** What the model says of all items, on the disk now rather than when the person pauses. */
  store(): Promise<void> {
    return this.keeper.store();
  }
}
