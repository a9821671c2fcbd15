import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/ingest/page/read-page.ts';

interface Sample {
  readonly language: string;
  readonly body: readonly string[];
  /** Lines between and around the body's that are the site's. */
  readonly furniture: readonly string[];
}

const samples: readonly Sample[] = [
  {
    language: 'de',
    body: [
      'Die Nachtfähre zwischen Brannoch und der Insel Sula fährt ab dem 3. März nicht mehr, teilte das Hafenamt am Dienstag mit.',
      'An guten Abenden seien elf Menschen an Bord, sagte die Leiterin Ines Okoro, und jede Fahrt koste mehr, als sie einbringe.',
      '„Eine Straße sperrt man nicht und nennt es Sparen“, sagte der Bäcker Tam Reddick, der viermal in der Woche übersetzt.',
      'Der Rat stimmt am 19. Februar ab, nach einer Anhörung in der Aula der Schule, zu der alle kommen dürfen.',
    ],
    furniture: [
      'Anzeige',
      'Die Mole von Sula im letzten Winter. (Foto: A. Lund)',
      'Lesen Sie auch: Bäckerei auf Sula gewinnt einen Preis',
      'Jetzt den Newsletter abonnieren',
      'Alle Rechte vorbehalten.',
    ],
  },
  {
    language: 'fr',
    body: [
      'Le bac de nuit entre Brannoch et l’île de Sula ne circulera plus à partir du 3 mars, a annoncé mardi le port.',
      'Les bons soirs, onze personnes montent à bord, explique la présidente, Ines Okoro, et chaque trajet coûte plus qu’il ne rapporte.',
      '« On ne ferme pas une route en appelant cela une économie », répond le boulanger, qui traverse quatre fois par semaine.',
      'Le conseil votera le 19 février, après une réunion publique dans la salle de l’école.',
    ],
    furniture: [
      'Publicité',
      'À lire aussi : La boulangerie de Sula primée',
      'Crédit photo : A. Lund',
      'Partager',
      'Abonnez-vous à notre lettre',
    ],
  },
  {
    language: 'es',
    body: [
      'El transbordador nocturno entre Brannoch y la isla de Sula dejará de navegar el 3 de marzo, anunció el martes el puerto.',
      'En las buenas noches suben once personas, dijo la presidenta, Ines Okoro, y cada viaje cuesta más de lo que ingresa.',
      '«No se cierra una carretera y se le llama ahorro», respondió el panadero, que cruza cuatro veces por semana.',
      'El consejo votará el 19 de febrero, tras una reunión en el salón de la escuela.',
    ],
    furniture: [
      'Publicidad',
      'Lee también: La panadería de Sula gana un premio',
      'Fuente: A. Lund',
      'Compartir',
      'Todos los derechos reservados.',
    ],
  },
  {
    language: 'ru',
    body: [
      'Ночной паром между Браннохом и островом Сула перестанет ходить с 3 марта, сообщила во вторник администрация порта.',
      'В хорошие вечера на борту одиннадцать человек, сказала её глава Инес Окоро, и каждый рейс приносит убытки.',
      '«Дорогу не закрывают и не называют это экономией», — ответил пекарь, который переправляется четыре раза в неделю.',
      'Совет проголосует 19 февраля, после слушаний в школьном зале.',
    ],
    furniture: [
      'Реклама',
      'Читайте также: Пекарня на Суле получила премию',
      'Фото: А. Лунд',
      'Поделиться',
      'Подпишитесь на нашу рассылку',
    ],
  },
  {
    language: 'el',
    body: [
      'Το νυχτερινό πλοίο ανάμεσα στο Μπράνοχ και το νησί Σούλα θα σταματήσει στις 3 Μαρτίου, ανακοίνωσε την Τρίτη το λιμάνι.',
      'Τα καλά βράδια ανεβαίνουν έντεκα άνθρωποι, είπε η πρόεδρος, και κάθε ταξίδι κοστίζει περισσότερο από όσο αποδίδει.',
      'Γιατί να κλείσει ένας δρόμος και να το λένε οικονομία, ρώτησε ο φούρναρης που περνά τέσσερις φορές την εβδομάδα;',
    ],
    furniture: ['Διαφήμιση', 'Διαβάστε επίσης: Βραβείο για τον φούρνο της Σούλα', 'Πηγή: Α. Λουντ'],
  },
  {
    language: 'ar',
    body: [
      'ستتوقف العبارة الليلية بين برانوك وجزيرة سولا عن العمل ابتداء من الثالث من مارس، بحسب ما أعلنت إدارة الميناء يوم الثلاثاء.',
      'وقالت رئيسة الإدارة إن أحد عشر شخصا يركبونها في الأمسيات الجيدة، وإن كل رحلة تكلف أكثر مما تجلب.',
      'لماذا نغلق طريقا ثم نسميه توفيرا؟ هكذا رد الخباز الذي يعبر أربع مرات في الأسبوع.',
    ],
    furniture: ['إعلان', 'اقرأ أيضا: جائزة لمخبز سولا', 'المصدر: أ. لوند'],
  },
  {
    language: 'ja',
    body: [
      'ブラノックとスーラ島を結ぶ夜の船は三月三日から止まると、港の役所が火曜日に発表した。',
      '多い夜でも乗る人は十一人で、一回ごとに赤字になると代表は話した。',
      '「道を閉じておいて節約と呼ぶのはおかしい」と、週に四回渡るパン屋の主人は言う。',
      '議会は二月十九日、学校の講堂での公聴会のあとに採決する。',
    ],
    furniture: ['広告', '関連記事：スーラのパン屋が受賞', '写真：A・ルンド', 'シェア'],
  },
  {
    language: 'zh',
    body: [
      '连接布兰诺克和苏拉岛的夜间渡轮将从三月三日起停运，港务局星期二宣布。',
      '负责人说，人多的晚上也只有十一人上船，每一趟都是亏本的。',
      '“把路封了，还说这叫节约，没有这样的道理。”每周过海四次的面包师说。',
      '议会将于二月十九日在学校礼堂的听证会之后表决。',
    ],
    furniture: ['广告', '相关阅读：苏拉面包店获奖', '图片来源：卢恩', '分享'],
  },
  {
    language: 'hi',
    body: [
      'ब्रानोक और सूला द्वीप के बीच रात की नाव तीन मार्च से बंद हो जाएगी, बंदरगाह ने मंगलवार को यह बताया।',
      'अध्यक्ष ने कहा कि अच्छी शामों में भी ग्यारह लोग ही चढ़ते हैं और हर फेरा घाटे का होता है।',
      'हफ़्ते में चार बार पार जाने वाले नानबाई ने कहा कि सड़क बंद करके उसे बचत नहीं कहते।',
    ],
    furniture: ['विज्ञापन', 'यह भी पढ़ें: सूला की बेकरी को पुरस्कार', 'स्रोत: ए. लुंड'],
  },
  {
    language: 'th',
    body: [
      'เรือกลางคืนระหว่างบรานนอคกับเกาะซูลาจะหยุดเดินตั้งแต่วันที่สามมีนาคม ท่าเรือประกาศเมื่อวันอังคาร',
      'ประธานกล่าวว่าคืนที่ดีมีคนขึ้นเรือสิบเอ็ดคน และทุกเที่ยวขาดทุน จึงไม่อาจเดินเรือต่อไปได้',
      'คนทำขนมปังที่ข้ามสัปดาห์ละสี่ครั้งตอบว่าปิดถนนแล้วเรียกว่าประหยัดนั้นไม่ถูกต้อง และจะสู้ต่อไป',
    ],
    furniture: ['โฆษณา', 'อ่านเพิ่มเติม: ร้านขนมปังซูลาได้รางวัล', 'ภาพ: เอ. ลุนด์'],
  },
];

