/** What is known of one mention of somebody. */
export interface Mention {
  /** The word after it. */
  readonly to: number;
  /** Undefined for "a woman" and "someone": somebody, but who? */
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  /** Several of a kind were announced: "my two sons". */
  readonly plural?: string | undefined;
  readonly hasName: boolean;
  readonly self?: boolean;
  readonly vague?: boolean;
  /** "I will", which is nothing when "ask my daughter" follows. */
  readonly weak?: boolean;
}
