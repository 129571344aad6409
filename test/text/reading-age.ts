/** How hard a text is to read: the Flesch-Kincaid grade (US school years; 5 is about age 10), and its longest sentence. */
export function readingAge(text: string): { grade: number; longest: number; words: number } {
  const sentences = text
    .replace(/\{\{.*?\}\}/g, 'Ann')
    .split(/[.!?]+(?=\s|["'”’)]|$)/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { grade: 0, longest: 0, words: 0 };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return {
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
    longest: Math.max(...sentences.map((sentence) => sentence.length)),
    words: words.length,
  };
}

const wordsOf = (sentence: string) => sentence.split(/[\s–-]+/).filter((word) => /[\p{L}\d]/u.test(word));

/** Counts groups of vowels, less the silent ends. Good to about one word in twenty, which a sentence evens out. */
export function syllablesOf(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[^a-z]/g, '');
  if (bare.length <= 3) return 1;
  const known = irregular[bare];
  if (known !== undefined) return known;
  const spoken = bare
    .replace(/(?<=[^aeiouytdl])ed$|(?<=[^aeiouycgsxz])es$|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[aeiouy]l)es$/, '')
    .replace(/(?<=[^aeiouy])e(?=(?:ly|ful|less|ment|ty|where|body|one)$)/, '');
  const hiatus = /[aeiouy]ing$/.test(bare) ? 1 : 0;
  return Math.max(1, (spoken.match(/[aeiouy]+/g)?.length ?? 0) + hiatus);
}

/** Words of our own texts that the rule gets wrong. */
const irregular: Readonly<Record<string, number>> = {
  advice: 2,
  agreed: 2,
  annual: 3,
  area: 3,
  audio: 3,
  choices: 3,
  deafblind: 2,
  diary: 3,
  evening: 2,
  every: 2,
  everyone: 3,
  idea: 3,
  ideas: 3,
  physio: 3,
  radio: 3,
  reablement: 4,
  serious: 3,
  something: 2,
  sometimes: 2,
  video: 3,
};
