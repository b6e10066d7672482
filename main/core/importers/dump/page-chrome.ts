/** What a site's theme prints around its articles: bylines, share links, comment counts, paging. */
import { findDate } from './calendar-date.ts';

export type Chrome =
  'filing' | 'comments' | 'share' | 'paging' | 'reading' | 'copyright' | 'related';

const FILING =
  /^(?:posted in|filed under|filed in|tagged|tags?|categor(?:y|ies)|labels?|topics?|published in|posted under|veröffentlicht in|abgelegt unter|kategorien?|schlagw[oö]rter|verschlagwortet|publié dans|classé dans|catégories?|étiquettes?|mots-clés|publicado en|archivado en|categorías?|etiquetas?|publicado em|arquivado em|categorias?|pubblicato in|archiviato in|categoria|etichette|geplaatst in|categorie(?:ën)?|kategori(?:er|a)?|опубликовано в|рубрик[аи]|категори[ия]|метки|теги|ετικέτες|κατηγορ[ίι]α|التصنيفات?|الوسوم|تصنيفات|نشر في قسم|دسته|برچسب|श्रेणी|टैग|分类|分類|标签|標籤|カテゴリー?|タグ|분류|태그|카테고리|chuyên mục|thẻ|kategori|etiketler)\s*[:：]?\s+\S|^(?:分类|分類|标签|標籤|カテゴリー?|タグ|태그|카테고리)\s*[:：]/iu;
const COMMENTS =
  /^(?:\d+|no|leave a|add|post a|one|view all|show|see)\s+(?:comments?|replies|reply|responses?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties?|kommentarer?|komentarz(?:y|e)?|комментари[йяев]+|yorum|تعليقات?|تعليق|टिप्पणियाँ?|评论|評論|留言|コメント|댓글|bình luận|komentar)(?:\s+\S{1,12}){0,4}$|^(?:leave a (?:comment|reply)|comments?(?: are closed| off)?|kommentieren|kommentar (?:schreiben|hinterlassen)|keine kommentare|schreibe einen kommentar|laisser un commentaire|aucun commentaire|dejar? un comentario|deja una respuesta|sin comentarios|deixe um comentário|nenhum comentário|lascia un commento|nessun commento|geef een reactie|lämna en kommentar|оставить комментарий|нет комментариев|комментариев нет|комментарии|اترك تعليقا?|أضف تعليقا?|لا توجد تعليقات|نظر بدهید|टिप्पणी करें|发表评论|發表評論|发表回复|暂无评论|没有评论|コメントする|コメントを残す|コメント|댓글 남기기|댓글|để lại bình luận|yorum yap(?:ın)?)\s*[:：]?\s*[(（]?\d*[)）]?$|^(?:评论|評論|留言|コメント|댓글)\s*[:：]?\s*[(（]?\d+[)）]?$|^\d+\s*(?:条评论|則留言|条留言|件のコメント|개의 댓글)$|^(?:комментари[ийев]+|kommentare?|comments?|comentarios?|commentaires?|تعليقات)\s*[:：]\s*\d+$/iu;
