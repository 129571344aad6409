/**
 * How a plan looks on disk: JSON lines, each under the checksum of itself and all lines before it, so that a line that
 * was changed, lost, doubled or moved is found. The first line says the format and whose plan it is. A line marked
 * `more` is not the last of its batch: a batch without its last line never happened.
 */
import { crc32 } from 'node:zlib';

/** Where the next line goes on from. */
export interface Tail {
  readonly sum: number;
  readonly count: number;
}

export interface Envelope {
  readonly format: number;
  readonly plan: string;
}

/** The lines of one batch. The first batch of a plan has its envelope in front. */
export function toLines(facts: readonly unknown[], tail: Tail, envelope?: Envelope): { bytes: Buffer; tail: Tail } {
  let { sum } = tail;
  let text = '';
  const line = (body: string) => {
    sum = crc32(body, sum);
    text += `{"sum":"${sum.toString(16).padStart(8, '0')}",${body}\n`;
  };
  if (envelope) line(`"more":true,"format":${envelope.format},"plan":"${envelope.plan}"}`);
  facts.forEach((fact, index) => {
    line(`${index < facts.length - 1 ? '"more":true,' : ''}"fact":${JSON.stringify(fact)}}`);
  });
  return { bytes: Buffer.from(text), tail: { sum, count: tail.count + facts.length } };
}

/** What a file holds: the facts of whole batches, and how many bytes they take. After `length` lies a torn batch. */
export interface Found {
  readonly envelope: Envelope;
  readonly facts: readonly unknown[];
  readonly tail: Tail;
  readonly length: number;
}

/** Something else than a torn end is wrong at this line. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
  readonly line: number;
  constructor(line: number, options?: ErrorOptions) {
    super(`line ${line}`, options);
    this.line = line;
  }
}

export const emptyTail: Tail = { sum: 0, count: 0 };
const newline = 0x0a;
/** `{"sum":"0a1b2c3d",` comes before what the checksum is of. */
const head = /^\{"sum":"([0-9a-f]{8})",$/;
const headLength = 18;

/** Reads the lines of a plan. Null when not even the first batch is whole; throws `Damaged`. */
export function fromLines(bytes: Buffer): Found | null {
  let envelope: Envelope | undefined;
  let found: Found | null = null;
  const facts: unknown[] = [];
  let sum = 0;
  let start = 0;
  for (let number = 1; start < bytes.length; number++) {
    const stop = bytes.indexOf(newline, start);
    // Torn, or never filled: after a power cut that reads as zeros.
    if (stop < 0) break;
    sum = sumOf(bytes.subarray(start, stop), sum, number);
    const line = parse(bytes.toString('utf8', start, stop), number);
    if (number === 1) envelope = envelopeOf(line);
    else facts.push(line.fact);
    start = stop + 1;
    if (line.more !== true && envelope) {
      found = { envelope, facts, tail: { sum, count: facts.length }, length: start };
    }
  }
  // The list was shared while it grew: a torn batch's facts are left out here, once.
  return found && { ...found, facts: facts.slice(0, found.tail.count) };
}

function sumOf(line: Buffer, before: number, number: number): number {
  const told = head.exec(line.toString('latin1', 0, headLength))?.[1];
  const sum = crc32(line.subarray(headLength), before);
  if (told === undefined || Number.parseInt(told, 16) !== sum) throw new Damaged(number);
  return sum;
}

interface Line extends Partial<Envelope> {
  readonly more?: boolean;
  readonly fact?: unknown;
}

function parse(text: string, number: number): Line {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words would quote what the person said.
    throw new Damaged(number);
  }
}

function envelopeOf({ format, plan }: Line): Envelope {
  if (typeof format !== 'number' || typeof plan !== 'string') throw new Damaged(1);
  return { format, plan };
}
