import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { rulesTabs } from '../features/plans/rules-tabs';
import { NotFound } from './not-found';
import { SessionGuard } from './session';
import { Shell } from './shell';
import { SignInPage } from './sign-in-page';

/** Every page is fetched when it is first opened; only sign-in and the frame come with the first load. */
const pages: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../features/reporting/overview-page')).OverviewPage }),
  },
  {
    path: 'approvals',
    lazy: async () => ({ Component: (await import('../features/approvals/approvals-page')).ApprovalsPage }),
  },
  { path: 'sales', lazy: async () => ({ Component: (await import('../features/sales/sales-page')).SalesPage }) },
  {
    path: 'sales/new',
    lazy: async () => ({ Component: (await import('../features/sales/manual-sale-page')).ManualSalePage }),
  },
  {
    path: 'commissions',
    lazy: async () => ({ Component: (await import('../features/commission/commissions-page')).CommissionsPage }),
  },
  {
    path: 'promoters',
    lazy: async () => ({ Component: (await import('../features/promoters/promoters-page')).PromotersPage }),
  },
  {
    path: 'promoters/:code',
    lazy: async () => ({ Component: (await import('../features/promoters/promoter-page')).PromoterPage }),
  },
  { path: 'rules', Component: () => <Navigate to="/rules/layers" replace /> },
  ...Object.entries(rulesTabs).map(([tab, lazy]) => ({ path: `rules/${tab}`, lazy })),
  { path: 'payouts', lazy: async () => ({ Component: (await import('../features/payout/payouts-page')).PayoutsPage }) },
  {
    path: 'customers',
    lazy: async () => ({ Component: (await import('../features/customers/customers-page')).CustomersPage }),
  },
  {
    path: 'products',
    lazy: async () => ({ Component: (await import('../features/storefront/products-page')).ProductsPage }),
  },
  {
    path: 'products/new',
    lazy: async () => ({ Component: (await import('../features/storefront/product-page')).ProductPage }),
  },
  {
    path: 'products/:sku',
    lazy: async () => ({ Component: (await import('../features/storefront/product-page')).ProductPage }),
  },
  {
    path: 'reports',
    lazy: async () => ({ Component: (await import('../features/reporting/reports-page')).ReportsPage }),
  },
  {
    path: 'import/:kind',
    lazy: async () => ({ Component: (await import('../features/imports/import-page')).ImportPage }),
  },
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('../features/settings/settings-page')).SettingsPage }),
  },
  {
    path: 'settings/:section',
    lazy: async () => ({ Component: (await import('../features/settings/settings-page')).SettingsPage }),
  },
  { path: '*', Component: NotFound },
];

const guarded = (
  <SessionGuard>
    <Shell />
  </SessionGuard>
);

export const routes: RouteObject[] = [
  { path: '/sign-in', Component: SignInPage },
  { path: '/', element: guarded, HydrateFallback: Outlet, children: pages },
];

export const makeRouter = () => createBrowserRouter(routes, { basename: '/admin' });
