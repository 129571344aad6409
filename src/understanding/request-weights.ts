/**
 * The second reader of requests: adds up what each mark of a message weighs. The weights were learned from our own corpus
 * (`scripts/train-requests.ts`), are kept in `request-weight-words.json`, and never change while the service runs.
 */
import enGB from '../../locales/en-GB/request-weight-words.json' with { type: 'json' };
import { alone, apart, marksOf, type NumberOf, pair, shareOf } from './request-marks.ts';
import { partsOf } from './sentence-parts.ts';

/** How much a message weighs as a request to the assistant: above 0 it more likely is one. */
export interface Weighed {
  readonly score: number;
  /** The request that it is most like. */
  readonly command: string;
  /** By how much it is more like that one than like any other. */
  readonly lead: number;
}

/** From here on a message is a request wherever it is said. */
export const surely = 0.9;

type Weights = ReadonlyMap<number, number>;
interface Ready {
  readonly numberOf: NumberOf;
  readonly asked: Weights;
  readonly kinds: readonly { readonly command: string; readonly start: number; readonly weights: Weights }[];
}

let ready: Ready | undefined;

/** Made when first needed. */
function scales(): Ready {
  if (ready !== undefined) return ready;
  const numbers = new Map<string, number>();
  const known = (word: string) => {
    const number = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, number);
    return number;
  };
  const weightsOf = (written: Readonly<Record<string, number>>): Weights =>
    new Map(
      Object.entries(written).map(([mark, weight]) => {
        const [one = '', other, last] = mark.split(' ');
        if (other === undefined) return [alone(known(one)), weight];
        return [last === undefined ? pair(known(one), known(other)) : apart(known(one), known(last)), weight];
      }),
    );
  const kinds = Object.entries(enGB.kinds).map(([command, { start, weights }]) => ({
    command,
    start,
    weights: weightsOf(weights),
  }));
  ready = { asked: weightsOf(enGB.asked), kinds, numberOf: (word) => numbers.get(word) ?? 0 };
  return ready;
}

/** Weighs a message; `text` as it was typed. Each reader of it asks for this; it is weighed once. */
export function weighed(words: readonly string[], text: string): Weighed {
  const asks = text.includes('?');
  const key = `${words.join(' ')}${asks ? '?' : ''}`;
  if (key !== last.key) last = { key, weighed: weighedNow(words, asks) };
  return last.weighed;
}
let last: { readonly key: string; readonly weighed: Weighed } = {
  key: '',
  weighed: { score: -1, command: 'help', lead: 0 },
};

function weighedNow(words: readonly string[], asks: boolean): Weighed {
  const { asked, kinds, numberOf } = scales();
  const parts = partsOf(words);
  const marks = marksOf(parts, asks, numberOf);
  const share = shareOf(parts);
  const sum = (weights: Weights) => {
    let all = 0;
    for (const mark of marks) all += weights.get(mark) ?? 0;
    return all * share;
  };
  const score = (enGB.start + sum(asked)) / 100;
  if (score < leastOfAll) return { score, command: 'help', lead: 0 };
  const likest = kinds
    .map(({ command, start, weights }) => ({ command, like: (start + sum(weights)) / 100 }))
    .sort((one, other) => other.like - one.like);
  const [best, second] = likest;
  return { score, command: best?.command ?? 'help', lead: (best?.like ?? 0) - (second?.like ?? 0) };
}

/** So far below, nobody asks which request it is. */
const leastOfAll = -0.5;
