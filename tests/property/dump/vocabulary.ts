/** Words and phrases that generated dumps are made of; all our own. */

export interface Language {
  code: string;
  words: readonly string[];
  names: readonly string[];
  places: readonly string[];
  inner: readonly string[];
  salutation: string;
  /** Turns of an interview: question, answer. */
  turns: readonly [string, string];
  announces: string;
  fields: { title: string; date: string; author: string; tags: string };
  contents: string;
  by: string;
  on: string;
  filed: string;
  comments: readonly string[];
  share: string;
  /** Teasers: `%` is the title's place. */
  teasers: readonly string[];
  /** A counter before an article: `{n}` of `{N}`. */
  counter: string;
  date: (year: number, month: number, day: number) => string;
  joiner: string;
  comma: string;
  stop: string;
  wide: boolean;
}

function dated(locale: string): Language['date'] {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (year, month, day) => format.format(Date.UTC(year, month - 1, day));
}

const LATIN = { joiner: ' ', comma: ', ', stop: '.', wide: false };

export const LANGUAGES: readonly Language[] = [
  {
    ...LATIN,
    code: 'en',
    words:
      'harbour council lantern river market teacher engine orchard signal winter bridge paper student garden voice machine valley border letter summer budget ferry mountain worker choir bakery archive storm library museum stone glass wheel carpet season harvest village clinic painter rails canal sailors promise question answer builds carries opens repairs forgets remembers follows measures crosses paints beside under between without after slowly again often perhaps quietly together early the a one every this that many few of and to in on with for from by'.split(
        ' ',
      ),
    names: ['Ida Marlow', 'Tom Breck', 'Nadia Quill', 'Peter Oakes', 'Jane Fenwick-Low'],
    places: ['HARLOW', 'PORT AVEN', 'LISBETH'],
    inner: ['Background', 'What happens next', 'The numbers', 'A second look', 'How it began'],
    salutation: 'Dear friends and colleagues,',
    turns: ['Reporter', 'Ida Marlow'],
    announces: 'The following article was originally published by the Harbour Press Agency.',
    fields: { title: 'Title', date: 'Date', author: 'Author', tags: 'Tags' },
    contents: 'Contents',
    by: 'By',
    on: 'Posted on',
    filed: 'Filed under:',
    comments: ['3 comments', 'Leave a comment', 'No Comments'],
    share: 'Share this:',
    teasers: [
      'Continue reading %',
      'Continue reading “%” →',
      'Read more »',
      'Read the rest of this entry »',
    ],
    counter: '{n} of {N} DOCUMENTS',
    date: dated('en'),
  },
  {
    ...LATIN,
    code: 'de',
    words:
      'Hafen Rathaus Laterne Fluss Markt Lehrerin Motor Garten Signal Winter Brücke Papier Stimme Maschine Tal Grenze Brief Sommer Haushalt Fähre Gebirge Arbeiter Bäckerei Archiv Sturm Museum Stein Rad Ernte Dorf Klinik Maler Kanal Frage Antwort baut trägt öffnet vergisst erinnert folgt misst malt neben unter zwischen ohne nach langsam wieder oft vielleicht leise zusammen früh der die das ein eine jeder viele wenige und zu in auf mit für von durch'.split(
        ' ',
      ),
    names: ['Anna Krüger', 'Jonas Weber', 'Lena Voss', 'Karl-Heinz Baum'],
    places: ['LINDAU', 'ALTMARK', 'GRÜNAU'],
    inner: ['Hintergrund', 'Wie es weitergeht', 'Die Zahlen im Einzelnen', 'Ein zweiter Blick'],
    salutation: 'Sehr geehrte Damen und Herren,',
    turns: ['Frage', 'Anna Krüger'],
    announces: 'Der folgende Artikel wurde zuerst von der Hafenpresse veröffentlicht.',
    fields: { title: 'Titel', date: 'Datum', author: 'Autor', tags: 'Schlagwörter' },
    contents: 'Inhalt',
    by: 'Von',
    on: 'Veröffentlicht am',
    filed: 'Kategorie:',
    comments: ['3 Kommentare', 'Schreibe einen Kommentar', 'Keine Kommentare'],
    share: 'Teilen mit:',
    teasers: ['Weiterlesen', '„%“ weiterlesen', 'Weiterlesen: %', 'Weiterlesen →'],
    counter: 'Dokument {n} von {N}',
    date: dated('de'),
  },
  {
    ...LATIN,
    code: 'fr',
    words:
      'port mairie lanterne rivière marché institutrice moteur verger signal hiver pont papier voix machine vallée frontière lettre été budget bac montagne ouvrier boulangerie archives orage musée pierre roue récolte village clinique peintre canal question réponse construit porte ouvre oublie rappelle suit mesure peint près sous entre sans après lentement encore souvent peut-être ensemble tôt le la les un une chaque ce cette plusieurs peu de et à dans sur avec pour par'.split(
        ' ',
      ),
    names: ['Claire Moreau', 'Luc Perrin', 'Odile Garnier'],
    places: ['VAUBRUN', 'SAINT-ORENS'],
    inner: ['Contexte', 'La suite des travaux', 'Les chiffres', 'Un second regard'],
    salutation: 'Chers amis, chers collègues,',
    turns: ['Question', 'Claire Moreau'],
    announces: "L'article suivant a été publié par l'agence du Port.",
    fields: { title: 'Titre', date: 'Date', author: 'Auteur', tags: 'Mots-clés' },
    contents: 'Sommaire',
    by: 'Par',
    on: 'Publié le',
    filed: 'Publié dans',
    comments: ['3 commentaires', 'Laisser un commentaire', 'Aucun commentaire'],
    share: 'Partager :',
    teasers: [
      'Lire la suite',
      'Lire la suite de « % »',
      'Continuer la lecture de %',
      'Lire la suite →',
    ],
    counter: 'Document {n} de {N}',
    date: dated('fr'),
  },
  {
    ...LATIN,
    code: 'es',
    words:
      'puerto alcaldía farol río mercado maestra motor huerto señal invierno puente papel voz máquina valle frontera carta verano presupuesto barca montaña obrero panadería archivo tormenta museo piedra rueda cosecha pueblo clínica pintor canal pregunta respuesta construye lleva abre olvida recuerda sigue mide pinta junto bajo entre sin después despacio otra vez quizá juntos temprano el la los un una cada este esta muchos pocos de y a en con para por'.split(
        ' ',
      ),
    names: ['Elena Robles', 'Martín Soto', 'Lucía Ferrer'],
    places: ['VILLANOVA', 'PUERTO CLARO'],
    inner: ['Antecedentes', 'Qué pasará ahora', 'Las cifras', 'Una segunda mirada'],
    salutation: 'Queridos amigos y colegas:',
    turns: ['Pregunta', 'Elena Robles'],
    announces: 'El siguiente artículo fue publicado por la Agencia del Puerto.',
    fields: { title: 'Título', date: 'Fecha', author: 'Autor', tags: 'Etiquetas' },
    contents: 'Índice',
    by: 'Por',
    on: 'Publicado el',
    filed: 'Publicado en',
    comments: ['3 comentarios', 'Deja una respuesta', 'Sin comentarios'],
    share: 'Compartir:',
    teasers: ['Leer más', 'Seguir leyendo «%»', 'Continuar leyendo %', 'Leer más »'],
    counter: 'Documento {n} de {N}',
    date: dated('es'),
  },
  {
    ...LATIN,
    code: 'ru',
    words:
      'порт совет фонарь река рынок учительница мотор сад сигнал зима мост бумага голос машина долина граница письмо лето бюджет паром гора рабочий пекарня архив буря музей камень колесо урожай деревня клиника художник канал вопрос ответ строит несёт открывает забывает помнит следует измеряет рисует рядом под между без после медленно снова часто возможно вместе рано каждый этот многие немногие и в на с для от через'.split(
        ' ',
      ),
    names: ['Анна Лозова', 'Пётр Ветров', 'Ольга Снегова'],
    places: ['ЛЕСОГОРСК', 'ПРИМОРЬЕ'],
    inner: ['Предыстория', 'Что будет дальше', 'Цифры и факты', 'Второй взгляд'],
    salutation: 'Дорогие друзья и коллеги,',
    turns: ['Корреспондент', 'Анна Лозова'],
    announces: 'Следующий материал был опубликован агентством «Порт».',
    fields: { title: 'Заголовок', date: 'Дата', author: 'Автор', tags: 'Теги' },
    contents: 'Содержание',
    by: 'Автор:',
    on: 'Опубликовано',
    filed: 'Рубрика:',
    comments: ['3 комментария', 'Оставить комментарий', 'Комментариев нет'],
    share: 'Поделиться:',
    teasers: ['Читать далее', 'Читать далее «%»', 'Читать далее →', 'Продолжить чтение %'],
    counter: 'Документ {n} из {N}',
    date: dated('ru'),
  },
  {
    ...LATIN,
    code: 'ar',
    words:
      'الميناء المجلس الفانوس النهر السوق المعلمة المحرك البستان الإشارة الشتاء الجسر الورق الصوت الآلة الوادي الحدود الرسالة الصيف الميزانية العبارة الجبل العامل المخبز الأرشيف العاصفة المتحف الحجر العجلة الحصاد القرية العيادة الرسام القناة السؤال الجواب يبني يحمل يفتح ينسى يتذكر يتبع يقيس يرسم بجانب تحت بين دون بعد ببطء مرة غالبا ربما معا مبكرا كل هذا هذه كثير قليل من و إلى في على مع'.split(
        ' ',
      ),
    names: ['ليلى حداد', 'سامي النجار', 'هدى المصري'],
    places: ['الميناء', 'الوادي'],
    inner: ['خلفية الموضوع', 'ماذا بعد ذلك', 'الأرقام والحقائق'],
    salutation: 'الأصدقاء والزملاء الأعزاء،',
    turns: ['المراسل', 'ليلى حداد'],
    announces: 'المقال التالي نشرته وكالة الميناء للأنباء.',
    fields: { title: 'العنوان', date: 'التاريخ', author: 'الكاتب', tags: 'الوسوم' },
    contents: 'المحتويات',
    by: 'بقلم',
    on: 'نشر في',
    filed: 'التصنيف:',
    comments: ['3 تعليقات', 'اترك تعليقا', 'لا توجد تعليقات'],
    share: 'شارك هذا:',
    teasers: ['اقرأ المزيد', 'اقرأ المزيد: %', 'متابعة القراءة %', 'متابعة القراءة ←'],
    counter: 'وثيقة {n} من {N}',
    comma: '، ',
    date: dated('ar-EG'),
  },
  {
    ...LATIN,
    code: 'hi',
    words:
      'बंदरगाह परिषद लालटेन नदी बाज़ार अध्यापिका इंजन बाग संकेत सर्दी पुल काग़ज़ आवाज़ मशीन घाटी सीमा चिट्ठी गर्मी बजट नाव पहाड़ मज़दूर बेकरी अभिलेख तूफ़ान संग्रहालय पत्थर पहिया फ़सल गाँव अस्पताल चित्रकार नहर सवाल जवाब बनाता उठाता खोलता भूलता याद चलता मापता पास नीचे बीच बिना बाद धीरे फिर अक्सर शायद साथ जल्दी हर यह वह कई कुछ और में पर से के लिए का'.split(
        ' ',
      ),
    names: ['मीरा शर्मा', 'रवि वर्मा', 'सुनीता जोशी'],
    places: ['नई बस्ती', 'रामपुर'],
    inner: ['पृष्ठभूमि', 'आगे क्या होगा', 'आँकड़े क्या कहते हैं'],
    salutation: 'प्रिय मित्रों और साथियों,',
    turns: ['प्रश्न', 'मीरा शर्मा'],
    announces: 'निम्नलिखित लेख बंदरगाह समाचार ने छापा था।',
    fields: { title: 'शीर्षक', date: 'दिनांक', author: 'लेखक', tags: 'टैग' },
    contents: 'विषय सूची',
    by: 'लेखक:',
    on: 'प्रकाशित',
    filed: 'श्रेणी:',
    comments: ['3 टिप्पणियाँ', 'टिप्पणी करें', '0 टिप्पणी'],
    share: 'साझा करें:',
    teasers: ['और पढ़ें', 'और पढ़ें: %', 'आगे पढ़ें »', '% पढ़ना जारी रखें'],
    counter: 'दस्तावेज़ {n} में से {N}',
    stop: '।',
    date: dated('hi'),
  },
  {
    code: 'zh',
    words:
      '港口 市政厅 灯笼 河流 市场 教师 发动机 果园 信号 冬天 桥梁 纸张 声音 机器 山谷 边界 信件 夏天 预算 渡轮 高山 工人 面包店 档案 暴风雨 博物馆 石头 车轮 收获 村庄 诊所 画家 运河 问题 回答 建造 携带 打开 忘记 记得 跟随 测量 描绘 旁边 下面 之间 没有 以后 慢慢 再次 经常 也许 一起 早早 每个 这个 那个 许多 少数 的 和 在 与 为了'.split(
        ' ',
      ),
    names: ['林晓雨', '陈大海', '周文'],
    places: ['海口', '青山'],
    inner: ['事情的背景', '下一步怎么走', '数字说明什么'],
    salutation: '亲爱的朋友们、同事们：',
    turns: ['记者', '林晓雨'],
    announces: '以下文章由港口通讯社首先发表。',
    fields: { title: '标题', date: '日期', author: '作者', tags: '标签' },
    contents: '目录',
    by: '作者：',
    on: '发布于',
    filed: '分类：',
    comments: ['3条评论', '发表评论', '暂无评论'],
    share: '分享到：',
    teasers: ['阅读全文', '阅读全文：%', '继续阅读 %', '阅读更多 »'],
    counter: '第{n}篇 共{N}篇',
    date: (year, month, day) => `${year}年${month}月${day}日`,
    joiner: '',
    comma: '，',
    stop: '。',
    wide: true,
  },
  {
    code: 'ja',
    words:
      '港 市役所 ちょうちん 川 市場 先生 エンジン 果樹園 合図 冬 橋 紙 声 機械 谷 国境 手紙 夏 予算 渡し船 山 労働者 パン屋 記録 嵐 博物館 石 車輪 収穫 村 診療所 画家 運河 質問 答え を作る を運ぶ を開く を忘れる を覚える に従う を測る を描く のそば の下 の間 なしで のあと ゆっくり また よく たぶん 一緒に 早く この その 多くの 少しの は が に と で の'.split(
        ' ',
      ),
    names: ['山本花', '田中一郎', '佐々木緑'],
    places: ['青浜', '北山'],
    inner: ['これまでの経緯', '今後の予定', '数字で見る町'],
    salutation: '友人の皆さま、同僚の皆さま、',
    turns: ['記者', '山本花'],
    announces: '以下は港通信が最初に掲載した記事です。',
    fields: { title: 'タイトル', date: '日付', author: '著者', tags: 'タグ' },
    contents: '目次',
    by: '文・',
    on: '投稿日:',
    filed: 'カテゴリー:',
    comments: ['3件のコメント', 'コメントを残す', 'コメントする'],
    share: 'シェア:',
    teasers: ['続きを読む', '「%」の続きを読む', '続きを読む »', '続きを読む: %'],
    counter: '記事 {n} / {N}',
    date: (year, month, day) => `${year}年${month}月${day}日`,
    joiner: '',
    comma: '、',
    stop: '。',
    wide: true,
  },
];
