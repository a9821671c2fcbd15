/** What sites say around articles, in the languages with most of them; English is the text engine's. */
const otherStories = `lesen sie (?:auch|mehr|hier)|lesetipp|mehr zum thema|zum thema|auch interessant|weitere artikel|das könnte sie
 lire (?:aussi|également|la suite|plus)|[àa] lire(?: aussi)?|voir aussi|sur le même (?:sujet|thème)|les plus lus|pour aller plus loin
 le[ea]r? (?:también|más)|te puede interesar|puede interesarle|más información|noticias relacionadas|ver (?:también|más)|lo más leído
 leggi (?:anche|di più|tutto)|potrebbe interessarti|articoli correlati|approfondisci|vedi anche|approfondimenti
 leia (?:também|mais)|veja (?:também|mais)|saiba mais|mais lidas|notícias relacionadas|matérias relacionadas
 lees (?:ook|meer|verder)|bekijk ook|gerelateerd|meer over
 czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również|więcej)|przeczytaj (?:też|także|również)|polecamy
 čtěte (?:také|též|i|více)|přečtěte si|související|mohlo by vás|čítajte (?:aj|tiež)|prečítajte si
 чита(?:йте|ть) (?:также|ещ[её]|далее|по теме)|смотрите (?:также|ещ[её])|по теме|материалы по теме|ранее по теме
 читайте (?:також|ще|на тему)|читати далі|дивіться (?:також|ще)|прочетете (?:още|повече)|вижте още
 διαβάστε (?:επίσης|ακόμ[αη]|περισσότερα)|δείτε (?:επίσης|ακόμ[αη])|σχετικά άρθρα
 [iİ]lgili haber(?:ler)?|devamını oku|ayrıca oku|bunlar da ilginizi|haberin devamı
 [اإأ]قر[اأ] (?:أيض[اً]{1,2}|المزيد)|شاهد (?:أيض[اً]{1,2}|المزيد)|مواضيع ذات صلة|أخبار ذات صلة|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط
 קראו (?:גם|עוד)|לקריאה נוספת|כתבות נוספות|עוד בנושא|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|आगे पढ़ें|আরও পড়ুন|மேலும் படிக்க
 อ่าน(?:เพิ่มเติม|ต่อ)|ข่าวที่เกี่ยวข้อง|xem thêm|đọc thêm|tin liên quan|bài liên quan|baca (?:juga|selengkapnya|lainnya)|lihat juga|artikel terkait|simak juga
 相[关關](?:阅读|新闻|新聞|报道|報導|文章|链接)|延伸[阅閱][读讀]|推荐阅读|阅读更多|更多(?:新闻|新聞|报道)|[【\\[]?関連(?:記事|ニュース|リンク|項目)|あわせて読みたい|続きを読む|관련 ?(?:기사|뉴스)|더 ?보기|많이 본
 läs (?:också|även|mer)|læs (?:også|mere)|les (?:også|mer)|lue (?:myös|lisää)|olvasd el|kapcsolódó|citește (?:și|mai)|citiți și|vezi (?:și|mai)|pročitajte|preberite`;

const adverts =
  'anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|реклама|διαφήμιση|reklam|إعلان|تبلیغات|פרסומת|विज्ञापन|โฆษณา|quảng cáo|iklan|广告|廣告|広告|광고|annons|annonce|mainos|hirdetés|publicitate|annuncio';

const shares =
  'teilen|drucken|partager|imprimer|compartir|imprimir|guardar|condividi|stampa|compartilhar|partilhar|compartilhe|delen|udostępnij|drukuj|sdílet|zdieľať|поделиться|поширити|κοινοποίηση|paylaş|yazdır|مشاركة|طباعة|שתפו?|اشتراک[ ‌]?گذاری|शेयर करें|แชร์|chia sẻ|bagikan|分享|打印|シェア|印刷|공유|인쇄|dela|del|jaa|megosztás|distribuie|kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties|komentarze?|komentáře?|комментарии|коментарі|yorumlar|التعليقات|תגובות|टिप्पणियां|bình luận|komentar|评论|評論|コメント|댓글';

