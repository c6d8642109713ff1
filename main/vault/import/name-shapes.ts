/** Tells names of people by their look: a surname in use and one to three characters behind it. */
import { COMPOUND_SURNAMES } from '../values/surnames.ts';

/** The surnames of some 98 in 100 people, and those that are common around Guangxi and Guangdong. */
const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼萧傅阎赖洪常代甯靖腾占诸苍汲糜松牧隗宓蓬郗韶溥怀从鄂籍莘贡逄扶宰郦郏习宦庾暨衡沃蔚越夔厍融訾蒯竺益桓终慎寿濮璩堵广禄弘咸双居揭干但尉冶斯元束檀衣信展阴昝智幸奉植富尧闭由'.split(
    '',
  ),
);

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;
const DOTTED = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,12})+$/u;
const LATIN = /^[A-Za-z][a-z]+(?: [A-Za-z][a-z'.-]+){1,3}$/;
/** Words of lists that look like a name: 已入住, 空置, 装修中. */
const NO_NAMES =
  /^(?:代[缴交付收管理办租购售持签].{0,2}|常住.?|常年.{0,2}|双[证方].{0,2}|空置|空房|空关|空闲|闲置|未售|待售|未知|不详|自住|出租|已租|入住|已入住|未入住|装修|装修中|毛坯|业主|户主|租户|租客|家属|其他|其它|成员|本人|配偶|备注|合计|小计|正常|白色|黑色|银色|红色|高层|商铺|商业|住宅|公寓|车位|车库|单元|平方|安置|公司|有限|同上|男|女)$/u;

/** Begins with a surname in use and is as long as a name is. */
export function isHanName(text: string): boolean {
  if (!HAN_NAME.test(text) || NO_NAMES.test(text)) return false;
  const two = text.slice(0, 2);
  if (text.length > 2 && COMPOUND_SURNAMES.has(two)) return true;
  return SURNAMES.has(text.charAt(0)) && text.length <= 4;
}

/** A name of one person, or of several parted by signs. */
export function looksLikeName(text: string): boolean {
  const bare = text.replace(/[（(][^）)]{0,12}[)）]/gu, '').trim();
  if (DOTTED.test(bare) || LATIN.test(bare)) return true;
  const parts = bare.split(/[,，、;；/&＆+ ]+/).filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.length <= 6 &&
    parts.every((part) => isHanName(part) || isHanName(part.replace(/^[妻夫子女父母]/u, '')))
  );
}
