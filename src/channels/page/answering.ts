/** What a question is answered with: its own control, the box for one's own words, and the buttons below them. */
import { remembered } from './remembered.ts';
import type { Panel } from './talk-view.ts';
import type { Render } from './views.ts';
import type { Words } from './words.ts';

/** What stands in it beside the question's own: words that were typed already, and what was wrong with them. */
export interface Beside {
  readonly draft: string;
  readonly error: { readonly text: string; readonly field: string } | null;
  readonly offersCall: boolean;
}

/** Its HTML. */
export type Answering = (panel: Panel, words: Words, beside: Beside) => string;

/** A control is most of what a turn costs to render, and the same for everybody who is asked. */
export function answeringWith(render: Render): Answering {
  const once = remembered(400);
  return (panel, words, beside) => {
    const html = () =>
      render('answering', {
        panel,
        t: words.t,
        ...beside,
        draft: beside.draft === '' ? (panel.given ?? '') : beside.draft,
      });
    if (panel.isOwn || panel.given !== null || words.named || beside.draft !== '' || beside.error !== null)
      return html();
    const { kind, options, alone, ends, skip, only, isName } = panel;
    const { lang, mode } = words.reader;
    const name = JSON.stringify([lang, mode, kind, options, alone, ends, skip, only, isName, beside.offersCall]);
    // The macros indent what they write; that would be sent with each turn.
    return once(name, () => html().replace(/\n\s+/g, '\n'));
  };
}
