/** The words that browsers put behind a page's name, in the languages they speak. */
const SUFFIX =
  /[_\-.](?:files|dateien|fichiers|archivos|ficheiros|arquivos|bestanden|pliki|soubory|filer|elemei|failid|tiedostot|datoteke|dosyalar|file|fails|fitxers|fitxategiak|belgeler|файлы)$/iu;
const PAGE = /\.(?:x?html?|xht)$/i;

/**
 * Tells the folders, among the names in one folder, in which a browser saved the images, scripts
 * and frames of a page that lies beside them: `ferry_files` beside `ferry.html`.
 */
export function partsOfPages(names: readonly string[]): (folder: string) => boolean {
  const pages = new Set(
    names.filter((name) => PAGE.test(name)).map((name) => name.replace(PAGE, '')),
  );
  return (folder) => SUFFIX.test(folder) && pages.has(folder.replace(SUFFIX, ''));
}
