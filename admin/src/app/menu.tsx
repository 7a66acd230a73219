import {
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  ControlOutlined,
  FileTextOutlined,
  MoneyCollectOutlined,
  SettingOutlined,
  ShoppingOutlined,
  TeamOutlined,
  UserOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export type MenuKey =
  | 'overview'
  | 'approvals'
  | 'sales'
  | 'commissions'
  | 'promoters'
  | 'rules'
  | 'payouts'
  | 'customers'
  | 'products'
  | 'reports'
  | 'settings';

export interface MenuEntry {
  readonly key: MenuKey;
  readonly path: string;
  readonly icon: ReactNode;
}

/** The menu in the order of a merchant's day. */
export const menu: readonly MenuEntry[] = [
  { key: 'overview', path: '/', icon: <AppstoreOutlined /> },
  { key: 'approvals', path: '/approvals', icon: <AuditOutlined /> },
  { key: 'sales', path: '/sales', icon: <FileTextOutlined /> },
  { key: 'commissions', path: '/commissions', icon: <MoneyCollectOutlined /> },
  { key: 'promoters', path: '/promoters', icon: <TeamOutlined /> },
  { key: 'rules', path: '/rules', icon: <ControlOutlined /> },
  { key: 'payouts', path: '/payouts', icon: <WalletOutlined /> },
  { key: 'customers', path: '/customers', icon: <UserOutlined /> },
  { key: 'products', path: '/products', icon: <ShoppingOutlined /> },
  { key: 'reports', path: '/reports', icon: <BarChartOutlined /> },
  { key: 'settings', path: '/settings', icon: <SettingOutlined /> },
];
