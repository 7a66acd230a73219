import { Bar, LinesSkeleton } from '../kit/states/skeleton';

/** While the code of a page is on its way: the title row and lines, in the page's own padding. */
export function PageSkeleton() {
  return (
    <div style={{ padding: '18px 28px' }} aria-busy="true">
      <Bar width={120} height={18} style={{ marginBottom: 40 }} />
      <LinesSkeleton lines={8} height={44} />
    </div>
  );
}
