import { NOTE_SORTS } from '../../../../main/shared/contract/notes.ts';
import { t } from '../../text.ts';

type NoteSort = (typeof NOTE_SORTS)[number];

interface Props {
  sort: NoteSort;
  descending: boolean;
  onPick: (order: { sort: NoteSort; descending: boolean }) => void;
}

/** What passages are sorted by, up or down. */
export function SortPick({ sort, descending, onPick }: Props) {
  return (
    <label>
      <span>{t('codebook.sort')}</span>
      <select
        value={`${sort} ${descending ? 'down' : 'up'}`}
        onChange={(event) => {
          const [name, way] = event.target.value.split(' ');
          const wanted = NOTE_SORTS.find((one) => one === name) ?? 'created';
          onPick({ sort: wanted, descending: way === 'down' });
        }}
      >
        {NOTE_SORTS.flatMap((name) => [
          <option key={`${name} up`} value={`${name} up`}>
            {t(`codebook.sort.${name}`)} ↑
          </option>,
          <option key={`${name} down`} value={`${name} down`}>
            {t(`codebook.sort.${name}`)} ↓
          </option>,
        ])}
      </select>
    </label>
  );
}