const SHARE =
  /^(?:share(?: this| on| via|:|$)|tweet(?: this)?$|like this|like\s?loading|email this|print(?: this)?$|pin it|facebook$|twitter$|whatsapp$|telegram$|linkedin$|teilen(?: mit| auf|:|$)|diesen (?:artikel|beitrag) teilen|gefällt mir|partager(?: sur| cet|:|$)|j['’]aime|compartir(?: en| esto|:|$)|comparte esto|compartilhe|compartilhar|partilhar|condividi|delen(?: op|:|$)|dela(?: på|:|$)|udostępnij|sdílet|поделиться|поделитесь|нравится|paylaş|شارك(?: هذا| على|:|$|ها)|مشاركة|اشتراک‌گذاری|साझा करें|शेयर करें|分享(?:到|：|:|$)|シェア|共有|共有:|いいね|공유|chia sẻ|bagikan|κοινοποίηση)/iu;
const PAGING =
  /^[\s←→«»‹›<>]*(?:older (?:posts|entries|articles)|newer (?:posts|entries|articles)|(?:previous|next)(?: page| post| article| entry)?|load more(?: posts)?|page \d+(?: of \d+)?|posts? navigation|back to top|ältere beiträge|neuere beiträge|nächste seite|vorherige seite|seite \d+ von \d+|articles? (?:plus anciens|précédents?|suivants?)|page (?:suivante|précédente)|entradas? (?:antiguas|anteriores|siguientes|recientes)|página (?:siguiente|anterior)|posts? (?:anteriores|mais antigos|recentes)|articoli (?:meno recenti|precedenti|successivi)|oudere berichten|предыдущие записи|следующие записи|назад|вперёд|вперед|التالي|السابق|الصفحة التالية|المقالات الأقدم|上一页|下一页|上一頁|下一頁|前のページ|次のページ|以前の記事|이전 글|다음 글|trang sau|trang trước)[\s←→«»‹›<>\d|]*$/iu;
const READING =
  /^\d[\d.,]*\s*(?:words|wörter|mots|palabras|palavras|parole|woorden|ord|słów|слов|字)$|^(?:(?:estimated )?reading time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|время чтения|وقت القراءة|مدة القراءة|阅读时间|閱讀時間|読了時間)\s*[:：]?\s*\S.{0,20}$|^\d+\s*(?:[- ]?min(?:ute)?s?(?: read)?|minuten(?: lesezeit)?|min de lecture|minutos? de lectura|мин(?:ут)?(?: чтения)?|دقائق(?: قراءة)?|分钟(?:阅读)?|分で読めます)\.?$|^(?:views?|visits|阅读|阅读量|浏览|просмотр(?:ов|ы)|aufrufe|vues|visitas|مشاهدات|閲覧数|조회)\s*[:：(（]?\s*\d[\d.,]*\s*[)）]?$|^\d[\d.,]*\s*(?:views?|次阅读|次浏览|просмотр(?:ов|а)?|مشاهدة)$/iu;
const COPYRIGHT =
  /^(?:copyright|©|\(c\)|（c）|版权|著作権|авторские права|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены|جميع الحقوق محفوظة)(?:\P{L}|$).{0,160}$/iu;
const RELATED =
  /^(?:related(?: posts| articles| stories)?|you may also like|see also|more from|ähnliche (?:beiträge|artikel)|mehr zum thema|articles? (?:similaires|liés)|sur le même (?:sujet|thème)|entradas? relacionadas|artículos? relacionados?|te puede interesar|posts? relacionados|articoli correlati|leia também|gerelateerd|похожие (?:записи|статьи|материалы)|читайте также|مقالات ذات صلة|مواضيع ذات صلة|اقرأ أيضا|相关文章|相关阅读|相關文章|関連記事|관련 글|관련 기사|bài viết liên quan)\s*[:：]?$/iu;

/** "← Previous 1 2 3 Next →": nothing but numbers and words of paging. */
function isPager(plain: string): boolean {
  if (!/\p{Nd}/u.test(plain) || plain.length > 80) return false;
  const words = plain.split(/[\s|·]*(?:(?<!\p{L})[\p{Nd}…]+(?!\p{L})[\s|·]*)+/u).filter(Boolean);
  return words.length > 0 && words.length <= 2 && words.every((word) => PAGING.test(word));
}

const LONGEST = 200;

/** The kind of theme line that a trimmed line is; null for anything that could be text. */
export function readChrome(text: string): Chrome | null {
  if (text.length > LONGEST) return null;
  const plain = text.replace(/^[*_\s|•·–—-]+|[*_\s]+$/gu, '');
  if (plain.length > 140 && !COPYRIGHT.test(plain)) return null;
  if (FILING.test(plain) && !/[.!?。]$/u.test(plain)) return 'filing';
  if (COMMENTS.test(plain)) return 'comments';
  if (SHARE.test(plain) && plain.length <= 90 && !/[.!?。]$/u.test(plain)) return 'share';
  if (PAGING.test(plain) || isPager(plain)) return 'paging';
  if (READING.test(plain)) return 'reading';
  if (COPYRIGHT.test(plain)) return 'copyright';
  if (RELATED.test(plain)) return 'related';
  return null;
}

const BYLINE =
  /^(?:(?:(?:written|posted|published|reported|compiled|text|story|words|guest post) )?by|(?:geschrieben |verfasst |ein beitrag |text )?von|โดย|írta|kirjoittanut|napsal(?:a)?|postat de|scris de|objavio|pewarta|reporter|(?:écrit |publié |rédigé |texte )?par|(?:escrito |publicado |texto )?por|(?:scritto |pubblicato |testo )?(?:di|da)|(?:geschreven |geplaatst )?door|(?:skrevet |skriven |text )?a[vf]|autor(?:in|a)?|автор(?:ы)?|текст|(?:opublikowane )?przez|yazan|نویسنده|بقلم|كتب|كتبت|بواسطة|إعداد|מאת|लेखक|द्वारा|লিখেছেন|作者|撰文|文|記者|记者|本报记者|新华社记者|執筆|筆者|글|tác giả|bởi|oleh|penulis|συγγραφέας|του)(?:\s*[:：/]\s*|\s+)(.+)$/iu;
const AFTER_AUTHOR = ['द्वारा', '記者', '기자', '特派員', 'yazdı'];
const AUTHOR_AFTER = /^(.{2,50}?)\s*(?:द्वारा|記者|기자|特派員|yazdı)$/u;

/** The name in a byline on a line of its own ("By Ann Lee", "文/李明"); null when it is none. */
export function readByline(text: string): string | null {
  if (text.length > 120) return null;
  const plain = text.replace(/^[*_\s–—~-]+|[*_\s]+$/gu, '');
  const isAfter = AFTER_AUTHOR.some((word) => plain.endsWith(word));
  const name = BYLINE.exec(plain)?.[1] ?? (isAfter ? AUTHOR_AFTER.exec(plain)?.[1] : undefined);
  if (name === undefined) return null;
  const bare = name.trim();
  return looksLikeNames(bare) ? bare : null;
}

/** True for one or some personal names, with a role at most: no sentence, no lower-case start. */
export function looksLikeNames(text: string): boolean {
  if (text.length < 2 || text.length > 90 || /[!?;。！？:]$|\d{3}/u.test(text)) return false;
  const words = text.split(/[\s,、，]+/u).filter(Boolean);
  if (words.length > 12 || !/^[\p{L}"'“@]/u.test(text)) return false;
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  const cased = words.filter((word) => /^[\p{Lu}\p{Ll}]/u.test(word)).length;
  if (cased === 0) return [...text].length <= 30;
  return /^\P{Ll}/u.test(text) && lower <= Math.max(1, cased * 0.4) && !/[^A-Z]\.$/u.test(text);
}

export interface MetaParts {
  /** The whole date as found, for `findDate`. */
  dateText: string | null;
  byline: string | null;
  /** What else stands in the line. */
  rest: string[];
  /** The date has a day, not only a month. */
  full: boolean;
}

const LABEL =
  /^(?:posted|published|updated|date|on|am|le|el|em|il|op|den|on|veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|geplaatst|publicerad|postet|opublikowano|опубликовано|дата|نشر|نشرت|بتاريخ|التاريخ|تاريخ|منشور|प्रकाशित|दिनांक|发布|发布于|发表于|發表於|发布时间|時間|时间|日期|投稿日|公開日|更新日|日付|작성일|등록|입력|ngày|đăng|tanggal|yayınlandı|tarih|δημοσιεύτηκε|on:|at|um|à|a las|в|uhr|h|hs|hrs|am|pm|est|edt|gmt|utc|cet|msk|by|von|par|por|di|door|автор)$/iu;

/** Addresses, link definitions, table rows, markup, headings and list items. */
const NEVER_META = /:\/\/|^\[[^\]]*\](?::|\()|^\||^<|^#|^[-*+•]\s/u;

/**
 * Reads a line that is a date and little else ("3 mars 2021 · Anna Roux · 2 commentaires").
 * Null when there is no date or the rest is too long to be metadata.
 */
export function readMeta(text: string): MetaParts | null {
  if (text.length > 160 || !/\p{Nd}/u.test(text) || NEVER_META.test(text)) return null;
  const plain = text.replace(/^[*_\s|•·([–—-]+|[*_\s|)\]]+$/gu, '');
  const date = findDate(plain);
  if (!date || (date.year === null && plain.length > 60)) return null;
  const dateText = plain.slice(date.start, date.end);
  const others = `${plain.slice(0, date.start)} | ${plain.slice(date.end)}`
    .replace(
      /\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:am|pm|uhr|h)?(?:\s*(?:[A-Z]{2,4}|[+-]\d{4}))?/giu,
      ' ',
    )
    .split(/\s*[|•·–—/、@]\s*|\s+-\s+|\s{2,}|,\s+|，/u)
    .map((part) => part.replace(/^[\s,.:：;(（[]+|[\s,:：;)）\]]+$/gu, '').trim())
    .filter((part) => part !== '' && !isLabel(part));
  let byline: string | null = null;
  const rest: string[] = [];
  for (const part of others) {
    const name = readByline(part) ?? readByline(stripLabels(part));
    if (byline === null && name !== null) byline = name;
    else rest.push(part);
  }
  if (rest.join(' ').length > 80 || rest.join(' ').split(/\s+/u).length > 12) return null;
  if (/[^.\s]{3,}[.!?。！？]$/u.test(plain) && rest.length > 0) return null;
  return { dateText, byline, rest, full: date.day !== null };
}

const WEEKDAY =
  /^(?:\p{L}+day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일|thứ \p{L}+|[（(]?[月火水木金土日][)）]?|(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\.?)$/iu;

export function isWeekday(text: string): boolean {
  return WEEKDAY.test(text);
}

function isLabel(part: string): boolean {
  return part
    .split(/\s+/u)
    .every((word) => LABEL.test(word) || WEEKDAY.test(word) || /^\W*\d{0,4}\W*$/u.test(word));
}

function stripLabels(part: string): string {
  const words = part.split(/\s+/u);
  const first = words.findIndex(
    (word) => !LABEL.test(word) || /^(?:by|von|par|por|di|door)$/iu.test(word),
  );
  return first <= 0 ? part : words.slice(first).join(' ');
}
