/** A broken thing. The person sees calm words, the log gets the code; what was said is never in either. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  /** May `message` be shown outside? Only when we wrote it and it holds nothing of the person. */
  readonly expose: boolean;

  constructor(code: string, message: string, options: { cause?: unknown; expose?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.expose = options.expose ?? false;
  }
}
