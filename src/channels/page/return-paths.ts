/** The paths of coming back, being helped and being rung. */
import { leaveFirst } from './leave-first.ts';
import type { Page } from './page.ts';
import { callForm, ringMe } from './return-call.ts';
import { beginHelp, closeHelp, helperEvents, helperSays, helpWith } from './return-helper.ts';
import { close, comeBack, deviceSaid, ended, returnForm, stillHere } from './return-routes.ts';
import { makeSheet, wayBack } from './return-sheet.ts';
import { endAccess, invite, whoSees } from './return-who.ts';
import type { Visit } from './visit.ts';

export const returnPages: Readonly<Record<string, (page: Page, visit: Visit) => Promise<void> | void>> = {
  '/return': returnForm,
  '/way-back': wayBack,
  '/ended': ended,
  '/who-can-see': whoSees,
  '/help-with': helpWith,
  '/help-with/events': helperEvents,
  '/ring-me': callForm,
};

export const returnActs: Readonly<
  Record<string, (page: Page, visit: Visit, fields: URLSearchParams) => Promise<void> | void>
> = {
  '/return': comeBack,
  '/way-back': makeSheet,
  '/device': deviceSaid,
  '/still-here': stillHere,
  '/close': close,
  '/invite': invite,
  '/end-access': endAccess,
  '/help-with': beginHelp,
  '/help-with/say': leaveFirst(helperSays),
  '/help-with/close': closeHelp,
  '/ring-me': ringMe,
};
