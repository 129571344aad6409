/** Who may open a plan, and on what: the part of the fold that is about coming back and being helped. */
import type { Fact, FactOf } from './facts.ts';

export interface Device {
  /** Null until "is this your own device?" is answered; it counts as shared then. */
  readonly own: boolean | null;
  /** Absent: the person's. */
  readonly helper?: string | undefined;
  readonly since: string;
}

export interface Helper {
  readonly id: string;
  readonly name: string;
  /** Who they are to the person, in the person's words. */
  readonly link: string;
  /** The question (a slot) with which help is wanted. */
  readonly question: string | null;
  readonly sections: readonly string[];
  readonly since: string;
  readonly ended: string | null;
}

export interface Access {
  /** By the SHA-256 (hex) of their secrets. What has ended is not there. */
  readonly devices: Readonly<Record<string, Device>>;
  readonly helpers: readonly Helper[];
  /** Each time that it was opened with a code. */
  readonly openings: readonly { readonly at: string; readonly channel: string; readonly helper?: string | undefined }[];
  readonly sheet: { readonly reference: string; readonly at: string } | null;
}

/** The device on which the talk began is the first that opens it. */
export const accessFrom = ({ key, at }: FactOf<'began'>): Access => ({
  devices: key === undefined ? {} : { [key]: { own: null, since: at } },
  helpers: [],
  openings: [],
  sheet: null,
});

/** Access after one more fact; facts about anything else change nothing. */
export function accessAfter(access: Access, fact: Fact): Access {
  const { devices, helpers, openings } = access;
  switch (fact.type) {
    case 'sheet_made':
      return { ...access, sheet: { reference: fact.reference, at: fact.at } };
    case 'device_known':
      return { ...access, devices: { ...devices, [fact.key]: { own: null, helper: fact.helper, since: fact.at } } };
    case 'device_said': {
      const device = devices[fact.key];
      return device === undefined
        ? access
        : { ...access, devices: { ...devices, [fact.key]: { ...device, own: fact.own } } };
    }
    case 'device_ended':
      return { ...access, devices: without(devices, (key) => key === fact.key) };
    case 'helper_invited': {
      const { helper: id, name, link, question, sections, at } = fact;
      return { ...access, helpers: [...helpers, { id, name, link, question, sections, since: at, ended: null }] };
    }
    case 'helper_ended':
      return {
        ...access,
        helpers: helpers.map((one) => (one.id === fact.helper ? { ...one, ended: one.ended ?? fact.at } : one)),
        devices: without(devices, (_, { helper }) => helper === fact.helper),
      };
    case 'opened':
      return { ...access, openings: [...openings, { at: fact.at, channel: fact.channel, helper: fact.helper }] };
    default:
      return access;
  }
}

const without = (devices: Access['devices'], gone: (key: string, device: Device) => boolean): Access['devices'] =>
  Object.fromEntries(Object.entries(devices).filter(([key, device]) => !gone(key, device)));