/** A page whose marks do not say what is what. */
function pageOf({ language, body, furniture }: Sample): string {
  const [top = '', ...rest] = furniture;
  const lines = body.flatMap((words, at) => [words, ...rest.slice(at, at + 1)]);
  const all = [top, ...lines, ...rest.slice(body.length)];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Sula</title></head><body>
    <div class="a"><a href="/">Sula</a> <a href="/2">Brannoch</a></div>
    <div class="b">${all.map((words) => `<p>${words}</p>`).join('')}</div></body></html>`;
}

describe('the article of a page', () => {
  it.each(samples)('in the language "$language" is without what the site says around it', (sample) => {
    const page = readPage(pageOf(sample));
    expect(page?.text.split('\n')).toEqual(sample.body);
    expect(page?.language).toBe(sample.language);
  });
});

const german = samples[0]?.body ?? [];

/** The lines read of a page that begins with `top` and ends with `last`, around the German article. */
function linesBetween(top: string, last: string): readonly string[] | undefined {
  const lines = [top, ...german, last].filter((html) => html !== '').map((html) => `<div>${html}</div>`);
  return readPage(`<html><body><h1>Sula</h1><div>${lines.join('')}</div></body></html>`)?.text.split('\n');
}

describe('a line around an article', () => {
  it.each([
    ['a name and a date', 'Jana Holubová, 12. ledna 2026 8:15'],
    ['a name and a date', 'אנה זאבי, 12 בינואר 2026, 08:15'],
    ['a name and a date', 'آنا گرگانی، ۲۲ دی ۱۴۰۴، ۰۸:۱۵'],
    ['a date of another era', 'อันนา วงศ์ใหญ่ 12 มกราคม 2569 08:15 น.'],
  ])('that is %s is not of it: %s', (_, line) => expect(linesBetween(line, '')).toEqual(german));

  it.each([
    ['caption', 'Die Mole liegt seit Oktober still. Foto: K. Lund'],
    ['caption', 'Stary most jest zamknięty od października. Fot. K. Lund'],
    ['caption', '十月から閉じている古い橋（撮影：加藤健）'],
    ['caption', 'Il vecchio ponte è chiuso da ottobre (foto K. Lund)'],
    ['caption', 'El puente viejo, cerrado desde octubre. / K. LUND'],
    ['bar for consent', 'Utilizamos cookies para mejorar su visita. Si continúa navegando, acepta su uso.'],
    ['bar for consent', '本サイトではクッキーを使用しています。閲覧を続けると同意したものとみなされます。'],
    ['list of subjects', 'Címkék: híd, közlekedés'],
    [
      'box of its author',
      '<div class="box-autor"><p>Jana Kersting</p><p>Sie schreibt seit 2014 über den Hafen.</p></div>',
    ],
    [
      'reader’s answer',
      '<div class="kommentare"><p>Bo</p><p>Das hätte man alles vorher wissen können!</p></div>',
    ],
    ['bar of labels', 'Partager | Mots-clés : pont, conseil'],
    ['letter', 'Mit unserem Newsletter erhalten Sie jeden Morgen das Wichtigste aus der Region.'],
    ['letter', 'Подпишитесь на нашу бесплатную рассылку, и каждое утро вы будете знать главное.'],
    ['letter', '订阅我们的免费邮件，每天早晨把最重要的新闻送到您的邮箱。'],
    ['letter', 'Bölgenin haberlerini her sabah almak için ücretsiz bültenimize abone olun.'],
    [
      'list of links',
      '<h3>Dazu</h3><ul><li><a href="/1">Mole offen</a></li><li><a href="/2">Fähre</a></li></ul>',
    ],
  ])('that is a %s is not of it: %s', (_, line) => expect(linesBetween('', line)).toEqual(german));

  it.each([
    'Am 12. Januar 2026 um 8:15 Uhr legte die letzte Fähre von Sula ab.',
    'Im Newsletter des Hafens stand davon nichts.',
    'Die Seite des Hafens setzt seit Montag keine Cookies mehr.',
    'Sie nannte nur eine Quelle: das Hafenamt.',
  ])('that is a sentence of it stays: %s', (line) =>
    expect(linesBetween('', line)).toEqual([...german, line]),
  );
});

it('An article in Thai that ends in a quotation is one', () => {
  const words = 'ประธานกล่าวว่าคืนที่ดีมีคนขึ้นเรือสิบเอ็ดคน และทุกเที่ยวขาดทุน “จึงไม่อาจเดินเรือต่อไปได้อีกแล้ว”';
  expect(readPage(`<html><body><div>${words}</div></body></html>`)?.text).toBe(words);
});

it('The heading of an article is its title, without the name that its page has behind it', () => {
  const lines = german.map((words) => `<p>${words}</p>`).join('');
  const html = `<html><head><title>Nachtfähre fällt weg - Sula</title></head><body><h1>Nachtfähre fällt weg</h1>${lines}</body></html>`;
  expect(readPage(html)?.title).toBe('Nachtfähre fällt weg');
  expect(readPage(html)?.text.split('\n')).toEqual(german);
});
