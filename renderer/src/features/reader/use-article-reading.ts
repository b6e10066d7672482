import { useEffect, useMemo, useState } from 'react';
import { NO_READING, type ArticleReading } from './chunks.ts';
import { readAtOnce, readInWorker } from './reading-source.ts';

/** What is there of an article's text: long ones come in steps, from the start. */
export function useArticleReading(markdown: string): ArticleReading {
  const atOnce = useMemo(() => readAtOnce(markdown), [markdown]);
  const [coming, setComing] = useState({ markdown, reading: NO_READING });
  useEffect(() => {
    if (atOnce !== null) return;
    return readInWorker(markdown, (reading) => setComing({ markdown, reading }));
  }, [markdown, atOnce]);
  return atOnce ?? (coming.markdown === markdown ? coming.reading : NO_READING);
}
