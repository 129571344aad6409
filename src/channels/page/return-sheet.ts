/** The return sheet: a reference, five words and a QR code, made when it is asked for and shown once. */
import type { Code } from '../../returning/code.ts';
import type { Page } from './page.ts';
import { around, standingOf } from './shown.ts';
import { goTo, sendHtml, type Visit } from './visit.ts';

/** What a way back is, and whether there is one already. */
export async function wayBack(page: Page, visit: Visit): Promise<void> {
  const { kept, words } = visit;
  if (kept === null) return goTo(visit, '/');
  const { sheet } = kept.access;
  const shown = {
    ...around(page, visit),
    standing: await standingOf(page, visit),
    made: sheet === null ? '' : words.t('returning.sheet.made', { date: words.date(sheet.at) }),
  };
  await sendHtml(visit, page.render('return-way-back', shown));
}

/** A new sheet. It is the answer itself, as nobody can ask for the words a second time. */
export async function makeSheet(page: Page, visit: Visit): Promise<void> {
  const code = visit.talk === null ? null : await page.returning.sheet(visit.talk.plan);
  if (code === null) return goTo(visit, '/');
  await sendCode(page, visit, code, 'return');
}

/** A code as a page to print, to read aloud or to scan: a person's own, or a helper's. */
export async function sendCode(
  page: Page,
  visit: Visit,
  code: Code,
  leads: 'return' | 'help-with',
  helper = '',
): Promise<void> {
  const address = `${page.publicUrl ?? `${page.https ? 'https' : 'http'}://${visit.request.headers.host}`}/${leads}`;
  // After the "#" nothing is ever sent to a server: no log and no mail scanner sees the words.
  const link = `${address}#${[code.reference, ...code.words].join('.')}`;
  const { default: QRCode } = await import('qrcode');
  const shown = {
    ...around(page, visit),
    spelled: [...code.reference],
    reference: code.reference.replace(/(.{4})/, '$1 '),
    codeWords: code.words,
    address: address.replace(/^https?:\/\//, ''),
    qr: await QRCode.toString(link, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    helper,
  };
  await sendHtml(visit, page.render('return-sheet', shown));
}
