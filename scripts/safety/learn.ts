/** Learns weights: a line between two heaps of messages, drawn so that the widest margin lies on both sides. */

/** A message as the places and values of its marks; `is` is 1 or -1, `counts` how much it matters. */
export interface Example {
  readonly at: Int32Array;
  readonly value: Float32Array;
  readonly is: 1 | -1;
  readonly counts: number;
}

const rounds = 60;
/** A larger number follows the messages more closely. */
const closeness = 0.12;

/** What each mark weighs, and what is added to their sum. */
export interface Learned {
  readonly weights: Float64Array;
  readonly start: number;
}

/** Dual coordinate descent for the squared hinge (Hsieh and others, 2008): the same messages give the same weights. */
export function learn(examples: readonly Example[], size: number, seed = 7): Learned {
  const weights = new Float64Array(size + 1);
  const pull = new Float64Array(examples.length);
  const order = examples.map((_one, at) => at);
  const random = randomFrom(seed);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const one = examples[index];
      if (one !== undefined) pull[index] = nudged(one, pull[index] ?? 0, weights);
    }
  }
  return { weights, start: weights[size] ?? 0 };
}

/** Moves the weights so that this example is as right as the others let it be; its new pull. */
function nudged({ at, value, is, counts }: Example, pull: number, weights: Float64Array): number {
  const slack = 0.5 / (closeness * counts);
  const last = weights.length - 1;
  let sum = weights[last] ?? 0;
  let square = 1;
  for (let index = 0; index < at.length; index += 1) {
    const own = value[index] ?? 0;
    sum += (weights[at[index] ?? 0] ?? 0) * own;
    square += own * own;
  }
  const now = Math.max(0, pull - (is * sum - 1 + slack * pull) / (square + slack));
  const step = (now - pull) * is;
  if (step === 0) return pull;
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] ?? 0;
    weights[place] = (weights[place] ?? 0) + step * (value[index] ?? 0);
  }
  weights[last] = (weights[last] ?? 0) + step;
  return now;
}

export function scoreOf({ at, value }: Example, { weights, start }: Learned): number {
  let sum = start;
  for (let index = 0; index < at.length; index += 1) sum += (weights[at[index] ?? 0] ?? 0) * (value[index] ?? 0);
  return sum;
}

/** Numbers from 0 up to 1 that are the same each time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
