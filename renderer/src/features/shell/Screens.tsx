import { useView } from '../../state/view.ts';
import { TrayScreen } from '../annotations/TrayScreen.tsx';
import { CodebookScreen } from '../codebook/CodebookScreen.tsx';
import { NotesScreen } from '../notes/NotesScreen.tsx';
import { CompareScreen } from '../reader/CompareScreen.tsx';
import { ReviewScreen } from '../review/ReviewScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { FirstStart } from './FirstStart.tsx';
import { Workspace } from './Workspace.tsx';

export function Screens({ empty }: { empty: boolean }) {
  const screen = useView((view) => view.screen);
  switch (screen.name) {
    case 'library':
      return empty ? <FirstStart /> : <Workspace />;
    case 'codebook':
      return <CodebookScreen />;
    case 'notes':
      return <NotesScreen />;
    case 'compare':
      return <CompareScreen key={screen.articleId} articleId={screen.articleId} />;
    case 'settings':
      return <SettingsScreen key={screen.at} at={screen.at} />;
    case 'review':
      return <ReviewScreen plan={screen.plan} given={screen.given} />;
    case 'tray':
      return <TrayScreen />;
  }
}
