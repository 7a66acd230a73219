import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useWords } from '../kit/i18n/words';
import { EmptyState } from '../kit/states/empty-state';
import { kitWords } from '../kit/words';

/** Catches a page that broke, so that the menu stays and the rest of the console works on. */
export class PageBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.hasFailed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const words = useWords(kitWords);
  const reload = (
    <Button type="primary" onClick={() => window.location.reload()}>
      {words.reload}
    </Button>
  );
  return (
    <EmptyState title={words.crashTitle} actions={reload}>
      {words.crashDetail}
    </EmptyState>
  );
}
