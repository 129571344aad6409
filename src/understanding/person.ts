import { type Reader, unclear } from './kinds.ts';
export const readPerson: Reader = () => unclear('no_person');
