/** Traditional characters of the headings and words of lists as simplified ones: for comparing, never for keeping. */

const TRADITIONAL =
  '棟單號樓層區戶門東業產權車聯絡係繫電話證護碼機備註記稱屬關類別與間編積築實內遷進駐齡國緊應郵據狀態況裝場鋪廠項樣開發閒無齊臨時訪親愛兒孫媽爺養繼貸銀帳費額數張陳劉黃趙吳馬羅鄭許韓馮鄧蕭蔣餘葉蘇呂盧鐘譚陸賈韋鄒龍華買購賣簽約總計個體組團園詳細資訊讀種顏顔廣價紅綠藍員僱傭長婦舊現後獨復複樹莊灣麗豐寶錦遠濱島灘鄉鎮縣縂隊經營辦領鑰繳贈讓轉過還週歲處執寫為爲於從來這側臺廳衛廚陽樂歡匯滙貳參萬億畝頂臥擁歸盜損壞檔櫃覽錄冊冋儲庫雜補訂錢賬';
const SIMPLIFIED =
  '栋单号楼层区户门东业产权车联络系系电话证护码机备注记称属关类别与间编积筑实内迁进驻龄国紧应邮据状态况装场铺厂项样开发闲无齐临时访亲爱儿孙妈爷养继贷银账费额数张陈刘黄赵吴马罗郑许韩冯邓萧蒋余叶苏吕卢钟谭陆贾韦邹龙华买购卖签约总计个体组团园详细资讯读种颜颜广价红绿蓝员雇佣长妇旧现后独复复树庄湾丽丰宝锦远滨岛滩乡镇县总队经营办领钥缴赠让转过还周岁处执写为为于从来这侧台厅卫厨阳乐欢汇汇贰叁万亿亩顶卧拥归盗损坏档柜览录册同储库杂补订钱账';
const SIMPLE_OF: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((sign, index) => [sign, SIMPLIFIED.charAt(index)]),
);

const ANY = new RegExp(`[${TRADITIONAL}]`, 'u');

/** `text` with the simplified character for each traditional one that words of lists are written with. */
export const toSimplified = (text: string): string =>
  ANY.test(text) ? text.replace(/\p{Script=Han}/gu, (sign) => SIMPLE_OF.get(sign) ?? sign) : text;
