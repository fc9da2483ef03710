import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { columnsWith } from '../roles.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

export function AllLabelled({ wizard }: { readonly wizard: Wizard }) {
  const hide = (): void => {
    for (const column of columnsWith(wizard.state.value.roles, 'label')) {
      wizard.dispatch({ type: 'role', column, role: 'oracle' });
    }
  };
  return (
    <Notice
      tone="plain"
      title={strings.classes.allLabelled}
      actions={<Button onClick={hide}>{strings.classes.hide}</Button>}
    >
      {strings.classes.allLabelledHint}
    </Notice>
  );
}
