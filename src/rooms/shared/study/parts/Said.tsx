import { featureName } from '../../../../domain/explanation/feature.ts';
import type { EventId } from '../../../../domain/records.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import type { StudyProps } from '../props.ts';
import type { SaidJudgement, SaidMark, SaidRegion } from '../said-here.ts';
import { type NameOf, namesOf } from '../say.ts';
import { strings } from '../strings.ts';

interface Chip {
  readonly id: EventId;
  /** What stands on it, short. */
  readonly text: string;
  /** The same as a sentence. */
  readonly name: string;
}

/** What was said of this item's parts and proposals; each can be withdrawn. */
export function Said({ study, said, nameOf }: StudyProps) {
  const chips: readonly Chip[] = [
    ...said.marks.map((mark) => markChip(mark, nameOf)),
    ...said.regions.map((region) => regionChip(region, nameOf)),
    ...said.judgements.map((judgement) => judgementChip(judgement, nameOf)),
  ];
  if (chips.length === 0) return null;
  const withdraw = (targets: readonly EventId[], words: string): void =>
    void study.act({ type: 'withdraw-feedback', targets }, words);
  const { title, withdrawn, withdrawAll, allWithdrawn } = strings.said;
  const all = chips.map(({ id }) => id);
  return (
    <section class="study-section" aria-label={title}>
      <h3>{title}</h3>
      <ul class="study-chips">
        {chips.map(({ id, text, name }) => (
          <li key={id} class="study-chip">
            <span dir="auto" aria-hidden="true">
              {text}
            </span>
            <span class="visually-hidden">{name}</span>
            <button
              type="button"
              class="study-chip-close"
              aria-label={strings.said.withdraw(name)}
              title={strings.said.withdraw(name)}
              onClick={() => withdraw([id], withdrawn(name))}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <Button variant="quiet" onClick={() => withdraw(all, allWithdrawn(all.length))}>
          {withdrawAll}
        </Button>
      )}
    </section>
  );
}

function markChip({ id, feature, stance, classId, strength }: SaidMark, nameOf: NameOf): Chip {
  const { said } = strings;
  const word = featureName(feature);
  if (stance === 'irrelevant' || stance === 'later') {
    return { id, text: said[stance](word), name: said[stance](word) };
  }
  const className = classId ? nameOf(classId) : '';
  const suffix = strength === 'rule' ? ` (${said.rule})` : '';
  const sentence = stance === 'for' ? said.forName : said.againstName;
  return {
    id,
    text: `${said[stance](word, className)}${suffix}`,
    name: `${sentence(word, className)}${suffix}`,
  };
}

function regionChip({ id, stance, classId, regions }: SaidRegion, nameOf: NameOf): Chip {
  const { painted } = strings.said;
  const text =
    stance === 'evidence'
      ? painted.evidence(regions.length, classId ? nameOf(classId) : '')
      : painted.irrelevant(regions.length);
  return { id, text, name: text };
}

function judgementChip({ id, verdict, from, to }: SaidJudgement, nameOf: NameOf): Chip {
  const { flips, stays, nonsense } = strings.said;
  const text =
    verdict === 'flips'
      ? flips(namesOf(to, nameOf))
      : verdict === 'stays'
        ? stays(namesOf(from, nameOf))
        : nonsense;
  return { id, text, name: text };
}
