import { Maximize2 } from 'lucide-react';
import { createContext, useContext, useState } from 'react';
import { fromImageAddress } from '../../../../main/shared/text/image-address.ts';
import { t } from '../../text.ts';
import styles from './article-images.module.css';

/** True inside links, where a click is the link's. */
export const InsideLink = createContext(false);

/** Smaller pictures, in CSS px, are signs in the text: there is nothing in them to enlarge. */
const LEAST_ENLARGED = 64;

interface Props {
  url: string;
  alt: string;
}

/** Images of the library are shown; nothing is fetched from the network while reading. */
export function ImageView({ url, alt }: Props) {
  const [isMissing, setMissing] = useState(false);
  const inLink = useContext(InsideLink);
  const kept = fromImageAddress(url);
  if (kept === null || isMissing) return <AbsentImage url={url} alt={alt} />;
  const { width, height } = kept.size ?? {};
  const large = Math.max(width ?? LEAST_ENLARGED, height ?? LEAST_ENLARGED) >= LEAST_ENLARGED;
  const image = (
    <img
      className={styles['image']}
      src={`/images/${kept.name}`}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      draggable={false}
      data-enlarges={(large && !inLink) || undefined}
      onError={() => setMissing(true)}
    />
  );
  if (!large || inLink) return image;
  return (
    <span className={styles['enlarging']}>
      {image}
      <button
        type="button"
        className={styles['enlarge']}
        aria-label={alt === '' ? t('image.enlarge') : t('image.enlargeNamed', { name: alt })}
        title={t('image.enlarge')}
        data-enlarge
      >
        <Maximize2 aria-hidden size={15} />
      </button>
    </span>
  );
}

/** Its words are drawn by the style sheet: none of them may count as text of the article. */
function AbsentImage({ url, alt }: Props) {
  const address = url.startsWith('data:') ? '' : url;
  return (
    <span
      className={styles['absent']}
      role="img"
      aria-label={alt || t('reader.image')}
      data-name={alt || t('reader.image')}
      data-address={address || undefined}
      title={address === '' ? t('image.absent') : t('image.absentAt', { address })}
    />
  );
}
