import { describe, expect, it } from 'vitest';
import { fieldOf, partOf } from '../../src/channels/page/plan-parts.ts';
import { type Mode, modes } from '../../src/plan/facts.ts';
import { isQuestionId, questionIds, questions } from '../../src/plan/questions/index.ts';
import { loadTexts } from '../../src/text/index.ts';
import notAsked from './not-asked.json' with { type: 'json' };
import notShown from './not-shown.json' with { type: 'json' };
import { english, folder, words } from './said.ts';

const texts = loadTexts(folder);
const skips: readonly (readonly [string, readonly string[]])[] = Object.entries(notAsked);
const skippedAt = (key: string) => skips.find(([start]) => key === start || key.startsWith(`${start}.`))?.[1];
/** The kinds of plan in which a question is asked, or a text shown. */
const askedIn = (key: string) => modes.filter((mode) => !skippedAt(key)?.includes(mode));
const suffix = (mode: Mode) => (mode === 'self' ? '' : `_${mode}`);
/** The text as written for one kind of plan, with no falling back. */
const written = (key: string, mode: Mode) => english[key + suffix(mode)];
const modesWritten = (key: string) => modes.filter((mode) => written(key, mode) !== undefined);
const namesOf = { name: 'Ann', cared_for: 'Bob', score: 8 };
const asking = questionIds.filter((id) => questions[id].kind !== 'statement');
const spoken = (key: string, mode: Mode) => texts.t(key, namesOf, { lang: 'en-GB', mode });

describe('every question', () => {
  it('is worded for everybody who is asked it, and for nobody else', () => {
    expect(questionIds.length).toBeGreaterThan(200);
    for (const id of questionIds) expect(modesWritten(`${id}.ask`), `${id}.ask`).toEqual(askedIn(id));
  });

  it.each(['why', 'eg', 'simple'])('that waits for an answer has its %s, for everybody who is asked it', (part) => {
    for (const id of asking) expect(modesWritten(`${id}.${part}`), `${id}.${part}`).toEqual(askedIn(id));
  });

  it('is worded differently when somebody wants it simpler', () => {
    const same = asking.filter((id) =>
      askedIn(id).some((mode) => written(`${id}.simple`, mode) === written(`${id}.ask`, mode)),
    );
    expect(same).toEqual([]);
  });

  it('has a label of one to five words for the plan', () => {
    const labels = asking.flatMap((id) => askedIn(id).map((mode) => [id, spoken(`${id}.short`, mode)] as const));
    expect(labels.filter(([, label]) => label.split(' ').length > 5 || /[.!]$/.test(label))).toEqual([]);
  });

  it('has its answer shown to the person in their plan, but for the few that are not a part of it', () => {
    const isShown = (id: (typeof questionIds)[number]) => {
      const { field } = fieldOf(questions[id].stores?.replace('[]', '') ?? '');
      return field === '' || (partOf(field) !== undefined && `plan.fields.${field}` in english);
    };
    expect(questionIds.filter((id) => !isShown(id)).sort()).toEqual(Object.keys(notShown).sort());
  });

  it('has words for each thing that can be picked, for nothing else, and none twice', () => {
    for (const id of questionIds.filter((id) => questions[id].options.length > 0)) {
      const { options } = questions[id];
      expect(optionsOf(id, 'options'), id).toEqual([...options].sort());
      for (const mode of askedIn(id)) {
        const labels = options.map((option) => spoken(`${id}.options.${option}`, mode));
        expect(new Set(labels).size, `${id}: ${labels}`).toBe(options.length);
      }
    }
  });

  it('knows no other way to say what cannot be picked', () => {
    for (const id of questionIds) {
      const { options } = questions[id];
      const pickable = options.length > 0 ? options : optionsOf(id, 'options');
      for (const option of optionsOf(id, 'options_also')) expect(pickable, `${id}.${option}`).toContain(option);
    }
  });

  it('that takes yes or no has its own words for both, or for neither', () => {
    for (const id of questionIds.filter((id) => questions[id].kind === 'yes_no')) {
      expect([[], ['no', 'yes']], id).toContainEqual(optionsOf(id, 'options'));
    }
  });
});

function optionsOf(id: string, part: string): string[] {
  const prefix = `${id}.${part}.`;
  const options = Object.keys(english)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).replace(/_(?:on_behalf|carer_self)$/, ''));
  return [...new Set(options)].sort();
}

describe('wordings for the three kinds of plan', () => {
  const variant = /^(.+)_(?:on_behalf|carer_self)$/;
  const bases = [...new Set(Object.keys(english).flatMap((key) => variant.exec(key)?.[1] ?? []))];

  it('are there for all who may read them, or for none: nobody is addressed as somebody else', () => {
    expect(bases.length).toBeGreaterThan(300);
    const lacking = bases.filter((key) => askedIn(key).some((mode) => written(key, mode) === undefined));
    expect(lacking).toEqual([]);
  });

  it('have the same gaps, but for the name of the person', () => {
    const names = new Set(['name', 'cared_for']);
    const gaps = (text: string) => [...new Set(gapsIn(text))].filter((gap) => !names.has(gap)).sort();
    for (const key of bases) {
      const found = modesWritten(key).map((mode) => gaps(written(key, mode) ?? ''));
      for (const one of found) expect(one, key).toEqual(found[0]);
    }
  });

  it('of a question name the person to a helper only, and the person cared for to a carer only', () => {
    for (const key of bases.filter((key) => isQuestionId(key.split('.').slice(0, 2).join('.')))) {
      expect(gapsIn(written(key, 'self') ?? ''), key).not.toContain('cared_for');
      expect(gapsIn(written(key, 'self') ?? ''), key).not.toContain('name');
      expect(gapsIn(written(key, 'on_behalf') ?? ''), key).not.toContain('cared_for');
      expect(gapsIn(written(key, 'carer_self') ?? ''), key).not.toContain('name');
    }
  });
});

describe('every language', () => {
  it.each(Object.keys(words))('%s has the gaps of the English, and all wordings of what it has', (lang) => {
    const own = words[lang] ?? {};
    for (const [key, text] of Object.entries(own)) {
      const reference = english[key] ?? english[key.replace(/_(?:zero|one|two|few|many)$/, '_other')];
      expect(reference, `${key} is not in English`).toBeDefined();
      expect(new Set(gapsIn(text)), key).toEqual(new Set(gapsIn(reference ?? '')));
      for (const mode of modes) if (english[key + suffix(mode)]) expect(own[key + suffix(mode)], key).toBeDefined();
    }
  });
});

function gapsIn(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*(\w+)/g)].flatMap((match) => match[1] ?? []);
}
