/**
 * How Chinese labels are typed: their pinyin and its initials, so that an editor finds 预算完成率 by ysw or by yusuan while the input
 * method is still composing. Not a dictionary: the platform sorts Chinese by sound, and this knows at which character each
 * syllable begins; a character with several readings gets its usual one, but for the few words of the trade below.
 * Where the platform does not sort by sound, there is no pinyin and labels are found by their characters alone.
 */

/** Each syllable, and the first common character that has it when characters are sorted by sound. */
// prettier-ignore
const SYLLABLES =
  'a吖ai哎an安ang肮ao凹ba八bai掰ban扳bang邦bao勹bei卑ben奔beng崩bi逼bian边biao灬bie憋bin玢bing冫bo拨bu逋ca嚓cai猜can参cang仓' +
  'cao操ce册cen岑ceng噌cha叉chai拆chan觇chang伥chao抄che车chen抻cheng柽chi吃chong充chou抽chu出chuai揣chuan巛chuang疮' +
  'chui吹chun春chuo踔ci呲cong匆cou凑cu粗cuan汆cui崔cun村cuo搓da哒dai呆dan丹dang当dao刀de得deng灯di氐dia嗲dian掂diao刁die爹' +
  'ding丁diu丢dong东dou都du嘟duan端dui堆dun吨duo多e婀ei诶en恩er儿fa发fan帆fang匚fei飞fen分feng丰fou缶fu夫ga旮gai该gan甘' +
  'gang冈gao皋ge戈gei给gen根geng庚gong工gou勾gu估gua瓜guai乖guan关guang光gui归gun丨guo呙ha哈hai咳han顸hang夯hao蒿he诃hei黑' +
  'hen痕heng亨hong轰hou侯hu乎hua花huai怀huan欢huang肓hui灰hun昏huo耠ji丌jia加jian戋jiang江jiao艽jie阶jin巾jing京jiong冂' +
  'jiu纠ju居juan娟jue噘jun军ka咔kai开kan刊kang康kao尻ke苛ken肯keng吭kong空kou抠ku刳kua夸kuai蒯kuan宽kuang匡kui亏kun坤kuo扩' +
  'la垃lai来lan兰lang啷lao捞le仂lei雷leng塄li哩lia俩lian奁liang良liao撩lie咧lin拎ling伶liu溜long龙lou娄lu噜lv驴luan娈lve掠' +
  'lun抡luo罗ma妈mai埋man颟mang邙mao猫me么mei没men门meng虻mi咪mian宀miao喵mie乜min民ming名miu谬mo摸mou哞mu毪na拿nai乃nan囡' +
  'nang囔nao孬ne疒nei馁nen恁neng能ng嗯ni妮nian拈niang娘niao鸟nie捏nin您ning宁niu妞nong农nou耨nu奴nv女nuan暖nve疟nuo挪o喔' +
  'ou讴pa趴pai拍pan潘pang乓pao抛pei呸pen喷peng怦pi丕pian偏piao剽pie氕pin姘ping乒po钋pou剖pu仆qi七qia掐qian千qiang呛qiao悄' +
  'qie且qin亲qing青qiong邛qiu丘qu区quan悛que炔qun逡ran蚺rang禳rao娆re惹ren人reng扔ri日rong戎rou柔ru如ruan阮rui蕤run闰ruo若' +
  'sa仨sai塞san三sang桑sao搔se色sen森seng僧sha杀shai筛shan山shang伤shao捎she奢shei谁shen申sheng升shi尸shou收shu书shua刷' +
  'shuai衰shuan闩shuang双shui水shun吮shuo说si厶song忪sou嗖su苏suan狻sui虽sun孙suo唆ta他tai胎tan坍tang汤tao涛te忑teng疼' +
  'ti剔tian天tiao佻tie帖ting厅tong通tou偷tu凸tuan湍tui推tun吞tuo乇wa挖wai歪wan弯wang尢wei危wen温weng翁wo挝wu乌xi夕xia呷' +
  'xian仙xiang乡xiao枭xie些xin心xing星xiong凶xiu休xu吁xuan轩xue削xun勋ya丫yan恹yang央yao幺ye掖yi一yin因ying应yo哟yong佣' +
  'you优yu纡yuan鸢yue曰yun晕za匝zai灾zan糌zang赃zao遭ze则zei贼zen怎zeng增zha扎zhai斋zhan沾zhang张zhao钊zhe蜇zhen贞zheng争' +
  'zhi之zhong中zhou州zhu朱zhua抓zhuai拽zhuan专zhuang妆zhui隹zhun肫zhuo拙zi孜zong宗zou邹zu租zuan钻zui嘴zun尊zuo嘬';

/** Words of the trade whose reading is not that of their characters alone. */
const WORDS: Readonly<Record<string, string>> = {
  调整: 'tiao zheng',
  调节: 'tiao jie',
  协调: 'xie tiao',
  会计: 'kuai ji',
  重复: 'chong fu',
  重新: 'chong xin',
  长期: 'chang qi',
  长效: 'chang xiao',
  偿还: 'chang huan',
  归还: 'gui huan',
  银行: 'yin hang',
  差旅: 'chai lv',
  出差: 'chu chai',
};

/** A label as it is typed: `yusuanwanchenglv` and `yswcl`. What is not Chinese stands for itself, in lower case; signs drop out. */
export interface Pinyin {
  readonly full: string;
  readonly initials: string;
}

class Speller {
  private table: readonly { readonly syllable: string; readonly first: string }[] | undefined;
  private readonly collator = new Intl.Collator('zh-u-co-pinyin');
  private readonly known = new Map<string, string>();

  spell(char: string): string | undefined {
    const known = this.known.get(char);
    if (known !== undefined) return known;
    this.table ??= this.readTable();
    let low = 0;
    let high = this.table.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.collator.compare(this.table[middle]?.first ?? '', char) <= 0) low = middle + 1;
      else high = middle;
    }
    const syllable = this.table[low - 1]?.syllable;
    if (syllable !== undefined) this.known.set(char, syllable);
    return syllable;
  }

  /** Empty where the platform sorts otherwise. */
  private readTable(): readonly { readonly syllable: string; readonly first: string }[] {
    const table = [...SYLLABLES.matchAll(/([a-z]+)([^a-z])/g)].map(([, syllable = '', first = '']) => ({
      syllable,
      first,
    }));
    const sorted = table.every(
      ({ first }, index) => index === 0 || this.collator.compare(table[index - 1]?.first ?? '', first) < 0,
    );
    return sorted ? table : [];
  }
}

const SPELLER = new Speller();
const PIECE = new RegExp(`${Object.keys(WORDS).join('|')}|[\\u4e00-\\u9fff]|[0-9A-Za-z]+`, 'g');

/** The pinyin of a label, without tones; ü is v, as it is typed. */
export function pinyinOf(label: string): Pinyin {
  const syllables = [...label.matchAll(PIECE)].flatMap(([piece]) =>
    piece in WORDS
      ? (WORDS[piece] ?? '').split(' ')
      : /^[0-9A-Za-z]/.test(piece)
        ? [piece.toLowerCase()]
        : [SPELLER.spell(piece) ?? ''],
  );
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
