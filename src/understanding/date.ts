import { type Reader, unclear } from './kinds.ts';
export const readDate: Reader = () => unclear('no_date');
