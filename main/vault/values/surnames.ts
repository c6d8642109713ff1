/** Compound surnames, and surnames whose reading differs from that of the character. */

/**
 * Surnames of more than one character, without those that are more often a one-character surname with a given
 * name.
 */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 ' +
    '司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 ' +
    '公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 归海 爱新觉罗 叶赫那拉 ' +
    '钮祜禄 完颜 富察 费莫 那拉 瓜尔佳 索绰络 赫舍里 耶律 哥舒 斛律 贺兰 单于 贺若 屈突 侯莫陈 步六孤 勿忸于 普六茹 那木都鲁 東方 歐陽 司馬 諸葛 尉遲 鍾離 長孫 鮮于 軒轅'
  ).split(' '),
);

/** Compound surnames that begin with `han` and are longer, such as 欧阳 for 欧. */
export const compoundsFrom = (han: string): readonly string[] =>
  [...COMPOUND_SURNAMES].filter((surname) => surname.length > han.length && surname.startsWith(han));

const LONGEST_COMPOUND = Math.max(...[...COMPOUND_SURNAMES].map((surname) => [...surname].length));

/**
 * Readings of surnames that differ from those of the characters, the usual one first. All are searched,
 * because people at the counter type what they hear.
 */
export const SURNAME_READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    单: ['shan', 'dan', 'chan'],
    仇: ['qiu', 'chou'],
    解: ['xie', 'jie'],
    查: ['zha', 'cha'],
    区: ['ou', 'qu'],
    曾: ['zeng', 'ceng'],
    任: ['ren'],
    尉: ['wei', 'yu'],
    朴: ['piao', 'pu', 'po'],
    盖: ['ge', 'gai'],
    葛: ['ge'],
    缪: ['miao', 'mou', 'miu'],
    翟: ['zhai', 'di'],
    乐: ['yue', 'le'],
    华: ['hua'],
    纪: ['ji'],
    燕: ['yan'],
    宁: ['ning'],
    哈: ['ha'],
    晟: ['cheng', 'sheng'],
    覃: ['qin', 'tan', 'xun'],
    冼: ['xian'],
    洗: ['xian', 'xi'],
    折: ['she', 'zhe'],
    黑: ['he', 'hei'],
    秘: ['bi', 'mi'],
    佴: ['nai', 'er'],
    重: ['chong', 'zhong'],
    召: ['shao', 'zhao'],
    繁: ['po', 'fan'],
    员: ['yun', 'yuan'],
    贠: ['yun'],
    宓: ['mi', 'fu'],
    祭: ['zhai', 'ji'],
    种: ['chong', 'zhong'],
    谌: ['chen', 'shen'],
    逄: ['pang'],
    隗: ['wei', 'kui'],
    郇: ['xun', 'huan'],
    郗: ['xi', 'chi'],
    妫: ['gui'],
    臧: ['zang'],
    长: ['chang', 'zhang'],
    车: ['che', 'ju'],
    柏: ['bai', 'bo'],
    薄: ['bo', 'bao'],
    卜: ['bu', 'bo'],
    褚: ['chu', 'zhu'],
    都: ['du', 'dou'],
    钭: ['tou', 'dou'],
    干: ['gan'],
    过: ['guo'],
    郝: ['hao'],
    那: ['na', 'nuo'],
    粘: ['nian', 'zhan'],
    能: ['nai', 'neng'],
    戚: ['qi'],
    强: ['qiang', 'jiang'],
    冯: ['feng', 'ping'],
    沈: ['shen', 'chen'],
    石: ['shi', 'dan'],
    瞿: ['qu', 'ju'],
    率: ['lv', 'shuai'],
    相: ['xiang'],
    幸: ['xing'],
    么: ['yao', 'me'],
    幺: ['yao'],
    应: ['ying'],
    於: ['yu'],
    尹: ['yin'],
    藏: ['zang', 'cang'],
    占: ['zhan'],
    仉: ['zhang'],
    訾: ['zi'],
    俞: ['yu', 'shu'],
    余: ['yu'],
    佘: ['she'],
    肖: ['xiao'],
    六: ['lu', 'liu'],
    陆: ['lu', 'liu'],
    叶: ['ye', 'xie'],
    阚: ['kan'],
    阙: ['que'],
    蔚: ['yu', 'wei'],
    万: ['wan', 'mo'],
    尧: ['yao'],
    谷: ['gu', 'yu'],
    牟: ['mou', 'mu'],
    南: ['nan', 'na'],
    朝: ['chao', 'zhao'],
    盛: ['sheng', 'cheng'],
    殷: ['yin', 'yan'],
    贾: ['jia', 'gu'],
    喀: ['ka'],
    撒: ['sa'],
    适: ['kuo', 'shi'],
    邵: ['shao'],
    呙: ['guo', 'wai'],
    句: ['gou', 'ju'],
    啜: ['chuai', 'chuo'],
    郄: ['qie', 'xi'],
    万俟: ['moqi', 'wansi'],
    尉迟: ['yuchi', 'weichi'],
    长孙: ['zhangsun', 'changsun'],
    澹台: ['tantai', 'dantai'],
    亓官: ['qiguan'],
    鲜于: ['xianyu'],
    令狐: ['linghu'],
    乐正: ['yuezheng', 'lezheng'],
    宰父: ['zaifu'],
    谷梁: ['guliang'],
    夏侯: ['xiahou'],
    皇甫: ['huangfu'],
    单于: ['chanyu', 'danyu'],
    百里: ['baili'],
    仲长: ['zhongzhang', 'zhongchang'],
    公冶: ['gongye'],
    濮阳: ['puyang'],
    尉遲: ['yuchi', 'weichi'],
    長孫: ['zhangsun', 'changsun'],
  } satisfies Record<string, readonly string[]>),
);

/**
 * The surname of a name: the longest compound surname that leaves a given name, else the first character.
 * Empty for an empty name.
 */
export function surnameOf(name: string): string {
  const characters = [...name];
  for (let length = Math.min(LONGEST_COMPOUND, characters.length - 1); length > 1; length--) {
    const surname = characters.slice(0, length).join('');
    if (COMPOUND_SURNAMES.has(surname)) return surname;
  }
  return characters[0] ?? '';
}
