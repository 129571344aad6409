/** What is looked at before a talk hears what a form sent: a code typed into the box, and words for a talk that closed meanwhile. */
import { codeSaid } from '../../returning/said-code.ts';
import { draftIn } from './answer.ts';
import type { Page } from './page.ts';
import { askForCode, comeBack, opensHere } from './return-routes.ts';
import type { Visit } from './visit.ts';

type Says = (page: Page, visit: Visit, fields: URLSearchParams) => Promise<void> | void;

/** The same, but a code is never said: it opens its plan. */
export const codeFirst =
  (say: Says): Says =>
  (page, visit, fields) => {
    const code = codeSaid(draftIn(fields));
    if (code?.rest === '') return visit.live ? opened(page, visit, code) : comeBack(page, visit, typed(code));
    if (code !== null) fields.set('text', code.rest);
    // Words that come after the talk has closed here wait until somebody is back in it.
    if (visit.closed && !visit.live && draftIn(fields) !== '') return askForCode(page, visit, draftIn(fields));
    return say(page, visit, fields);
  };

const typed = ({ reference, words }: { reference: string; words: string }) => new URLSearchParams({ reference, words });

/** On an open page: it is loaded again as the plan that was opened; after a wrong code, the form for one is. */
async function opened(page: Page, visit: Visit, code: { reference: string; words: string }): Promise<void> {
  const isOpen = code.words !== '' && (await opensHere(page, visit, typed(code))) !== null;
  visit.response.writeHead(200, {
    ...(isOpen ? { 'HX-Refresh': 'true' } : { 'HX-Redirect': '/return?again' }),
    'Content-Length': 0,
  });
  visit.response.end();
}
