import { ArrowDownUp } from 'lucide-react';
import { SORTS } from '../../../../main/shared/lists.ts';
import { showList, useView } from '../../state/view.ts';
import { t } from '../../text.ts';
import styles from './library.module.css';

/** `total` is null while it isn't known. */
export function ListHead({ title, total }: { title: string; total: number | null }) {
  const { sort, descending } = useView((view) => view.list);
  return (
    <header className={styles['listHead']}>
      <div>
        <h1>{title}</h1>
        <p aria-live="polite">{total === null ? '' : t('count.articles', { count: total })}</p>
      </div>
      <label className={styles['sort']}>
        <span className="visually-hidden">{t('articles.sortBy')}</span>
        <select
          value={sort}
          onChange={(event) => {
            const chosen = SORTS.find((key) => key === event.target.value);
            if (chosen !== undefined) showList({ sort: chosen });
          }}
        >
          {SORTS.map((key) => (
            <option key={key} value={key}>
              {t(`articles.sort.${key}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          aria-label={descending ? t('articles.makeAscending') : t('articles.makeDescending')}
          title={descending ? t('articles.descending') : t('articles.ascending')}
          onClick={() => showList({ descending: !descending })}
        >
          <ArrowDownUp aria-hidden size={15} data-descending={descending} />
        </button>
      </label>
    </header>
  );
}
