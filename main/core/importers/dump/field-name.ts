/** Names of metadata fields (`Title:`, `Автор:`, `日期：`) in the languages dumps are written in. */

export type FieldName =
  'title' | 'date' | 'author' | 'tags' | 'category' | 'source' | 'url' | 'place' | 'other';

const NAMES: Readonly<Record<FieldName, string>> = {
  title:
    'title|headline|subject|titel|überschrift|betreff|schlagzeile|titre|sujet|objet|título|titulo|titular|asunto|assunto|titolo|oggetto|onderwerp|kop|rubrik|ämne|overskrift|emne|tittel|otsikko|tytuł|temat|název|titulek|nadpis|naslov|titlu|cím|заголовок|название|тема|заглавие|наслов|τίτλος|θέμα|başlık|konu|العنوان|عنوان|الموضوع|عنوان مقاله|כותרת|נושא|शीर्षक|शिर्षक|শিরোনাম|标题|標題|题目|題目|題名|タイトル|件名|見出し|題|제목|tiêu đề|judul|tajuk|หัวข้อ|ชื่อเรื่อง|títol|hd',
  date: 'date|published|publication date|pub date|posted|posted on|published on|created|date published|load-date|datum|veröffentlicht|veröffentlicht am|erschienen|veröffentlichungsdatum|date de publication|publié le|publié|paru le|fecha|fecha de publicación|publicado|publicado el|data|data de publicação|publicado em|data di pubblicazione|pubblicato|pubblicato il|gepubliceerd|dato|publicerad|publisert|julkaistu|päivämäärä|data publikacji|opublikowano|vydáno|дата|дата публикации|опубликовано|датум|дата на публикуване|ημερομηνία|δημοσιεύτηκε|tarih|yayın tarihi|التاريخ|تاريخ|تاريخ النشر|نشر في|تاریخ|תאריך|פורסם|दिनांक|तारीख|तिथि|প্রকাশ|তারিখ|日期|发布日期|發布日期|发表日期|发布时间|发表时间|時間|时间|日付|公開日|投稿日|日時|날짜|게시일|작성일|ngày|ngày đăng|tanggal|tarikh|วันที่|dată|pd',
  author:
    'author|authors|by|byline|writer|written by|posted by|from|creator|autor|autoren|verfasser|verfasserin|autorin|von|auteur|auteurs|par|autores|autora|por|autore|di|door|forfatter|författare|av|af|kirjoittaja|autorka|автор|авторы|аутор|συγγραφέας|yazar|الكاتب|كاتب|المؤلف|بقلم|نویسنده|מאת|מחבר|लेखक|লেখক|作者|撰文|记者|記者|著者|筆者|執筆者|投稿者|글쓴이|작성자|저자|기자|tác giả|penulis|pengarang|ผู้เขียน|szerző',
  tags: 'tags|tag|keywords|labels|topics|schlagwörter|schlagworte|stichwörter|mots-clés|mots clés|étiquettes|etiquetas|palabras clave|palavras-chave|parole chiave|etichette|trefwoorden|nøkkelord|nyckelord|avainsanat|tagi|słowa kluczowe|štítky|теги|метки|ключевые слова|етикети|ετικέτες|etiketler|الوسوم|وسوم|کلیدواژه|תגיות|टैग|标签|標籤|关键词|關鍵詞|タグ|キーワード|태그|thẻ|từ khóa|címkék',
  category:
    'category|categories|section|filed under|posted in|kategorie|kategorien|rubrik|ressort|catégorie|catégories|rubrique|categoría|categorías|sección|categoria|categorias|seção|sezione|categorie|rubriek|kategori|kategoria|категория|категории|рубрика|рубрики|раздел|κατηγορία|التصنيف|القسم|دسته|קטגוריה|श्रेणी|分类|分類|栏目|欄目|カテゴリ|カテゴリー|카테고리|분류|chuyên mục|kategória',
  source:
    'source|publication|newspaper|publisher|agency|journal|quelle|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|источник|източник|извор|πηγή|kaynak|المصدر|مصدر|منبع|מקור|स्रोत|来源|來源|出处|出處|出典|ソース|출처|nguồn|sumber|forrás|sn',
  url: 'url|link|permalink|address|web|lien|enlace|ссылка|адрес|الرابط|رابط|链接|鏈接|原文链接|リンク|링크|đường dẫn|tautan|odkaz|adresse|original url|source url',
  place: 'place|dateline|location|ort|lieu|lugar|luogo|место|مكان|地点|場所',
  other:
    'length|language|publication-type|graphic|correction-date|edition|id|post id|status|type|format|slug|layout|draft|summary|excerpt|description|copyright|comments|word count|words|reading time|views|updated|modified|last modified|last updated|edited|editor|translator|photo|photos|image|subtitle|subhead|series|part|page|pages|volume|issue|column|wc|la|cy|an|pub|kicker|site|blog|länge|sprache|aktualisiert|langue|idioma|lingua|язык|اللغة|语言|言語|lesezeit|to|cc|message-id|newsgroups|reply-to|organization|lines|references|status|time|uhrzeit|heure|hora|阅读|阅读量|浏览|评论|字数|編輯|编辑|责任编辑',
};

