/** A code that is typed into the talk, where people see a box. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCode } from '../../src/returning/code.ts';
import { codeSaid } from '../../src/returning/said-code.ts';
import { formOn, planOf, slotOn, type Visitor, visitor } from '../page/visitor.ts';
import { makeSheet, type Service, type Sheet, service, textOf } from './service.ts';

describe('a code among words', () => {
  it('is found however it is typed', () => {
    for (let at = 0; at < 200; at += 1) {
      const { reference, words } = newCode();
      const halves = `${reference.slice(0, 4)} ${reference.slice(4)}`;
      const spaced = words.join(' ');
      for (const text of [
        `${reference} ${spaced}`,
        `${halves.toLowerCase()}\n${words.join('\n')}`,
        `My code is ${halves.replace(' ', '-')} and the five words are: ${words.join(', ')}.`,
        `${reference} ${words.map((word, place) => `${place + 1}. ${word}`).join(' ')}`,
      ])
        expect(codeSaid(text), text).toEqual({ reference, words: spaced, rest: '' });
    }
  });

  it('is cut out of what else was said, which is still heard', () => {
    const { reference, words } = newCode();
    const said = codeSaid(`Please help, he hits me. ${reference} ${words.join(' ')} thank you`);
    expect(said).toEqual({ reference, words: words.join(' '), rest: 'Please help, he hits me. thank you' });
  });

  it('is found with a slip in its words, and with its reference alone', () => {
    expect(codeSaid('K7MR2QXP lemon kettle bagpiep zzz umbrella')).toMatchObject({ rest: '' });
    expect(codeSaid('my code is k7mr 2qxp')).toEqual({ reference: 'K7MR2QXP', words: '', rest: '' });
  });

  it('is no answer that people give', () => {
    for (const text of [
      'I want to go swimming, dancing and walking again',
      'swimming, dancing, cooking, baking, reading',
      'They went shopping, dancing, swimming, walking, singing',
      'Somerset garden kettle lemon apple and my daughter Priya comes on Mondays',
      '3 May 2027',
      'Flat 2, 45 Rose Lane, AB12 3CD',
      '07700 900123',
      'QQ 12 34 56 C',
      'my NHS number is 943 476 5919',
      'she pays £245.50 a week, since week 2345',
      '',
    ])
      expect(codeSaid(text), text).toBeNull();
  });
});

describe('somebody who types their code into the talk', () => {
  let serving: Service;
  let margaret: Visitor;
  let sheet: Sheet;
  beforeEach(async () => {
    serving = await service();
    margaret = visitor(serving.origin);
    await margaret.upTo('who.details');
    sheet = await makeSheet(margaret);
  });
  afterEach(() => serving.close());

  const codeOf = ({ reference, words }: Sheet) => `My code is ${reference} and my words are ${words}`;
  const everything = async () => {
    const plans = await serving.store.plans();
    return JSON.stringify(await Promise.all(plans.map((plan) => serving.store.read(plan))));
  };

  it('is back in their plan, and the code is kept nowhere', async () => {
    const phone = visitor(serving.origin);
    const page = await phone.start();
    const begun = planOf(phone);
    const sent = await phone.post('/say', { ...formOn(page), text: codeOf(sheet) });
    expect(sent.headers.get('location')).toBe('/#question');
    expect(planOf(phone)).toBe(planOf(margaret));
    expect(begun).not.toBe(planOf(margaret));
    expect(slotOn(await phone.get('/'))).toBe('who.details');
    // Whole words: "act" is part of "facts".
    for (const word of sheet.words.split(' ')) expect(await everything()).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('is brought there by an open page too', async () => {
    const phone = visitor(serving.origin);
    const page = await phone.start();
    const right = await phone.post('/say', { ...formOn(page), text: codeOf(sheet) }, { 'hx-request': 'true' });
    expect(right.headers.get('hx-refresh')).toBe('true');
    expect(slotOn(await phone.get('/'))).toBe('who.details');
    const wrong = {
      ...formOn(await phone.get('/')),
      text: codeOf({ ...sheet, words: 'lemon kettle apple violet umbrella' }),
    };
    const refused = await phone.post('/say', wrong, { 'hx-request': 'true' });
    expect(refused.headers.get('hx-redirect')).toBe('/return?again');
    expect(textOf(await phone.get('/return?again'))).toContain('That did not open a talk.');
  });

  it('is told when the code is wrong, and nothing of it is kept', async () => {
    const phone = visitor(serving.origin);
    const page = await phone.start();
    const text = codeOf({ ...sheet, words: 'lemon kettle apple violet umbrella' });
    const sent = await phone.post('/say', { ...formOn(page), text });
    expect(sent.status).toBe(400);
    expect(textOf(sent)).toContain('That did not open a talk.');
    expect(await everything()).not.toContain('umbrella');
  });

  it('is not heard twice on one device', async () => {
    const page = await margaret.get('/');
    await margaret.post('/say', { ...formOn(page), text: codeOf(sheet) });
    const kept = await serving.talks.kept(planOf(margaret));
    expect(Object.keys(kept?.access.devices ?? {})).toHaveLength(1);
    expect(slotOn(await margaret.get('/'))).toBe('who.details');
  });

  it('is heard about danger, without the code', async () => {
    const page = await margaret.get('/');
    await margaret.post('/say', { ...formOn(page), text: `he hits me ${sheet.reference} ${sheet.words}` });
    expect((await serving.talks.read(planOf(margaret)))?.state).toBe('safety');
    // Whole words: "act" is part of "facts".
    for (const word of sheet.words.split(' ')) expect(await everything()).not.toMatch(new RegExp(`\\b${word}\\b`));
  });
});
