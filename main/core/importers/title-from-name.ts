const JEKYLL_NAME = /^(\d{4}-\d{2}-\d{2})-(.+)$/;

export interface NameParts {
  title: string;
  /** YYYY-MM-DD, of a file named as Jekyll wants it: `2024-05-01-some-title.md`. */
  date: string | null;
}

/** A title for a text that has none: the file's name without folders and extension. */
export function titleFromName(fileName: string): NameParts {
  const base = fileName.split(/[/\\]/).at(-1) ?? fileName;
  const stem = base.replace(/(?<=.)\.[^.]{1,10}$/, '').trim();
  const jekyll = JEKYLL_NAME.exec(stem);
  if (jekyll?.[1] !== undefined && jekyll[2] !== undefined) {
    return { title: spaced(jekyll[2]), date: jekyll[1] };
  }
  return { title: stem.includes(' ') ? stem : spaced(stem), date: null };
}

function spaced(slug: string): string {
  const title = slug.replaceAll(/[-_]+/g, ' ').trim();
  return title === '' ? 'Untitled' : title;
}
