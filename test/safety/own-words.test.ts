/** Nothing that we say or offer ourselves is read as danger when somebody says it back. */
import { describe, expect, it } from 'vitest';
import { questionIds, questions, sectionOf } from '../../src/plan/questions/index.ts';
import { danger } from '../../src/safety/index.ts';
import { toolsOf } from '../../src/tools.ts';
import { pack, texts } from '../dialogs/world.ts';

const tools = toolsOf({ texts, pack, danger });

const modes = ['self', 'on_behalf', 'carer_self'] as const;
const names = {
  name: 'Betty',
  cared_for: 'Betty',
  helper: 'Priya',
  thing: 'a stairlift',
  idea: 'the choir',
  ...council(),
};

function council() {
  return {
    council: pack.name,
    goal: 'to sing again',
    score: '7',
    item: 'a rail',
    need: 'washing',
    section: 'your goals',
  };
}

/** What somebody can tap, and what they are shown to say or to mean, for a question and a mode. */
function ownWords(question: (typeof questionIds)[number], mode: (typeof modes)[number]): string[] {
  const reader = { lang: 'en-GB', mode };
  const keys = [...questions[question].options.map((id) => `options.${id}`), 'eg', 'short'];
  return keys
    .map((key) => `${question}.${key}`)
    .filter((key) => texts.has(key, reader.lang, mode))
    .map((key) => texts.t(key, names, reader));
}

describe.each(modes)('for %s', (mode) => {
  // Beside a worry our words do tell of harm: there they are answers, and read as such.
  const ours = questionIds.filter((id) => sectionOf(id) !== 'safety' && questions[id].kind !== 'statement');

  it('no label or example of ours raises a worry', () => {
    const heard = ours.flatMap((question) =>
      ownWords(question, mode).flatMap((words) => {
        const sentences = [words, ...words.split(/(?<=[.?!])\s+/u), ...words.split(/"/u)];
        return sentences.filter((one) => tools.danger(one, 'en-GB') !== null).map((one) => `${question}: ${one}`);
      }),
    );
    expect([...new Set(heard)]).toEqual([]);
  });
});

describe('at a question about caring', () => {
  it.each(['cannot go on', 'ive had enough', 'i cant cope any more'])(
    'words of despair are asked about gently, though they are near an option: %s',
    (words) => {
      expect(tools.danger(words, 'en-GB')).not.toBeNull();
    },
  );
});
