import { describe, expect, it } from 'vitest';
import { kept, say } from './saying.ts';

const options = [
  { id: 'large_print', words: ['Large print'] },
  { id: 'braille', words: ['Braille'] },
  { id: 'audio', words: ['Audio', 'on a CD'] },
];

describe('one of several options', () => {
  it.each([
    ['laerge print', 'large_print'],
    ['the second one', 'braille'],
    ['2', 'braille'],
    ['b', 'braille'],
    ['last one', 'audio'],
    ['on a cd please love', 'audio'],
    ['not large print, braille', 'braille'],
    ['audio, no i mean braille', 'braille'],
    ['ＢＲＡＩＬＬＥ', 'braille'],
  ])('finds it in "%s"', (text, meant) => {
    expect(kept('spend.for', text, { options })).toBe(meant);
  });

  it.each(['large print or braille', 'not braille', 'purple', 'i like cake'])(
    'never guesses: "%s" is asked back',
    (text) => {
      expect(kept('spend.for', text, { options })).toMatch(/^(which|unclear)/);
    },
  );

  it('never takes "can" for a slip in "can\'t"', () => {
    expect(kept('carer.able', 'yes i can')).toBe('yes');
    expect(kept('carer.able', 'i cant')).toBe('no');
  });

  it('takes "don\'t know" for the option that says so, and for nothing else where there is none', () => {
    expect(kept('well.varies', 'dunno')).toBe('unsure');
    expect(kept('action.who', 'dunno yet')).toBe('dont_know');
  });

  it('prefers what tells more than a bare yes', () => {
    expect(kept('decide.own', 'yes but my son helps me with it')).toBe('yes_with_help');
    expect(kept('decide.own', 'yes i do')).toBe('yes');
  });

  it.each([
    ['me, maybe with my daughter the first time', 'me_with_someone'],
    ['me and my sister', 'me_with_someone'],
    ['my daughter will do it', 'someone_else'],
    ['just me', 'me'],
  ])('tells who will do it apart: "%s"', (text, meant) => {
    expect(kept('action.who', text)).toBe(meant);
  });

  it('asks back where yes says too little', () => {
    expect(kept('budget.know', 'yes')).toBe('which');
    expect(kept('need.right', 'no')).toBe('which');
  });

  it('takes "no" at "another goal?" as enough', () => {
    expect(kept('goal.another', 'no')).toBe('enough');
    expect(kept('goal.another', 'yes ive got another one')).toBe('another');
  });
});

describe('several options at once', () => {
  it.each([
    ['pictures and big writing', ['easy_read', 'large_print']],
    ['not large print i dont need it, easy read please', ['easy_read']],
    ['audio not braille i never learned it', ['audio']],
  ])('keeps what is wanted in "%s"', (text, meant) => {
    expect(kept('comm.format', text)).toEqual(meant);
  });

  it('keeps them in the order in which they are offered', () => {
    expect(kept('prepare.pick', '5, 1 and 3')).toEqual(['enjoy', 'strengths', 'health']);
    expect(kept('prepare.pick', 'the first three')).toEqual(['enjoy', 'future', 'strengths']);
  });

  it('takes "all" and "both" where there are few, and asks where there are many', () => {
    expect(kept('advocate.hard', 'all of them')).toEqual(['understand', 'remember', 'weigh_up', 'say']);
    expect(kept('share.record', 'yes both')).toEqual(['health', 'social_care']);
    expect(kept('support.pick', 'everything')).toBe('which');
  });

  it('asks when "none" stands beside something', () => {
    expect(kept('decide.authority', 'none, and the appointee')).toBe('which');
  });

  it('drops what somebody cannot do, without refusing it', () => {
    expect(kept('budget.manager_help', 'keeping records, i cant do paperwork')).toEqual(['records']);
  });
});

describe('all but one', () => {
  const parts = ['goals', 'money', 'needs', 'support', 'network', 'other'].map((id) => ({ id, words: [id] }));
  it.each([
    'everything but the money',
    'all of them except money',
    'all but the money',
    'everything bar money',
    'all of it apart from the money',
  ])('never takes what is left out for what is meant: "%s"', (text) => {
    expect(kept('check.parts', text, { options: parts })).toEqual(['goals', 'needs', 'support', 'network']);
  });

  it('asks whether all of a long list is meant', () => {
    expect(kept('check.parts', 'everything', { options: parts })).toBe('which');
  });
});

describe('yes or no', () => {
  it.each([
    'yeh go on then',
    'no problem at all',
    'I certainly do',
    '👍',
    'please do my hands are bad',
    'yes but im slow at typing',
  ])('hears yes in "%s"', (text) => {
    expect(kept('privacy.save', text)).toBe(true);
  });

  it.each([
    'no ta',
    'rather you didnt',
    '👎',
    'not on your nelly',
    'yes no wait no dont save it',
    'i dont want it saved no thank you',
  ])('hears no in "%s"', (text) => {
    expect(kept('privacy.save', text)).toBe(false);
  });

  it.each(['yes and no', 'only if nobody else can see', 'erm', 'depends what you want to know', 'not bothered'])(
    'hears neither in "%s"',
    (text) => {
      expect(kept('privacy.save', text)).toMatch(/^(which|unclear)/);
    },
  );
});

describe('every answer that is not one', () => {
  it("is told apart: skip, rather not, don't know, nothing", () => {
    expect(say('topic.home', 'pass')).toEqual({ is: 'skip' });
    expect(say('topic.home', 'none of your business')).toEqual({ is: 'prefers_not' });
    expect(say('topic.home', 'i dont know what to put')).toEqual({ is: 'dont_know' });
    expect(say('risk.what', 'Not really')).toEqual({ is: 'none' });
    expect(say('risk.what', 'nothing that comes to mind pet')).toEqual({ is: 'none' });
  });

  it.each([
    'nothing that I can’t handle, except the stairs',
    'no more nights on my own',
    'i’d rather not live with my son anymore',
    'i dont know how to use the cooker and want to learn',
    'skip the day centre and go to the library',
  ])('is not seen in the answer "%s"', (text) => {
    expect(kept('goal.what', text)).toBe(text);
  });
});
