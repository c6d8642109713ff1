/** Articles that a text names, told by the law and its number. */
const DIGITS = '零一二三四五六七八九';
const NUMBER = '[零一二三四五六七八九十百]+';
const CITED = new RegExp(
  `(?:《([^》]+)》|[按参依]照?|个人信息保护法)((?:第${NUMBER}条(?:之${NUMBER})?(?:第${NUMBER}[款项])*(?:至|、|和)?)+)`,
  'gu',
);

/** Of numbers below a thousand, as laws write them: 九百四十九, 十二. */
function articleNumber(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const one of text) {
    const unit = { 十: 10, 百: 100 }[one];
    sum += unit === undefined ? 0 : (digit || 1) * unit;
    digit = unit === undefined ? DIGITS.indexOf(one) : 0;
  }
  return sum + digit;
}

/** Each article that stands right behind the name of a law, and those that follow it there; without a name, as 按第五十条, it is of the law that texts name most. */
export const articlesIn = (text: string): readonly { readonly law: string; readonly article: number }[] =>
  [...text.matchAll(CITED)].flatMap(([, law = '个人信息保护法', articles = '']) =>
    [...articles.matchAll(new RegExp(`第(${NUMBER})条`, 'gu'))].map(([, number = '']) => ({
      law,
      article: articleNumber(number),
    })),
  );
