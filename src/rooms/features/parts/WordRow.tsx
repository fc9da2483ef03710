import type { FeatureRow } from '../../../../workers/api.ts';
import { featureName } from '../../../domain/explanation/feature.ts';
import type { FeatureMark } from '../../../domain/explanation/gestures.ts';
import { standingFeedback } from '../../../domain/explanation/standing-feedback.ts';
import type { ClassId } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import type { FeaturesProps } from '../props.ts';
import { sayMark, signed } from '../say-mark.ts';
import { strings } from '../strings.ts';
import { weightOf } from '../vocabulary.ts';

export interface WordRowProps extends FeaturesProps {
  readonly row: FeatureRow;
  readonly classIds: readonly ClassId[];
  /** Whose weight is shown; null = of the class it speaks for most. */
  readonly classId: ClassId | null;
  /** Largest weight on the page: what a full bar means. */
  readonly greatest: number;
}

export function WordRow(props: WordRowProps) {
  const { row, session, nameOf } = props;
  const marks = standingFeedback(session.state.value).marks.filter(({ id }) =>
    row.said.includes(id),
  );
  const { list } = strings;
  return (
    <li class="features-word">
      <span class="features-name" dir="auto">
        {featureName(row.feature)}
      </span>
      <Weight {...props} />
      <span class="features-quiet">{row.items === 0 ? list.noItems : list.items(row.items)}</span>
      <span class="features-said">
        {marks.map((mark) => (
          <span key={mark.id} class="features-chip">
            {sayMark(mark, nameOf)}
          </span>
        ))}
      </span>
      <Menu label={list.acts(featureName(row.feature))} items={itemsOf(props, marks)} />
    </li>
  );
}

function Weight({ row, classIds, classId, greatest, nameOf }: WordRowProps) {
  const weight = weightOf(row, classIds, classId);
  if (!weight) {
    const { family, wholeColumn } = strings.list;
    const words = row.feature.kind === 'column' ? wholeColumn : family;
    return <span class="features-quiet">{words}</span>;
  }
  const { value } = weight;
  const name = nameOf(weight.classId);
  const share = Math.min(1, Math.abs(value) / greatest);
  return (
    <span class="features-weight">
      <span class="features-bar" aria-hidden="true">
        <span
          class={value < 0 ? 'features-bar-less' : 'features-bar-more'}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
      <span class="visually-hidden">{strings.list.weight(name, signed(value, 2))}</span>
      <span aria-hidden="true">
        {signed(value, 2)} {classId === null ? name : ''}
      </span>
    </span>
  );
}

type Marks = ReturnType<typeof standingFeedback>['marks'];

function itemsOf({ row, session, act }: WordRowProps, marks: Marks): readonly MenuItem[] {
  const { list, done } = strings;
  const name = featureName(row.feature);
  const mark = (patch: Pick<FeatureMark, 'stance' | 'classId'> & Partial<FeatureMark>) => () =>
    void act(
      {
        type: 'mark-feature',
        feature: row.feature,
        strength: 'hint',
        itemId: null,
        asked: false,
        ...patch,
      },
      done.marked(name),
    );
  const forClasses = activeClasses(session.project.value).flatMap((one) => [
    {
      id: `for-${one.id}`,
      label: list.speaksFor(one.name),
      run: mark({ stance: 'for', classId: one.id }),
    },
    {
      id: `against-${one.id}`,
      label: list.speaksAgainst(one.name),
      run: mark({ stance: 'against', classId: one.id }),
    },
  ]);
  const [first] = marks;
  const other = first?.strength === 'rule' ? 'hint' : 'rule';
  const strengths = first
    ? [
        {
          id: 'strength',
          label: other === 'rule' ? list.asRule : list.asHint,
          run: mark({ stance: first.stance, classId: first.classId, strength: other }),
        },
        {
          id: 'withdraw',
          label: list.withdraw,
          run: () =>
            void act(
              { type: 'withdraw-feedback', targets: row.said },
              done.withdrawn(row.said.length),
            ),
        },
      ]
    : [];
  return [
    ...strengths,
    ...forClasses,
    {
      id: 'irrelevant',
      label: list.irrelevant,
      run: mark({ stance: 'irrelevant', classId: null }),
    },
  ];
}
