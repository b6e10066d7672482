/** Wordings of teaser lines ("Continue reading …") in the languages dumps are written in. */

function wordings(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split('|'));
}

/** Wordings that stand before a title or alone. */
export const BEFORE_TITLE: readonly string[] = wordings([
  'continue reading|continue reading the article|keep reading|click to continue reading',
  'read the rest of this entry|read the rest of this post|read the rest of|read on',
  'read the full article|read the full story|read the full post|read full article',
  'read full story|read the whole article|click here to read more|read more about|read more',
  'see more|learn more|view full post|view post|full story|full article|weiterlesen',
  'weiter lesen|lesen sie weiter|mehr lesen|weiterlesen bei|zum artikel|ganzen artikel lesen',
  'den ganzen artikel lesen|beitrag weiterlesen|artikel weiterlesen|lire la suite de',
  "lire la suite de l'article|lire la suite|continuer la lecture de|continuer la lecture",
  "continuer à lire|lire plus|en savoir plus|lire l'article|la suite|lire l'article complet",
  'poursuivre la lecture de|poursuivre la lecture|lire l’article|leer más|leer mas',
  'seguir leyendo|sigue leyendo|continuar leyendo|continúa leyendo|leer el artículo completo',
  'leer artículo completo|leer completo|ver más|leer todo|ler mais|continuar lendo',
  'continue lendo|continuar a ler|leia mais|saiba mais|continue a ler|leia o artigo completo',
  'continuar leitura|continuar a leitura|leggi tutto|continua a leggere|leggi di più',
  "leggi il resto|continua la lettura di|leggi l'articolo completo|leggi ancora",
  'prosegui la lettura|continua la lettura|leggi|lees verder|verder lezen|lees meer',
  'doorgaan met lezen|meer lezen|lees het hele artikel|läs mer|fortsätt läsa|läs vidare',
  'les mer|fortsett å lese|les videre|læs mere|fortsæt læsning|læs videre',
  'fortsæt med at læse|lue lisää|jatka lukemista|lue koko|czytaj dalej|czytaj więcej|więcej',
  'kontynuuj czytanie|číst dál|číst více|celý článek|pokračovat ve čtení|pokračovať v čítaní',
  'čítať ďalej|čítať viac|preberi več|beri dalje|tovább olvasom|olvass tovább|tovább',
  'bővebben|folytatás|olvasás folytatása|citește mai mult|continuă lectura',
  'citește mai departe|pročitaj više|nastavi čitati|nastavi sa čitanjem|opširnije',
  'читать далее|читать дальше|читать полностью|продолжить чтение|подробнее|далее',
  'читайте далее|читати далі|читати більше|детальніше|докладніше|продовжити читання',
  'прочетете още|прочети още|виж още|продължете да четете|продължи да четеш',
  'настави са читањем|прочитај више|опширније|διαβάστε περισσότερα|συνέχεια ανάγνωσης',
  'διαβάστε τη συνέχεια|περισσότερα|συνεχίστε την ανάγνωση|devamını oku|okumaya devam et',
  'devamı|daha fazla oku|daha fazlası|اقرأ المزيد|إقرأ المزيد|اقرأ أكثر|تابع القراءة',
  'متابعة القراءة|أكمل القراءة|المزيد|مواصلة القراءة|اقرأ التفاصيل|للمزيد|قراءة المزيد',
  'ادامه مطلب|بیشتر بخوانید|ادامه خواندن|ادامه|مزید پڑھیں|مزید پڑھیے|پڑھنا جاری رکھیں',
  'קרא עוד|המשך קריאה|להמשך קריאה|לקריאה נוספת|להמשך הקריאה|לכתבה המלאה|המשך לקרוא|קראו עוד|और पढ़ें|और पढ़ें|आगे पढ़ें|आगे पढ़ें|पूरा पढ़ें',
  'पढ़ना जारी रखें|पढ़ना जारी रखें|अधिक पढ़ें|पुढे वाचा|थप पढ्नुहोस्|আরও পড়ুন|আরো পড়ুন',
  'বিস্তারিত পড়ুন|বিস্তারিত|மேலும் படிக்க|మరింత చదవండి|阅读全文|閱讀全文|继续阅读|繼續閱讀|阅读更多|閱讀更多|查看全文',
  '查看更多|点击阅读全文|了解更多|更多内容|全文阅读|展开全文|阅读原文|繼續看|详细内容|查看详情|続きを読む|つづきを読む|もっと読む|全文を読む|記事を読む|続きはこちら',
  'もっと見る|詳しく読む|더 읽기|계속 읽기|더 보기|더보기|전체 읽기|계속읽기|자세히 보기|전문 보기|đọc thêm|đọc tiếp|xem thêm',
  'xem tiếp|tiếp tục đọc|chi tiết|อ่านต่อ|อ่านเพิ่มเติม|ดูเพิ่มเติม|baca selengkapnya',
  'selengkapnya|lanjutkan membaca|baca selanjutnya|baca lagi|teruskan membaca|basahin pa',
  'magbasa pa|soma zaidi|endelea kusoma|skaityti daugiau|lasīt vairāk|loe edasi|llegeix més',
  'continua llegint|segueix llegint|continua la lectura|gehiago irakurri',
]);

/** Wordings that stand after a title. */
export const AFTER_TITLE: readonly string[] = wordings([
  'weiterlesen|weiter lesen|lesen|の続きを読む|の続きを見る|を読む|の記事を読む|의 계속 읽기|계속 읽기|더 읽기',
  'okumaya devam et|yazısının devamını oku|devamını oku|の全文を読む|continue reading|read more',
  'पढ़ना जारी रखें|पढ़ना जारी रखें|阅读全文|閱讀全文|继续阅读|続きを読む|ادامه مطلب|tovább olvasása|の詳細を読む',
  '– weiterlesen|lukemista',
]);

/** Also used for links to other articles, or in plain prose: they need the company of a title. */
export const WEAK_WORDINGS: ReadonlySet<string> = new Set(
  wordings([
    'read more|see more|learn more|read on|full story|full article|view post|read more about',
    'mehr lesen|zum artikel|en savoir plus|lire plus|la suite|ver más|leia mais|saiba mais',
    'leggi|lees meer|läs mer|les mer|læs mere|więcej|tovább|folytatás|подробнее|далее',
    'читайте далее|περισσότερα|devamı|المزيد|للمزيد|ادامه|বিস্তারিত|更多内容|了解更多|查看更多|もっと見る|더 보기',
    "더보기|xem thêm|chi tiết|ดูเพิ่มเติม|lesen|を読む|leer más|lire l’article|lire l'article",
    'lukemista|اقرأ المزيد|leggi di più|ler mais|đọc thêm|opširnije|опширније|bővebben',
    'devamını oku',
  ]),
);
