import { describe, expect, it } from 'vitest';
import { danger, unreadable } from '../../src/safety/index.ts';

const levelOf = (text: string) => danger(text, 'en-GB')?.level ?? 'none';
const kindOf = (text: string) => danger(text, 'en-GB')?.kind ?? 'none';

describe('somebody in danger', () => {
  it.each([
    ['says that they want to die', 'i want to kill myself', 'crisis'],
    ['has a knife held at them', "he's got a knife to my throat", 'danger'],
    ['cannot breathe', 'i cant breathe and my chest is tight', 'medical_emergency'],
    ['is hit by a carer', 'the carer slaps me when i am slow', 'abuse'],
    ['is kept from their own money', 'my son takes my pension every week', 'money_abuse'],
    ['is left wet all day', 'they leave me in a wet pad all day', 'neglect'],
    ['has not eaten for days', 'ive not eaten for four days', 'self_neglect'],
    ['is beaten by a husband', 'my husband beats me when he drinks', 'domestic_abuse'],
    ['knows a child who is hurt', 'my son in law hits the baby', 'child_at_risk'],
    ['cannot go on caring', 'i cannot look after my mum any longer, i am at breaking point', 'carer_breakdown'],
    ['has hurt the person they look after', 'i slapped him when he wouldnt stop shouting', 'writer_may_harm'],
  ])('is heard for sure when somebody %s', (_who, text, kind) => {
    expect([levelOf(text), kindOf(text)]).toEqual(['sure', kind]);
  });

  it.each([
    'they would be better off without me',
    'he only gets cross when im slow',
    'if he finds this he will go mad',
    'i dont really eat much now',
    'i could cheerfully throttle him',
    'purse is always lighter when shes been',
  ])('is asked about gently when it is said sideways: %s', (text) => {
    expect(levelOf(text)).not.toBe('none');
  });

  it.each([
    ['in Scots', 'i wannae be deid'],
    ['in Geordie', 'they leave the bairns alone aal night when they gan to the pub'],
    ['in text-speak', 'want 2 kms'],
    ['in capitals', 'HE HITS ME'],
    ['with curly quotes', 'he’s got a knife'],
    ['with letters drawn out', 'i want to diiiie'],
    ['with a slip of the finger', 'he is stranglign me'],
    ['with a letter covered', 'i want to k*ll myself'],
    ['with signs that cannot be seen in a word', 'i want to k\u200Bill myself'],
  ])('is heard %s', (_how, text) => {
    expect(levelOf(text)).not.toBe('none');
  });
});

describe('everyday words', () => {
  it.each([
    'dying for a brew',
    'this form is killing me',
    'my knees are killing me',
    'i could murder a curry',
    'the dog attacked the postman',
    'i take my shot at eight',
    'watching a murder mystery on telly',
    'it gets me down a bit in winter, only mild',
    'help me wash',
    'my daughter helps me with my tablets',
  ])('are nothing to worry about: %s', (text) => {
    expect(levelOf(text)).toBe('none');
  });

  it.each([
    ['what is denied', 'nobody hurts me'],
    ['what is long past', 'my first husband was violent, i left him in 1982'],
    ['what was somebody’s work', 'i used to be a domestic violence worker'],
    ['a worry that is a plan', 'if i fall i press my pendant'],
  ])('are no worry when they tell of %s', (_what, text) => {
    expect(levelOf(text)).toBe('none');
  });
});

describe('a message that holds an answer as well', () => {
  it('has its answer left over without the words about harm', () => {
    const text = 'I want to get back to choir. My son takes my pension and hits me if I ask.';
    expect(danger(text, 'en-GB')?.rest).toBe('I want to get back to choir.');
  });

  it('has nothing left over that tells of harm itself', () => {
    const rest = danger('i like gardening, my husband hits me and then he kicks me', 'en-GB')?.rest;
    expect(rest).toBe('i like gardening');
    expect(levelOf(rest ?? '')).toBe('none');
  });

  it('has nothing left over when it is all about harm', () => {
    expect(danger('he hit me last night', 'en-GB')?.rest).toBeNull();
  });

  it('is said back in the few words that raised it, as they were typed', () => {
    const worry = danger(
      'Well, I like my garden but My Son takes   my Pension every week and I see nothing of it',
      'en-GB',
    );
    expect(worry?.words).toMatch(/Son takes my Pension/);
    expect(worry?.words.length).toBeLessThanOrEqual(80);
  });
});

describe('a message in another language', () => {
  it.each(['Chcę umrzeć', 'dwi eisiau marw', 'میرا شوہر مجھے مارتا ہے', 'quiero morir', 'mujhe madad chahiye'])(
    'is not passed over as if it had been read: %s',
    (text) => {
      expect(unreadable(text, 'en-GB')).toBe(true);
    },
  );

  it.each(['ma hip is sair the day', 'Mohammed Ali 07700 900123', 'nos da', 'i want to die', '7', '👍'])(
    'is not claimed of English, names and numbers: %s',
    (text) => {
      expect(unreadable(text, 'en-GB')).toBe(false);
    },
  );
});

it('is read in full when somebody writes at great length and tells of harm at the end', () => {
  const long = `${'My daughter comes at nine and then I sit by the window. '.repeat(600)} He hit me last night.`;
  expect(levelOf(long)).toBe('sure');
});
