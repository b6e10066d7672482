import { useView } from '../../state/view.ts';
import { ReviewScreen } from '../importing/ReviewScreen.tsx';
import { FirstStart } from './FirstStart.tsx';
import { Workspace } from './Workspace.tsx';

export function Screens({ empty }: { empty: boolean }) {
  const screen = useView((view) => view.screen);
  switch (screen.name) {
    case 'library':
      return empty ? <FirstStart /> : <Workspace />;
    case 'review':
      return <ReviewScreen key={screen.plan.id} plan={screen.plan} />;
  }
}
