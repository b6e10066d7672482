import { useQuery } from '@tanstack/react-query';
import { Plus, Tags } from 'lucide-react';
import { queries } from '../../api/queries.ts';
import { closeScreen } from '../../state/view.ts';
import { errorText, t } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Segments } from '../../ui/fields.tsx';
import { useCodebook } from './codebook-state.ts';
import styles from './codebook.module.css';
import { askNewTag, CodebookTree } from './CodebookTree.tsx';
import { TagDetails } from './TagDetails.tsx';
import { TagMatrix } from './TagMatrix.tsx';
import { TagPassages } from './TagPassages.tsx';

/** The tags as a tree, and for each a page with all its passages. */
export function CodebookScreen() {
  const found = useQuery(queries.tags());
  const { tagId, view } = useCodebook();
  const tags = found.data?.tags ?? [];
  const base = found.data?.base ?? { annotations: 0, articles: 0 };
  const tag = tags.find(({ id }) => id === tagId);
  return (
    <Screen title={t('codebook.title')} onClose={closeScreen} scope="codebook">
      {found.error === null ? null : <p role="alert">{errorText(found.error)}</p>}
      {found.isSuccess && tags.length === 0 ? (
        <EmptyState icon={Tags} title={t('codebook.empty')}>
          <p>{t('codebook.emptyHint')}</p>
          <Button icon={Plus} onClick={askNewTag}>
            {t('codebook.new')}
          </Button>
        </EmptyState>
      ) : (
        <div className={styles['codebook']}>
          <CodebookTree tags={tags} />
          <div className={styles['page']}>
            <div className={styles['views']}>
              <Segments
                label={t('codebook.show')}
                options={[
                  ['passages', t('codebook.passages')],
                  ['together', t('codebook.together')],
                ]}
                value={view}
                onPick={(next) => useCodebook.setState({ view: next })}
              />
            </div>
            {view === 'together' ? (
              <TagMatrix tags={tags} />
            ) : tag === undefined ? (
              <EmptyState icon={Tags} title={t('codebook.pick')}>
                {t('codebook.pickHint')}
              </EmptyState>
            ) : (
              <>
                <TagDetails tag={tag} tags={tags} base={base} />
                <TagPassages tag={tag} tags={tags} />
              </>
            )}
          </div>
        </div>
      )}
    </Screen>
  );
}
