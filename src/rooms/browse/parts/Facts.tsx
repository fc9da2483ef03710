import type { BrowseAnswer } from '../../../../workers/api.ts';
import type { ClassDefinition, ClassId, ItemId } from '../../../domain/records.ts';
import { resolveClass } from '../../../domain/state.ts';
import { isKeptBlind } from '../../../domain/trust/incoming.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { strings } from '../strings.ts';

export interface FactsProps {
  readonly session: ProjectSession;
  readonly answer: BrowseAnswer;
  readonly row: number;
  readonly id: ItemId;
  /** The label that came with the import. */
  readonly given: readonly ClassId[] | null;
}

/** Margin below which an answer is called doubtful. */
const DOUBTFUL = 0.1;

/** The label that stands, the model's answer, and what else is to be known of the item. */
export function Facts({ session, answer, row, id, given }: FactsProps) {
  const state = session.state.value;
  const { project } = state;
  const label = state.labels.get(id);
  const isAnswered = label?.kind === 'answered';
  const classes = isAnswered
    ? label.classes
    : (given ?? []).map((classId) => resolveClass(project, classId));
  const isLabelled = isAnswered || given !== null;
  const isBlind = isKeptBlind(state, id);
  const predicted = isBlind ? null : predictionOf(session, answer, row);
  const badges = [
    isAnswered && label.audit && strings.badge.audit,
    isBlind && strings.badge.blind,
    state.flags.has(id) && strings.badge.flagged,
    label?.kind === 'skipped' && strings.badge.skipped,
    label?.kind === 'unsure' && strings.badge.unsure,
    !isAnswered && given !== null && strings.badge.given,
    predicted !== null &&
      isLabelled &&
      project.mode === 'single' &&
      predicted.own?.id !== classes[0] &&
      strings.badge.differs,
    predicted !== null && !isLabelled && predicted.margin < DOUBTFUL && strings.badge.doubtful,
  ].filter((badge) => typeof badge === 'string');
  return (
    <div class="browse-facts">
      <span class="browse-fact">
        {isLabelled ? (
          <Names classes={classes} all={project.classes} />
        ) : (
          <span class="browse-quiet">{strings.noLabel}</span>
        )}
      </span>
      {predicted && (
        <span class="browse-fact browse-quiet">
          {strings.model}
          {predicted.own && (
            <ClassMark
              colour={predicted.own.colour}
              letter={predicted.own.name[0] ?? ''}
              size={18}
            />
          )}
          {strings.modelSays(predicted.own?.name ?? strings.modelNothing, predicted.probability)}
        </span>
      )}
      {badges.map((badge) => (
        <span key={badge} class="browse-badge">
          {badge}
        </span>
      ))}
    </div>
  );
}

interface NamesProps {
  readonly classes: readonly ClassId[];
  readonly all: readonly ClassDefinition[];
}

function Names({ classes, all }: NamesProps) {
  if (classes.length === 0) return <>{strings.noClass}</>;
  return (
    <>
      {classes.flatMap((id) => {
        const own = all.find((one) => one.id === id);
        return own
          ? [
              <span key={id} class="browse-class">
                <ClassMark colour={own.colour} letter={own.name[0] ?? ''} size={18} />
                {own.name}
              </span>,
            ]
          : [];
      })}
    </>
  );
}

interface Prediction {
  readonly own: ClassDefinition | undefined;
  readonly probability: number;
  readonly margin: number;
}

/** Null where the model has no answer, or where the project never shows any. */
function predictionOf(
  session: ProjectSession,
  { predictedOf, probability, margin }: BrowseAnswer,
  row: number,
): Prediction | null {
  const { settings, classes } = session.project.value;
  const own = probability?.[row];
  if (settings.proposal === 'never' || !predictedOf || own === undefined || Number.isNaN(own))
    return null;
  const index = predictedOf[row] ?? -1;
  return { own: classes[index], probability: own, margin: margin?.[row] ?? 1 };
}