const BY_NAME: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split('|').map((name): [string, FieldName] => [name, toFieldName(field)]),
  ),
);

function toFieldName(field: string): FieldName {
  switch (field) {
    case 'title':
    case 'date':
    case 'author':
    case 'tags':
    case 'category':
    case 'source':
    case 'url':
    case 'place':
      return field;
    default:
      return 'other';
  }
}

export interface Field {
  /** The name as written, lower case. */
  key: string;
  /** Null when the name is in no language we know. */
  name: FieldName | null;
  value: string;
}

const FIELD =
  /^(?:[#@%]\+?\s?)?(?:[-*]\s+)?(\*\*|__|\*)?([\p{L}\p{M}][\p{L}\p{M}\p{N}'’ ./-]{0,30}?)\s?(\*\*|__|\*)?\s?[:：]\s*(\*\*|__|\*)?\s*(.*)$/u;

/** "TI  - The title": the tags of reference managers. */
const TAGGED = /^([A-Z][A-Z0-9])  - ?(.*)$/u;
const TAGS: Readonly<Record<string, FieldName>> = {
  ...{ TI: 'title', T1: 'title', AU: 'author', A1: 'author', DA: 'date', PY: 'date', Y1: 'date' },
  ...{ JO: 'source', JF: 'source', T2: 'source', UR: 'url', KW: 'tags', CY: 'place' },
};

/** `Name: value` at the start of a trimmed line; at most three words before the colon. */
export function readField(text: string): Field | null {
  const tagged = TAGGED.exec(text.slice(0, 400));
  if (tagged?.[1]) {
    const [, tag, value = ''] = tagged;
    return { key: tag.toLowerCase(), name: TAGS[tag] ?? 'other', value: value.trim() };
  }
  if (!text.includes(':') && !text.includes('：')) return null;
  const head = text.slice(0, 400);
  const match = FIELD.exec(head);
  if (!match?.[2]) return null;
  const key = match[2].toLowerCase().trim();
  if (key.split(/\s+/u).length > 3) return null;
  const rest = match[5] ?? '';
  if (rest.startsWith('//')) return null;
  const opened = match[1] !== undefined && match[3] === undefined && match[4] === undefined;
  const value = opened ? rest.replace(/(?:\*\*|__|\*)$/u, '') : rest;
  const name = BY_NAME.get(key) ?? null;
  // "Reporter: What comes first?" is said, not signed.
  const said = name === 'author' && /[?？؟!！。।]["”’»」』]?$/u.test(value.trim());
  return { key, name: said ? null : name, value: value.trim() };
}
