const overCare: readonly string[] = ['lpa_welfare', 'deputy_welfare'];
const overMoney: readonly string[] = ['lpa_money', 'deputy_money', 'appointee'];

/** Papers over money alone give no right over care. */
export const areOverMoneyOnly = (papers: readonly string[]): boolean =>
  papers.some((paper) => overMoney.includes(paper)) && !papers.some((paper) => overCare.includes(paper));
