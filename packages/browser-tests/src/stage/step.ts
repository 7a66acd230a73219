import { test } from 'vitest';

/** Steps of one story: after one that failed the others fail at once, because they stand on it. */
export function storySteps(onFailure: (step: string) => Promise<void> = async () => undefined) {
  let broken: string | null = null;
  return (name: string, work: () => Promise<void>): void => {
    test(name, async () => {
      if (broken !== null) throw new Error(`not walked, because this failed: ${broken}`);
      try {
        await work();
      } catch (failure) {
        broken = name;
        await onFailure(name).catch(() => undefined);
        throw failure;
      }
    });
  };
}
