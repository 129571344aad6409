/** A group or place near by that somebody named in passing: "my daughter was on about a walking group near here". */

const kindsOfPlace =
  'group|club|class|classes|choir|centre|café|cafe|shed|lunch|library|hub|church|mosque|temple|chapel';
const named = new RegExp(`\\b(?:an?|the|that|this|some|our) ((?:[a-z'-]+ ){0,2}(?:${kindsOfPlace}))\\b`, 'i');

/** The words for it, without the article ("walking group"); undefined when none was named. */
export function localIdeaIn(text: string): string | undefined {
  return named.exec(text.slice(0, 2_000))?.[1];
}
