/** By what part of the old amount the new one differs, as `5.3%` without a sign; null where the old one is nothing. */
export function percentChange(before: string, after: string): string | null {
  const old = Number(before);
  if (old === 0) return null;
  const percent = Math.abs(((Number(after) - old) / old) * 100);
  if (percent > 0 && percent < 0.1) return '< 0.1%';
  return `${percent.toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`;
}
