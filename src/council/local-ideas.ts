/** Which services near by fit what somebody wants to do. Better none than one that does not fit. */
import type { Pack } from './pack.ts';

type Service = Pack['services'][number];

/** Up to three names: their tags, kind or name fit, nothing would not suit, and who they are for is said, or is `of` the person. */
export function localIdeas(
  services: readonly Service[],
  fits: readonly string[],
  not: readonly string[],
  of: readonly string[] = [],
): readonly string[] {
  const [wanted, unwanted] = [wordsIn(fits), wordsIn(not)];
  return services
    .map((service) => ({ service, fit: isFor(service, wanted, of) ? fitOf(service, wanted, unwanted) : 0 }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, 3)
    .map(({ service }) => service.name);
}

/** What a service says about itself at length has too many words that fit anything: "help to say what you want". */
function fitOf({ name, what, kind, tags }: Service, wanted: Set<string>, unwanted: Set<string>): number {
  const isUnwanted = [...wordsIn([name, what, kind, ...tags])].some((word) => unwanted.has(word));
  return isUnwanted ? 0 : [...wordsIn([name, kind, ...tags])].filter((word) => wanted.has(word)).length;
}

/** A group for people who stop smoking is for nobody else. */
function isFor({ tags }: Service, wanted: Set<string>, of: readonly string[]): boolean {
  const particular = tags.filter((tag) => forSome.has(tag));
  return (
    particular.length === 0 ||
    particular.some((tag) => of.includes(tag) || [...wordsIn([tag])].some((word) => wanted.has(word)))
  );
}

/** Tags that say for whom a service is. */
const forSome: ReadonlySet<string> = new Set([
  'carers',
  'memory',
  'deaf',
  'bsl',
  'sight_loss',
  'learning_disability',
  'young',
  'bereavement',
  'smoking',
  'weight',
  'breathing',
  'mental_health',
  'pain',
  'falls',
  'health',
  'rights',
  'halal',
]);

/** Words of three letters and more, without their endings: "walks" and "walking" are both "walk". */
function wordsIn(texts: readonly string[]): Set<string> {
  const words =
    texts
      .join(' ')
      .toLowerCase()
      .replaceAll('_', ' ')
      .match(/[a-z]{3,}/g) ?? [];
  return new Set(
    words.map((word) => word.replace(/(?:ing|ers|er|s)$/, '')).filter((word) => word.length > 2 && !common.has(word)),
  );
}

/** They say nothing about what somebody would like to do. */
const common = new Set(
  'group help home natter sunday local some start do would like with people the and for you can car scheme free all way well off hour few thing between each table vale up liv two friend'.split(
    ' ',
  ),
);