const credits =
  'fotos?|foto ?credit|bild(?:er|quelle|rechte)?|quelle|grafik|video|photos?|crédits?(?: photo)?|source|légende|fuente|imagen|créditos?|foto di|immagine|fonte|imagem|crédito|divulgação|beeld|bron|zdjęci[ea]|fot\\.|źródło|zdroj|autor fota|фото(?:графия)?|источник|джерело|снимка|φωτογραφί(?:α|ες)|φωτο|πηγή|fotoğraf|kaynak|تصوير|المصدر|الصورة|صورة|عکس|منبع|צילום|קרדיט|תמונה|फोटो|स्रोत|तस्वीर|ภาพ|ที่มา|ảnh|nguồn|sumber|图片?(?:来源)?|图源|圖(?:片)?|來源|来源|写真|画像|撮影|提供|出典|사진|출처|bilde|kuva|fotó|forrás|sursa';

const rights =
  'alle rechte vorbehalten|tous droits réservés|reproduction interdite|todos los derechos reservados|prohibida (?:su|la) reproducción|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone|všechna práva vyhrazena|все права защищены|усі права захищен|με επιφύλαξη|tüm hakları saklıdır|جميع الحقوق محفوظة|حقوق الطبع|כל הזכויות שמורות|सर्वाधिकार|版权所有|版權所有|未经授权|無断転載|著作権|무단 ?전재|저작권자|hak cipta|bản quyền|©';

const offers =
  '(?:jetzt |hier )?(?:den |unseren )?newsletter|jetzt (?:abonnieren|anmelden)|folgen sie uns|abonnez-vous|inscrivez-vous|suivez-nous|suscríbe?te|síguenos|regístrate|iscriviti|seguici|inscreva-se|assine|siga-nos|abonneer|meld je aan|volg ons|zapisz się|obserwuj|подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь)|ακολουθήστε|εγγραφείτε|abone ol|takip edin|اشترك|تابعونا|הירשמו|订阅|訂閱|关注我们|フォロー|メルマガ|구독|đăng ký|berlangganan|ikuti kami';

/** Whole sentences that ask to subscribe: the thing, and what one gets or does, in either order. */
const letters =
  "newsletter|infobrief|lettre d[’']information|bolet[ií]n|biuletyn|zpravodaj|рассылк|розсилк|бюлетин|ενημερωτικό (?:μας )?δελτίο|bülten|نشر(?:تنا|ة) (?:ال)?بريدية|نشرتنا|خبرنامه|ניוזלטר|न्यूज़लेटर|จดหมายข่าว|bản tin|メール(?:マガジン|で届)|免费邮件|电子报|電子報|소식지|뉴스레터|nyhetsbrev|nyhedsbrev|uutiskirje|hírlev|buletin";
const subscribing =
  'abon|anmeld|erhalten|inscri|recevez|suscr[ií]b|recib[ae]|registr|iscri[vz]|ricevi|receba|assine|subscrev|zapisz|odeb[ií]r|подпи|підпи|εγγρα|λάβετε|abone|اشترك|לקבל|קבלו|הירשמו|सदस्यता|สมัคร|đăng ký|登録|订阅|訂閱|구독|prenumer|tilaa|tilmeld|iratkoz|دریافت|مشترک|langgan';

/** Of a bar that asks for consent: the thing, and that one agrees, in either order. */
const cookies =
  'cookies?|куки|süti|sütik|çerez|evästei|кукі|کوکی|ملفات تعريف الارتباط|עוגיות|कुकी|คุกกี้|クッキー|쿠키';
const agreeing =
  'stimmen|zustimm|einverstanden|accept|acept|acconsent|aceit|concord|akkoord|zgadza|zgod[aęy]|souhlas|súhlas|соглаша|соглас|погоджу|αποδέχε|συμφων|kabul|توافق|موافق|الموافقة|موافقت|הסכמה|מסכימ|सहमत|ยอมรับ|đồng ý|setuju|同意|동의|hyväksy|elfogad|godkänn|samtyck|accepter|sunteți de acord';

