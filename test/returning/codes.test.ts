import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabet, codeIn, newCode, wordList, wordsInCode } from '../../src/returning/code.ts';
import { hashed, isRight } from '../../src/returning/hash.ts';

/** Written with a z in Britain too. */
const british = new Set([
  'size',
  'sized',
  'sizing',
  'resize',
  'prize',
  'seize',
  'seized',
  'seizing',
  'capsize',
  'oversized',
]);

describe('a code for coming back', () => {
  it('cannot be guessed: its words hold at least 64 bits', () => {
    expect(new Set(wordList).size).toBe(wordList.length);
    expect(wordsInCode * Math.log2(wordList.length)).toBeGreaterThanOrEqual(64);
  });

  it('has no letters that are taken for each other, and no words that could upset', () => {
    for (const letter of '01ILOUV') expect(alphabet).not.toContain(letter);
    for (const word of ['death', 'grave', 'hospital', 'widow', 'suicide', 'senile', 'worthless', 'cruelty', 'disabled'])
      expect(wordList).not.toContain(word);
    for (const word of wordList) expect(word).toMatch(/^[a-z]{3,10}$/);
  });

  it('has no words of illness or insult, none that is American, and none that sounds like another', () => {
    const words = new Set(wordList);
    const unkind = `neurosis psychic neuter senile dementia tumor cancer cripple lame insane idiot imbecile moron hag
      bulge fat ugly useless stupid racist vomit urine bladder rectal sterile pregnancy genitals nude widow orphan
      coffin mortuary gallows drown bleed bruise assault murder prisoner police poverty lonely burden`;
    const american = `color favor honor harbor rumor gray center theater airplane sidewalk diaper faucet sweatshirt
      eggplant railroad trashcan zucchini mailman popsicle aluminum catalog jewelry pajamas yogurt realize recognize
      organize memorize stylize program traveling`;
    expect(`${unkind} ${american}`.split(/\s+/).filter((word) => words.has(word))).toEqual([]);
    expect(wordList.filter((word) => /(?:iz(?:e[ds]?|ing)|yze)$/.test(word) && !british.has(word))).toEqual([]);
    const alike = ['flour flower', 'bare bear', 'pear pair pare', 'sail sale', 'son sun', 'brake break', 'right write'];
    for (const pair of alike) expect(pair.split(' ').filter((word) => words.has(word)).length, pair).toBeLessThan(2);
    expect(wordList.filter((word) => words.has(`${word}s`))).toEqual([]);
  });

  it('still opens with a sheet that was printed when there were other words', () => {
    for (const word of ['gravel', 'neurosis', 'catalog']) expect(codeIn('', word).words).toEqual([word]);
  });

  it('is a different one each time, with every letter and many words in use', () => {
    const codes = Array.from({ length: 400 }, newCode);
    expect(new Set(codes.map(({ reference }) => reference)).size).toBe(400);
    expect(new Set(codes.flatMap(({ reference }) => [...reference])).size).toBe(alphabet.length);
    expect(new Set(codes.flatMap(({ words }) => words)).size).toBeGreaterThan(1_500);
  });

  it('is understood as people type it: capitals, spaces, hyphens, commas, lines', () => {
    const { reference, words } = newCode();
    const spaced = `${reference.slice(0, 4).toLowerCase()} - ${reference.slice(4)} `;
    for (const between of [' ', '-', ', ', '\n', '. ', ' 2. '])
      expect(codeIn(spaced, words.join(between).toUpperCase())).toEqual({ reference, words });
  });

  it('forgives the end of a word where only one word begins so', () => {
    expect(codeIn('', 'umbrela').words).toEqual(['umbrella']);
    expect(codeIn('', 'zzzz abc').words).toEqual(['zzzz', 'abc']);
  });

  it('never takes one word of the list for another', () => {
    for (const word of wordList) expect(codeIn('', word).words).toEqual([word]);
  });

  it('takes words in their order only, and not one more', async () => {
    const { words } = newCode();
    const kept = { reference: '', plan: '', ...(await hashed(words)) };
    expect(await isRight(words, kept)).toBe(true);
    expect(await isRight(words.toReversed(), kept)).toBe(false);
    expect(await isRight([...words, 'abacus'], kept)).toBe(false);
    expect(await isRight(words.slice(0, 4), kept)).toBe(false);
    expect(JSON.stringify(kept)).not.toContain(words[0]);
  });

  it('is read without harm whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), fc.string({ maxLength: 2_000 }), (reference, words) => {
        const code = codeIn(reference, words);
        expect(code.reference.length).toBeLessThanOrEqual(64);
        expect(code.words.length).toBeLessThanOrEqual(wordsInCode + 1);
      }),
    );
  });
});
