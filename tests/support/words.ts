type WordsOf<Text extends string> = Text extends `${infer Word} ${infer Rest}` ? Word | WordsOf<Rest> : Text;

/** The words of each line in their order, known by their type: a list that would take a line a word. One space stands between two words. */
export const words = <const Lines extends readonly string[]>(...lines: Lines): WordsOf<Lines[number]>[] =>
  lines.flatMap((line) => line.split(' ')) as WordsOf<Lines[number]>[];
