/** What the bodies of an annotation say: texts, tags, and addresses of what says it elsewhere. */
import { z } from 'zod';

const text = z.string().nullish().catch(null);

const bodySchema = z.looseObject({
  id: text,
  value: text,
  source: z
    .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
    .nullish()
    .catch(null),
  purpose: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(null),
  'lectern:tag': z.string().optional().catch(undefined),
  /** Of a choice, a list or a composite. */
  items: z.array(z.unknown()).optional().catch(undefined),
});

export interface Body {
  value: string;
  isTag: boolean;
  /** Lectern's id of the tag. */
  tag: string | null;
}

/** One or many; an address by itself is a body elsewhere, kept as a link. */
export function readBodies(value: unknown): Body[] {
  return [value].flat().flatMap((one): Body[] => {
    if (typeof one === 'string') return one === '' ? [] : [linkTo(one)];
    const parsed = bodySchema.safeParse(one);
    if (!parsed.success) return [];
    const { id, value: said, source, purpose, items } = parsed.data;
    if (items !== undefined) return readBodies(items);
    const isTag = [purpose ?? []].flat().includes('tagging');
    if (said != null) {
      return said === '' ? [] : [{ value: said, isTag, tag: parsed.data['lectern:tag'] ?? null }];
    }
    const address = source ?? id ?? '';
    return address === '' ? [] : [linkTo(address)];
  });
}

function linkTo(address: string): Body {
  return { value: /\s|[<>]/u.test(address) ? address : `<${address}>`, isTag: false, tag: null };
}