const tags =
  'schlagw(?:o|ö)rte?r?|themen|stichw(?:o|ö)rter|mots[- ]clés|thèmes|etiquetas|temas|palabras clave|argomenti|tags?|trefwoorden|tagi|słowa kluczowe|štítky|témata|теги|ключові слова|ετικέτες|etiketler|الكلمات المفتاحية|وسوم|תגיות|címkék|témák|aiheet|avainsanat|ämnen|nyckelord|emner|etichete|subiecte|برچسب[ ‌]?ها|टैग|แท็ก|标签|關鍵字|关键词|タグ|キーワード|태그|từ khóa|topik';

const parted = (list: string): string => list.replaceAll('\n ', '|');
const end = '(?![\\p{L}\\p{M}\\p{N}])';

/** A label stands before what it names, or the line is no sentence. */
const asLabel = '(?=\\s?[:：|>»–—-]|.{0,160}[^.!?。…؟।]$|$)';

interface Words {
  /** Longer lines speak of the thing; none of them is that furniture. In characters. */
  readonly longest: number;
  readonly pattern: RegExp;
}

const kinds: readonly Words[] = [
  { longest: 160, pattern: new RegExp(`^[^\\p{L}]{0,3}(?:${parted(otherStories)})${end}${asLabel}`, 'iu') },
  { longest: 40, pattern: new RegExp(`^[^\\p{L}]{0,5}(?:${adverts})[^\\p{L}]{0,5}$`, 'iu') },
  { longest: 40, pattern: new RegExp(`^[^\\p{L}]{0,9}(?:${shares})[^\\p{L}]{0,9}$`, 'iu') },
  { longest: 90, pattern: new RegExp(`^[(\\[（]?(?:${credits})\\s?[:：|/©]`, 'iu') },
  {
    longest: 160,
    pattern: new RegExp(
      `(?:[.!?…。！？।,،|/–—-]\\s?|[\\p{L}\\p{N}\\p{M}]\\s)(?:${credits})\\s?[:：=＝]\\s?[^:：。.!?]{1,3}[^:：。]{0,40}(?:(?<![.!?…’”"'])|(?<=\\s\\p{L}\\.))$`,
      'iu',
    ),
  },
  {
    longest: 400,
    pattern: new RegExp(`[(\\[（]\\s?(?:${credits})\\s?[:：=＝/|][^)\\]）]{1,80}[)\\]）][.。]?$`, 'iu'),
  },
  { longest: 160, pattern: /[.!?…] fot\. \p{L}.{1,40}$/iu },
  { longest: 160, pattern: /[(（](?:foto|photo|фото)(?: di)? [^)）]{1,40}[)）]$/iu },
  { longest: 200, pattern: new RegExp(`(?:${rights})`, 'iu') },
  { longest: 140, pattern: new RegExp(`^(?:${offers})${end}`, 'iu') },
  {
    longest: 220,
    pattern: new RegExp(
      `(?:${letters}).{0,160}(?:${subscribing})|(?:${subscribing}).{0,160}(?:${letters})`,
      'iu',
    ),
  },
  {
    longest: 300,
    pattern: new RegExp(`(?:${cookies}).{0,200}(?:${agreeing})|(?:${agreeing}).{0,200}(?:${cookies})`, 'iu'),
  },
  { longest: 160, pattern: /[.!?…)»"”] ?[/|©] ?\p{Lu}[\p{L}\p{M} .'’/-]{2,40}$/u },
  { longest: 200, pattern: new RegExp(`^(?:${tags})\\s?[:：]`, 'iu') },
];

/** Whether a line of a page is furniture by what it says, in another language than English. */
export function isForeignFurniture(line: string): boolean {
  const parts = line.length > longestBar ? [] : line.split('|');
  return isOfKind(line) || (parts.length > 1 && parts.every((part) => isOfKind(part.trim())));
}

/** Of labels side by side: "Teilen | Drucken". */
const longestBar = 200;

function isOfKind(line: string): boolean {
  return kinds.some(({ longest, pattern }) => line.length <= longest && pattern.test(line));
}
