import { MergeTag, MoveTag } from '../codebook/CodebookDialogs.tsx';
import { useView } from '../../state/view.ts';
import { ActivityDialog } from '../activity/ActivityDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { SourceDialog } from '../importing/SourceDialog.tsx';
import { ChooseCollection, CollectDialog, MoveCollection } from '../library/CollectionDialogs.tsx';
import { SmartListDialog } from '../library/SmartListDialog.tsx';
import { TagDialog } from '../library/TagDialog.tsx';
import { UntagNotesDialog, TagNotesDialog } from '../notes/TagNotesDialog.tsx';
import { HelpSheet } from '../palette/HelpSheet.tsx';
import { Palette } from '../palette/Palette.tsx';
import { RuleDialog } from '../rules/RuleDialog.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { NameDialog } from './NameDialog.tsx';

export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'activity':
      return <ActivityDialog />;
    case 'palette':
      return <Palette />;
    case 'help':
      return <HelpSheet />;
    case 'export':
      return <ExportDialog />;
    case 'source':
      return <SourceDialog articleId={dialog.articleId} annotationId={dialog.annotationId} />;
    case 'tag':
      return <TagDialog articleIds={dialog.articleIds} remove={dialog.remove} />;
    case 'untagNotes':
      return <UntagNotesDialog ids={dialog.ids} tagIds={dialog.tagIds} />;
    case 'tagNotes':
      return <TagNotesDialog ids={dialog.ids} />;
    case 'moveTag':
      return <MoveTag id={dialog.id} />;
    case 'mergeTag':
      return <MergeTag id={dialog.id} />;
    case 'collect':
      return <CollectDialog articleIds={dialog.articleIds} />;
    case 'smartList':
      return <SmartListDialog list={dialog.list} conditions={dialog.conditions} />;
    case 'moveCollection':
      return <MoveCollection id={dialog.id} />;
    case 'chooseCollection':
      return <ChooseCollection run={dialog.run} />;
    case 'rule':
      return <RuleDialog rule={dialog.rule} sites={dialog.sites} save={dialog.save} />;
    case 'name':
      return <NameDialog {...dialog} />;
    case 'confirm':
      return <ConfirmDialog {...dialog} />;
  }
}
