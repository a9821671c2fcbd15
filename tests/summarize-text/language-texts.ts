/** A short article of our own in one language, sentence by sentence. */
export interface LanguageText {
  readonly language: string;
  /** As `Intl` knows it. */
  readonly locale: string;
  /** What stands between two sentences of a paragraph. */
  readonly gap: ' ' | '';
  readonly paragraphs: readonly (readonly string[])[];
}

/** The old bridge of a small town is closed, and what people say of it: no word is anybody else's. */
export const languageTexts: readonly LanguageText[] = [
  {
    language: 'Chinese',
    locale: 'zh',
    gap: '',
    paragraphs: [
      ['白沙镇的老桥将于六月关闭。', '工程师在桥墩上发现了38道裂缝。'],
      ['修理需要六百万元，比镇上一年的收入多四倍。', '“我们等了十年，”镇长林秋说，“不能再等了。”'],
      ['谁来付这笔钱？', '到现在还没有人回答。'],
      ['学生以后要坐船过河，每天早上多花半个小时。'],
    ],
  },
  {
    language: 'Japanese',
    locale: 'ja',
    gap: '',
    paragraphs: [
      ['白浜町の古い橋は六月に閉鎖される。', '橋脚に38か所のひびが見つかった。'],
      ['修理には六億円かかり、町の年間収入の四倍になる。', '町長の林秋子さんは「十年も待った」と話した。'],
      ['だれが払うのか？', '答えはまだない。'],
      ['子どもたちは船で川を渡ることになり、毎朝三十分早く家を出る。'],
    ],
  },
  {
    language: 'Korean',
    locale: 'ko',
    gap: ' ',
    paragraphs: [
      ['백사읍의 낡은 다리가 6월에 문을 닫는다.', '다리 기둥에서 금이 38군데 발견되었다.'],
      ['수리비는 60억 원으로 읍의 한 해 수입의 네 배다.', '임추자 읍장은 “우리는 10년을 기다렸다”고 말했다.'],
      ['누가 돈을 낼 것인가?', '아직 아무도 대답하지 않았다.'],
    ],
  },
  {
    language: 'Thai',
    locale: 'th',
    gap: ' ',
    paragraphs: [
      ['สะพานเก่าของเมืองทรายขาวจะปิดในเดือนมิถุนายน'],
      ['วิศวกรพบรอยร้าว 38 แห่งที่เสาสะพาน'],
      ['ค่าซ่อมหกล้านบาทมากกว่ารายได้ของเมืองสี่เท่า'],
      ['เด็กนักเรียนจะต้องข้ามแม่น้ำด้วยเรือทุกเช้า'],
    ],
  },
  {
    language: 'Arabic',
    locale: 'ar',
    gap: ' ',
    paragraphs: [
      ['سيُغلق الجسر القديم في بلدة الرمال في شهر يونيو.', 'وعثر المهندسون على 38 شقًا في أعمدته.'],
      [
        'ويكلّف الإصلاح ستة ملايين، أي أربعة أضعاف دخل البلدة في السنة.',
        'قالت رئيسة البلدية ليلى حداد: «انتظرنا عشر سنوات.»',
      ],
      ['من سيدفع الثمن؟', 'لم يُجب أحد حتى الآن.'],
    ],
  },
  {
    language: 'Hebrew',
    locale: 'he',
    gap: ' ',
    paragraphs: [
      ['הגשר הישן של העיירה ייסגר ביוני.', 'מהנדסים מצאו 38 סדקים בעמודים שלו.'],
      [
        'התיקון יעלה שישה מיליון שקל, פי ארבעה מההכנסה השנתית של העיירה.',
        '"חיכינו עשר שנים," אמרה ראש העירייה נעמה לב.',
      ],
      ['מי ישלם על זה?', 'עד עכשיו איש לא ענה.'],
    ],
  },
  {
    language: 'Hindi',
    locale: 'hi',
    gap: ' ',
    paragraphs: [
      ['रेतपुर का पुराना पुल जून में बंद हो जाएगा।', 'इंजीनियरों को उसके खंभों में 38 दरारें मिली हैं।'],
      [
        'मरम्मत पर साठ लाख रुपये लगेंगे, जो कस्बे की साल भर की आय का चार गुना है।',
        '“हमने दस साल इंतज़ार किया,” नगर प्रमुख मीरा जोशी ने कहा।',
      ],
      ['पैसा कौन देगा?', 'अब तक किसी ने जवाब नहीं दिया है।'],
    ],
  },
  {
    language: 'Russian',
    locale: 'ru',
    gap: ' ',
    paragraphs: [
      [
        'Старый мост в Песчаном закроют в июне 2026 г. из-за трещин.',
        'Инженеры насчитали их 38, т. е. вдвое больше, чем год назад.',
      ],
      [
        'Ремонт обойдётся в 6 млн руб. — это четыре годовых дохода города.',
        '«Мы ждали десять лет», — сказала глава города А. И. Лебедева.',
      ],
      ['Кто заплатит?', 'Пока никто не ответил.'],
    ],
  },
  {
    language: 'Greek',
    locale: 'el',
    gap: ' ',
    paragraphs: [
      ['Η παλιά γέφυρα της Αμμουδιάς θα κλείσει τον Ιούνιο.', 'Οι μηχανικοί βρήκαν 38 ρωγμές στα πόδια της.'],
      [
        'Η επισκευή κοστίζει έξι εκατομμύρια ευρώ.',
        '«Περιμέναμε δέκα χρόνια», είπε η δήμαρχος Ελένη Βασιλείου.',
      ],
      ['Ποιος θα πληρώσει;', 'Κανείς δεν απάντησε ακόμη.'],
    ],
  },
  {
    language: 'German',
    locale: 'de',
    gap: ' ',
    paragraphs: [
      [
        'Die alte Brücke in Sandau wird am 3. Juni geschlossen.',
        'Ingenieure fanden an den Pfeilern 38 Risse, d. h. doppelt so viele wie im Vorjahr.',
      ],
      [
        'Die Reparatur kostet ca. 6 Mio. Euro, also das Vierfache dessen, was die Stadt im Jahr einnimmt.',
        '„Wir haben zehn Jahre gewartet“, sagte Bürgermeisterin Dr. Ute Behrens.',
      ],
      [
        'Wer soll das bezahlen?',
        'Bisher hat niemand geantwortet.',
        'Der Stadtrat tagt erst im 2. Halbjahr wieder.',
      ],
    ],
  },
  {
    language: 'French',
    locale: 'fr',
    gap: ' ',
    paragraphs: [
      [
        'Le vieux pont de Sablay fermera le 1er juin.',
        'Des ingénieurs ont compté 38 fissures dans ses piles.',
      ],
      [
        'La réparation coûterait six millions d’euros, quatre fois ce que la ville gagne en un an.',
        '« Nous attendons depuis dix ans », a déclaré la maire, Mme Odile Marchand.',
      ],
      [
        'Qui va payer ?',
        'M. Renaud, du conseil, n’a pas répondu.',
        'Les enfants traverseront la rivière en bateau !',
      ],
    ],
  },
  {
    language: 'Spanish',
    locale: 'es',
    gap: ' ',
    paragraphs: [
      [
        'El viejo puente de Arenales cerrará en junio.',
        'Los ingenieros encontraron 38 grietas en sus pilares.',
      ],
      [
        'La obra costará seis millones de euros, cuatro veces lo que el pueblo ingresa al año.',
        '«Llevamos diez años esperando», dijo la alcaldesa, la Sra. Marta Vega.',
      ],
      ['¿Quién va a pagar?', 'Nadie ha contestado todavía.', '¡Los niños cruzarán el río en barca!'],
    ],
  },
  {
    language: 'Vietnamese',
    locale: 'vi',
    gap: ' ',
    paragraphs: [
      [
        'Cây cầu cũ của thị trấn Cát Trắng sẽ đóng cửa vào tháng Sáu.',
        'Các kỹ sư đã tìm thấy 38 vết nứt ở trụ cầu.',
      ],
      [
        'Việc sửa chữa tốn sáu triệu đồng, gấp bốn lần thu nhập cả năm của thị trấn.',
        '“Chúng tôi đã chờ mười năm,” bà Lê Thu nói.',
      ],
      ['Ai sẽ trả tiền?', 'Đến nay chưa ai trả lời.'],
    ],
  },
  {
    language: 'Portuguese',
    locale: 'pt',
    gap: ' ',
    paragraphs: [
      ['A velha ponte de Areal fecha em junho.', 'Os engenheiros acharam 38 fissuras nos pilares.'],
      [
        'A obra custa seis milhões de euros, quatro vezes o que a vila ganha num ano.',
        '“Esperámos dez anos”, disse a Sra. Rita Moura.',
      ],
      ['Quem vai pagar?', 'Até agora ninguém respondeu.'],
    ],
  },
  {
    language: 'Turkish',
    locale: 'tr',
    gap: ' ',
    paragraphs: [
      ['Kumluca’nın eski köprüsü haziran ayında kapanacak.', 'Mühendisler ayaklarında 38 çatlak buldu.'],
      [
        'Onarım 6 milyon lira tutuyor, yani kasabanın yıllık gelirinin dört katı.',
        '“On yıl bekledik,” dedi belediye başkanı Dr. Elif Demir.',
      ],
      ['Parayı kim ödeyecek?', 'Şimdiye kadar kimse yanıt vermedi.'],
    ],
  },
];
