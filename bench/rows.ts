/** One line of the table: what was aimed for, and what was measured. */
export interface Row {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  /** Against what it is compared with; empty when it stands alone. */
  readonly ratio: string;
  /** Null: for information. */
  readonly met: boolean | null;
}

/** At most, or at least, so many times another figure. */
export function compared(
  what: string,
  limit: { readonly atMost: number } | { readonly atLeast: number },
  mine: number,
  other: number,
  unit: string,
): Row {
  const ratio = mine / other;
  const [met, target] =
    'atMost' in limit
      ? [ratio <= limit.atMost, `≤ ${limit.atMost} ×`]
      : [ratio >= limit.atLeast, `≥ ${limit.atLeast} ×`];
  return { what, target, measured: `${shown(mine)} to ${shown(other)} ${unit}`, ratio: `${ratio.toFixed(2)} ×`, met };
}

export const limited = (what: string, most: number, measured: number, unit: string): Row => ({
  what,
  target: `< ${most} ${unit}`,
  measured: `${shown(measured)} ${unit}`,
  ratio: '',
  met: measured < most,
});

export const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(2);

/** The table in Markdown. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ what, target, measured, ratio, met }) =>
    [what, target, measured, ratio, met === null ? '' : met ? 'met' : '**not met**'].join(' | '),
  );
  return ['what | target | measured | ratio |', '--- | --- | --- | --- | ---', ...lines]
    .map((line) => `| ${line} |`)
    .join('\n');
}
