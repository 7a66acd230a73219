import type { Language } from '../../kit/i18n/language';

export interface Sample {
  readonly title: string;
  readonly scenario: object;
}

/** Two small plans to start from: rates of a group in a week, and a ladder with a refund. */
export function sampleScenarios(language: Language): readonly Sample[] {
  return [groupWeek(language), ladderClimb(language)].map((scenario) => ({ title: scenario.title, scenario }));
}

function groupWeek(language: Language) {
  return {
    title:
      language === 'zh'
        ? '金牌组在 11月1日–11月12日 卖茶叶拿 12%，其余时间按计划 8%'
        : 'The gold group earns 12 % on tea from 1 to 12 November, 8 % of the programme otherwise',
    products: [
      { sku: 'LONGJING', category: 'tea' },
      { sku: 'NUTS', category: 'snack' },
    ],
    programmes: [{ id: 'STANDARD', default: true, rate: { percent: '8' } }],
    groups: [{ id: 'gold' }],
    rules: [
      {
        id: 'GOLD-TEA',
        layer: 'group',
        groups: ['gold'],
        from: '2026-11-01',
        to: '2026-11-13',
        when: { categories: ['tea'] },
        rate: { percent: '12' },
      },
    ],
    promoters: [{ id: 'CHENJIA', group: 'gold' }],
    events: [
      order('2026-10-31T23:59:59+08:00', 'O1', [{ sku: 'LONGJING', price: '398.00' }]),
      order('2026-11-01T00:00:00+08:00', 'O2', [
        { sku: 'LONGJING', quantity: 2, price: '398.00' },
        { sku: 'NUTS', price: '168.00' },
      ]),
    ],
    expect: {
      commissions: [
        { order: 'O1', promoter: 'CHENJIA', amount: '31.84' },
        {
          order: 'O2',
          promoter: 'CHENJIA',
          amount: '108.96',
          lines: [
            { sku: 'LONGJING', rule: 'GOLD-TEA', amount: '95.52' },
            { sku: 'NUTS', rule: 'programme:STANDARD', amount: '13.44' },
          ],
        },
      ],
      ledger: 'balanced',
    },
  };
}

function ladderClimb(language: Language) {
  return {
    title:
      language === 'zh'
        ? '做满 ¥1,000 从下一笔起按 8%，退款不降级'
        : 'From ¥1,000 on the next sale earns 8 %; a refund moves nobody down',
    programmes: [
      { id: 'STANDARD', default: true, rate: { percent: '5' } },
      { id: 'SENIOR', rate: { percent: '8' } },
    ],
    ladder: {
      metric: 'referral_order_value',
      levels: [
        { programme: 'STANDARD', threshold: '0' },
        { programme: 'SENIOR', threshold: '1000.00' },
      ],
    },
    promoters: [{ id: 'CHENJIA' }],
    events: [
      order('2026-11-01T10:00:00+08:00', 'O1', [{ sku: 'LONGJING', quantity: 3, price: '398.00' }]),
      order('2026-11-02T10:00:00+08:00', 'O2', [{ sku: 'LONGJING', price: '398.00' }]),
      {
        at: '2026-11-03T10:00:00+08:00',
        do: 'refund',
        order: 'O1',
        id: 'R1',
        lines: [{ sku: 'LONGJING', quantity: 1 }],
      },
      order('2026-11-04T10:00:00+08:00', 'O3', [{ sku: 'LONGJING', price: '398.00' }]),
    ],
    expect: {
      commissions: [
        { order: 'O1', promoter: 'CHENJIA', amount: '59.70', net: '39.80' },
        { order: 'O2', promoter: 'CHENJIA', amount: '31.84' },
        { order: 'O3', promoter: 'CHENJIA', amount: '31.84' },
      ],
      promoters: { CHENJIA: { programme: 'SENIOR', level: 2 } },
    },
  };
}

const order = (at: string, id: string, lines: readonly object[]) => ({
  at,
  do: 'order',
  id,
  customer: 'C1',
  promoter: 'CHENJIA',
  lines,
});
